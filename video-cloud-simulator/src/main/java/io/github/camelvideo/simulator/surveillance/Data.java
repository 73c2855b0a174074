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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.Records;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Answers, whose one field {@code Data} may hold anything. */
final class Data {

    private Data() {}

    static ObjectNode of(JsonNode data) {
        return JsonNodeFactory.instance.objectNode().set("Data", data);
    }

    static <T> ObjectNode list(List<T> items, Function<T, ObjectNode> show) {
        return of(array(items.stream().map(show)));
    }

    /** Of an action that has nothing to tell. */
    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode().putNull("Data");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Stream<? extends JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /** The elements of an array; none where there is no array. */
    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The records whose field has a value. */
    static List<ObjectNode> where(Records records, String field, String value) {
        return records.all().stream()
                .filter(each -> each.path(field).asText().equals(value))
                .toList();
    }
}
