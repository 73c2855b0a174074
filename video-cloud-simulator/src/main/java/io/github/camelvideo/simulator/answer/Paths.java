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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Dotted paths of the catalog, such as {@code Data.Items}, in answers. */
public final class Paths {

    private Paths() {}

    /** The value at a path, or a missing node. */
    public static JsonNode get(JsonNode answer, String path) {
        JsonNode node = answer;
        for (String step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    /** The values at a path whose {@code []} stand for each element of an array, such as {@code Channels[].Id}. */
    public static Stream<JsonNode> values(JsonNode node, String path) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        boolean each = step.endsWith("[]");
        JsonNode found = node.path(each ? step.substring(0, step.length() - 2) : step);
        Stream<JsonNode> here = each ? found.valueStream() : Stream.of(found);
        return (dot < 0 ? here : here.flatMap(element -> values(element, path.substring(dot + 1))))
                .filter(value -> !value.isMissingNode());
    }

    /** Puts a value at a path; objects on the way must be there. */
    public static void set(ObjectNode answer, String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? answer : get(answer, path.substring(0, dot));
        ((ObjectNode) parent).set(path.substring(dot + 1), value);
    }
}
