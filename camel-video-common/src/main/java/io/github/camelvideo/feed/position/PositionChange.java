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
package io.github.camelvideo.feed.position;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What has changed in a position since it was stored last. Applied as a whole or not at all, in this order: entries removed, entries
 * forgotten, entries put, head replaced.
 *
 * @param head the new head; never null
 * @param put entries that are new or have another time or state
 * @param removed keys of entries that are gone
 * @param forgetBefore entries with an earlier time are gone; null forgets none
 * @param whole the whole position after the change, for stores that can only write all of it; may be asked for by the thread that
 *     stores, once, and then includes whatever has changed meanwhile
 * @param more whether this is a part, and the next one must be stored, too
 */
public record PositionChange(
        String head,
        List<PositionEntry> put,
        Set<String> removed,
        Instant forgetBefore,
        Supplier<StoredPosition> whole,
        boolean more) {

    /** All that has changed. */
    public PositionChange(
            String head,
            List<PositionEntry> put,
            Set<String> removed,
            Instant forgetBefore,
            Supplier<StoredPosition> whole) {
        this(head, put, removed, forgetBefore, whole, false);
    }
}
