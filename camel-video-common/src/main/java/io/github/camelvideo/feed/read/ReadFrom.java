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
package io.github.camelvideo.feed.read;

import java.time.Instant;

/**
 * What reading must know of a feed's progress.
 *
 * @param readUpTo the vendor was read up to this
 * @param wanted items before this are done or were never wanted, but for what a sweep may find
 * @param sweep what a sweep must know, or null without sweeps
 * @param told which items need not be read further than their keys and states
 */
public record ReadFrom(Instant readUpTo, Instant wanted, Sweep sweep, Told told) {

    /** Without anything that is known of items. */
    public ReadFrom(Instant readUpTo, Instant wanted, Sweep sweep) {
        this(readUpTo, wanted, sweep, (key, state, present) -> false);
    }

    /** Without sweeps, and without anything that is known of items. */
    public ReadFrom(Instant readUpTo, Instant wanted) {
        this(readUpTo, wanted, null);
    }

    /**
     * What a sweep must know.
     *
     * @param from from this moment on all that was delivered is known
     * @param last when the last sweep began that has ended; null before the first
     */
    public record Sweep(Instant from, Instant last) {}

    /** Knows what was told. For any thread. */
    public interface Told {

        /**
         * Whether a member of a list was delivered in a state, and nothing has to be delivered of it.
         *
         * @param state as {@link MemberState#of} gives it
         * @param present the vendor's time of the reading
         */
        boolean isTold(String key, String state, Instant present);
    }

    /** The same with this knowledge. */
    public ReadFrom with(Told knowledge) {
        return new ReadFrom(readUpTo, wanted, sweep, knowledge);
    }
}
