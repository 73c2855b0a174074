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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.Partition;

/** Makes the sources of the partitions of one feed. Immutable, for any thread. */
public interface FeedSources {

    /**
     * Refuses what would be refused when a partition is opened.
     *
     * @param baseParameters the user's parameters but for those of the partition
     * @throws IllegalArgumentException when the feed sets one of the parameters itself, or {@code startFrom} does not fit the action
     */
    void check(ObjectNode baseParameters);

    /**
     * A source of one partition.
     *
     * @param partitionName how messages name the partition's feed
     * @throws IllegalArgumentException when the feed sets one of the parameters itself
     */
    FeedSource source(String partitionName, Partition partition, ObjectNode baseParameters);
}
