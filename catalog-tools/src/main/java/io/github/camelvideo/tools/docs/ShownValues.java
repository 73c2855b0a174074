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
package io.github.camelvideo.tools.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;

/**
 * Values that the calls of one API show where those made up by type and name will not do.
 *
 * @param vendor examples of the vendor by action, each with its parameters in {@code request}. A value is shown if it can be used as it is.
 * @param own parameters by action, which are shown as they are, required or not
 */
public record ShownValues(JsonNode vendor, JsonNode own) {

    /** No values: all that is shown is made up. */
    public static ShownValues none() {
        return new ShownValues(MissingNode.getInstance(), MissingNode.getInstance());
    }

    JsonNode vendorOf(Action action) {
        return vendor.path(action.name()).path("request");
    }

    /** Parameters of an action to show as they are; empty where there are none. */
    public ObjectNode ownOf(Action action) {
        return own.get(action.name()) instanceof ObjectNode shown ? shown : JsonNodeFactory.instance.objectNode();
    }
}
