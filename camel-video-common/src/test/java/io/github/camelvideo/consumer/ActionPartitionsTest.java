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
package io.github.camelvideo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.ListSpec.From;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which partitions the items of a list make, by their values. */
class ActionPartitionsTest {

    private static final List<String> PARAMETERS = List.of("Stream", "Group", "Template");

    @Test
    void anItemWithoutAnOptionalValueIsAPartitionThatLeavesTheParameterOut() {
        Set<Partition> found = read(
                Set.of("Group", "Template"),
                ExactJson.object().put("Stream", "s1").put("Group", "g").put("Template", 7),
                ExactJson.object().put("Stream", "s2").put("Group", "").put("Template", 7),
                ExactJson.object().put("Stream", "s2").put("Group", "7").putNull("Template"),
                ExactJson.object().put("Stream", "s3"));

        assertThat(found).extracting(Partition::id).containsExactly("s1,g,7", "s2,,7", "s2,7,", "s3,,");
        assertThat(found)
                .extracting(Partition::given)
                .contains(Map.of("Stream", "s2", "Template", "7"), Map.of("Stream", "s3"));
        assertThat(found)
                .extracting(Partition::toString)
                .containsExactly(
                        "Stream=s1, Group=g, Template=7", "Stream=s2, Template=7", "Stream=s2, Group=7", "Stream=s3");
    }

    @Test
    void anItemWithoutAnotherValueIsNoPartition() {
        Set<Partition> found = read(
                Set.of("Template"),
                ExactJson.object().put("Stream", "s1").put("Template", 7),
                ExactJson.object().put("Group", "g").put("Template", 7),
                ExactJson.object().put("Stream", "s2").put("Group", "g"));

        assertThat(found).extracting(Partition::id).containsExactly("s2,g,");
    }

    private static Set<Partition> read(Set<String> optional, JsonNode... items) {
        From from = new From(null, "ListStreams", "Streams", Map.of(), PARAMETERS, Map.of());
        ActionPartitions.Level level = new ActionPartitions.Level(
                from,
                PARAMETERS,
                optional,
                ExactJson.object(),
                call -> new ArrayList<>(List.of(items)),
                (parameter, value) -> TextNode.valueOf(value));
        return new ActionPartitions(
                        "feed",
                        PARAMETERS,
                        List.of(level),
                        Duration.ofMinutes(5),
                        new ManualClock(Instant.parse("2026-11-20T10:00:00Z")),
                        Runnable::run)
                .read();
    }
}
