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

    /** Puts a value at a path; objects on the way must be there. */
    public static void set(ObjectNode answer, String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? answer : get(answer, path.substring(0, dot));
        ((ObjectNode) parent).set(path.substring(dot + 1), value);
    }
}
