/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which part of an account's rates the calls of one component may use: 1 / {@link #divisor}, where several processes make calls with the
 * same account and each keeps to its part. May be used by any thread; a change counts from the next call on, and calls of the second
 * before are counted, too.
 */
public final class RateShare {

    private final Map<Object, Integer> parts = new ConcurrentHashMap<>();
    private volatile int divisor = 1;

    /**
     * From now on the rates are divided into that many parts, of which this component uses one. Where several divide them, the largest
     * number counts.
     *
     * @param owner who divides them
     * @param number at least 1
     */
    public synchronized void divide(Object owner, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("A rate cannot be divided into " + number + " parts.");
        }
        parts.put(owner, number);
        update();
    }

    /** The owner does not divide the rates any more. */
    public synchronized void release(Object owner) {
        parts.remove(owner);
        update();
    }

    private void update() {
        divisor = parts.values().stream().max(Integer::compare).orElse(1);
    }

    /** Into how many parts the rates are divided. */
    public int divisor() {
        return divisor;
    }
}
