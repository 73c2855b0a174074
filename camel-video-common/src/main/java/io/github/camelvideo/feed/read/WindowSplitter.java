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

/** The arithmetic of windows: pure, by values only. */
interface WindowSplitter {

    /** The moment up to which may be read when the vendor is complete up to a moment. */
    Instant cut(Instant moment);

    /**
     * The next window.
     *
     * @param from moment from which everything has to be read; rounded down
     * @param cut moment up to which may be read
     * @param span wished length, or null for the longest
     * @return null when there is nothing to read yet
     */
    Window next(Instant from, Instant cut, Duration span);

    /** Length for half of a window. */
    Duration halved(Window window);

    /** Twice the length, or null where that reaches the longest. */
    Duration doubled(Duration span);

    /** The oldest moment that may be asked for where the vendor keeps items that long. */
    Instant oldest(Instant now, Duration retention);
}
