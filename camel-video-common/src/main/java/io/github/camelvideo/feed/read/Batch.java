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
import java.util.List;
import java.util.Set;

/**
 * What one reading brought.
 *
 * @param items items listed; known ones may be among them
 * @param readUpTo the vendor is read up to this now; null when that has not changed
 * @param keepFrom items before this are not read again; null when that has not changed
 * @param failure what ended the reading before the end of the window, or null
 * @param sweepEnded when the sweep over older windows began that has ended with this, or null
 * @param all keys of all there is, so that what is not among them is no longer there; null where that is not known
 */
public record Batch(
        List<ListedItem> items,
        Instant readUpTo,
        Instant keepFrom,
        RuntimeException failure,
        Instant sweepEnded,
        Set<String> all) {

    /** Items of a part of a list. */
    public Batch(List<ListedItem> items, Instant readUpTo, Instant keepFrom, RuntimeException failure) {
        this(items, readUpTo, keepFrom, failure, null, null);
    }

    /**
     * Items that a sweep listed.
     *
     * @param ended when the sweep began that has ended with this, or null
     */
    static Batch swept(List<ListedItem> items, Instant ended) {
        return new Batch(items, null, null, null, ended, null);
    }

    /** The same, and a sweep ended, or sweeps count from a moment. */
    Batch withSweepEnded(Instant ended) {
        return new Batch(items, readUpTo, keepFrom, failure, ended, all);
    }

    /** There was nothing to read. */
    public static final Batch EMPTY = new Batch(List.of(), null, null, null);
}
