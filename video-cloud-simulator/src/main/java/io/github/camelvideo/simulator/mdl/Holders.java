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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.Records;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who holds on to what: ids of the records that name another one. */
final class Holders {

    private Holders() {}

    /** Ids of the channels that have an input attached. */
    static ArrayNode ofInput(Records channels, String inputId) {
        return ids(channels, channel -> elements(channel, "AttachedInputs")
                .anyMatch(input -> input.path("Id").asText().equals(inputId)));
    }

    /** Ids of the channels one of whose templates shows a watermark. */
    static ArrayNode ofWatermark(Records channels, String watermarkId) {
        return ids(channels, channel -> Stream.of("VideoTemplates", "AVTemplates")
                .flatMap(templates -> elements(channel, templates))
                .anyMatch(template -> template.path("WatermarkId").asText().equals(watermarkId)));
    }

    /** Ids of the inputs that are bound to a security group. */
    static ArrayNode ofSecurityGroup(Records inputs, String groupId) {
        return ids(inputs, input -> elements(input, "SecurityGroupIds")
                .anyMatch(id -> id.asText().equals(groupId)));
    }

    private static ArrayNode ids(Records records, Predicate<ObjectNode> holds) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        records.all().stream()
                .filter(holds)
                .forEach(each -> ids.add(each.path("Id").asText()));
        return ids;
    }

    /** The elements of an array; none where there is no array. */
    static Stream<JsonNode> elements(JsonNode node, String array) {
        return StreamSupport.stream(node.path(array).spliterator(), false);
    }
}
