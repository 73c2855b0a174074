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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.Partition;
import java.util.Collection;

/** The round robin by which a feed reads its partitions, for a simulation in which none has more than one page. Not thread-safe. */
public final class Turns {

    private final RoundRobin order = new RoundRobin();

    /** A poll begins. */
    public void begin(Collection<Partition> partitions) {
        order.begin(partitions, partition -> false);
    }

    /** The partition to read now, or null when all have been begun in this poll. */
    public Partition next() {
        return order.next();
    }

    /** A partition was read. */
    public void ended(Partition partition) {
        order.ended(partition, false);
    }
}
