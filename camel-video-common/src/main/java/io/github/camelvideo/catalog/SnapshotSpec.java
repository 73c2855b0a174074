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
package io.github.camelvideo.catalog;

import java.util.List;

/**
 * A feed of the differences between two readings of a list without time. Without key fields, the whole item identifies it; where the
 * whole answer is the item, there is one member.
 *
 * @param compare fields whose change makes a member changed; empty for all that the catalog knows
 * @param ignore fields that do not count as a change
 * @param expires whether members leave the list by their age, so that one that is no longer listed is forgotten and not told as removed
 */
public record SnapshotSpec(ListSpec list, List<String> compare, List<String> ignore, boolean expires)
        implements FeedSpec {

    @Override
    public Kind kind() {
        return Kind.SNAPSHOT;
    }
}
