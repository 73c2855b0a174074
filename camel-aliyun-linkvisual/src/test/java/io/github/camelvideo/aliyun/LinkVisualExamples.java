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
package io.github.camelvideo.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** The vendor's own examples: requests, and answers with the envelope as the document prints it. */
public final class LinkVisualExamples {

    private LinkVisualExamples() {}

    /** By action, each with request and response. */
    public static JsonNode all() throws IOException {
        try (InputStream document = LinkVisualExamples.class.getResourceAsStream("/examples/linkvisual.json")) {
            return new ObjectMapper().readTree(document);
        }
    }

    /** The part of an answer that the fields of the action describe: Data, perhaps one level deeper than in other answers. */
    public static JsonNode withoutEnvelope(String action, JsonNode answer) {
        JsonNode body = answer.path(action + "Response").isObject() ? answer.path(action + "Response") : answer;
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        return body.has("Data") ? kept.set("Data", body.path("Data")) : kept;
    }
}
