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
package io.github.camelvideo.feed;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a feed stands.
 *
 * @param watermark before this all items are done
 * @param from items before this are done or were never wanted; the keys of all others that are done are in {@code delivered}
 * @param delivered keys of items done, by the time of the item
 */
record Position(Instant watermark, Instant from, NavigableMap<Instant, Set<String>> delivered) {

    Position {
        TreeMap<Instant, Set<String>> copy = new TreeMap<>();
        delivered.forEach((time, keys) -> copy.put(time, Set.copyOf(keys)));
        delivered = Collections.unmodifiableNavigableMap(copy);
    }

    /** The position before the first item. */
    static Position startingAt(Instant start) {
        return new Position(start, start, new TreeMap<>());
    }
}
