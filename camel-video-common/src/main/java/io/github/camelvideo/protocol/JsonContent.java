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
package io.github.camelvideo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;

/** The content of an answer as JSON, before any envelope is looked at. */
public final class JsonContent {

    private JsonContent() {}

    /**
     * @return an empty object where the content is JSON of another kind: no envelope is found in either
     * @throws TransportException when there is no content, or it is no JSON
     */
    public static ObjectNode read(ApiCall call, WireResponse answer) {
        JsonNode content;
        try {
            content = ExactJson.parse(answer.body());
        } catch (IOException e) {
            throw TransportException.unreadable(call, answer, "content that is not JSON or was cut off", e);
        }
        if (content.isMissingNode()) {
            throw TransportException.unreadable(call, answer, "no content", null);
        }
        return content instanceof ObjectNode object ? object : ExactJson.object();
    }

    /** The text of a field, or null for one that is missing, null or empty. */
    public static String text(JsonNode object, String name) {
        String text = object.path(name).asText("");
        return text.isEmpty() ? null : text;
    }
}
