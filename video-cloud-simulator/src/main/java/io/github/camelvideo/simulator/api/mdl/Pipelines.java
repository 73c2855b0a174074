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
package io.github.camelvideo.simulator.api.mdl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A list for each of the two pipelines of a channel. */
final class Pipelines {

    private Pipelines() {}

    static ArrayNode[] empty() {
        return new ArrayNode[] {JsonNodeFactory.instance.arrayNode(), JsonNodeFactory.instance.arrayNode()};
    }

    static ObjectNode show(ArrayNode[] pipelines) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < pipelines.length; i++) {
            shown.set("Pipeline" + i, pipelines[i]);
        }
        return shown;
    }
}
