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
 */
public record ReadFrom(Instant readUpTo, Instant wanted, Sweep sweep) {

    /** Progress without sweeps. */
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
}
