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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.Partition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a feed is read in parts.
 *
 * @param parameters the parameters that tell the partitions apart, in order
 * @param source where the partitions come from
 * @param callParameters all of the user's parameters for one partition; called by any thread, refuses values that cannot be right
 * @param concurrency how many partitions are read at once, at least 1
 * @param pollWait how long a poll waits for the next partition to be read when all have begun; those that take longer, such as one
 *     whose calls wait for an answer that never comes, are taken by a later poll and do not hold up the others
 * @param unavailableCodes error codes by which the vendor says that nothing can be read of a partition, each with the reason
 * @param keep how long the position of a partition that is no longer listed is kept
 */
public record Partitioning(
        List<String> parameters,
        PartitionSource source,
        Function<Partition, ObjectNode> callParameters,
        int concurrency,
        Duration pollWait,
        Map<String, String> unavailableCodes,
        Duration keep) {

    /** The parameters as the option {@code forEach} names them. */
    public String name() {
        return String.join(",", parameters);
    }
}
