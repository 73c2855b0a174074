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

import java.time.Duration;
import java.time.Instant;

/** Finds what is new at the vendor: the part of a feed that differs from kind to kind. For one thread at a time. */
public interface FeedSource {

    /**
     * Reads one window, or one whole list.
     *
     * @param from what is known of the feed's progress
     * @return what was read. A failure of the vendor is part of it where something was read before
     * @throws RuntimeException when the vendor could not be read; the next call continues there
     */
    Batch read(ReadFrom from) throws InterruptedException;

    /** Calls the vendor once for the sake of its clock; what it answers does not matter. */
    void probe() throws InterruptedException;

    /** The progress was set back: begins anew, as after a restart. */
    void restart();

    /** Whether there is more to read at once. May be asked by any thread. */
    boolean isBehind();

    /** An item of the last batch was new although the vendor had been read past its time before. */
    void foundLate(Duration lateness);

    /** Spans that were lost or could not be read; may be asked by any thread. */
    ReadTrouble trouble();

    /**
     * From which moment on reading lists an item of that time that came on another way, so that it need not be kept elsewhere; null where
     * reading never lists it.
     */
    default Instant listsFrom(Instant time) {
        return time;
    }

    /** The moment that a feed without a position begins at when it was started at a moment of the vendor's time. */
    Instant startingPoint(Instant startedAt);
}
