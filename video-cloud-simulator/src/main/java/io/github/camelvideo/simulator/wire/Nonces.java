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
package io.github.camelvideo.simulator.wire;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nonces that were used. One is forgotten when no request that it came with can be in time any more. Safe for use by many threads. */
public final class Nonces {

    private final long keptSeconds;

    // guarded by this; in the order in which they came, with the second in which they came
    private final Map<String, Long> used = new LinkedHashMap<>();

    /** @param maxSkewSeconds how far a timestamp may be from the server's time */
    public Nonces(long maxSkewSeconds) {
        this.keptSeconds = 2 * maxSkewSeconds;
    }

    /**
     * Whether a nonce is used for the first time.
     *
     * @param nonce the nonce and all that it must be unique with
     * @param now Unix seconds
     */
    public synchronized boolean isNew(String nonce, long now) {
        Iterator<Long> oldest = used.values().iterator();
        while (oldest.hasNext() && oldest.next() < now - keptSeconds) {
            oldest.remove();
        }
        return used.putIfAbsent(nonce, now) == null;
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        used.clear();
    }
}
