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
package io.github.camelvideo.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What credentials files in JSON have in common. */
public final class JsonFile {

    private JsonFile() {}

    /**
     * The content of a file.
     *
     * @throws InvalidRequestException when it is not a JSON object; its text is not quoted
     */
    public static ObjectNode object(Path file, String content) {
        try {
            if (ExactJson.parse(content.replace("\uFEFF", "")) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // not kept as cause: its message quotes the content
            throw damaged(file, ", line " + e.getLocation().getLineNr());
        }
        throw damaged(file, "");
    }

    private static InvalidRequestException damaged(Path file, String place) {
        return new InvalidRequestException("Credentials from file " + file + place
                + ": not a JSON object. Write it anew with the vendor's command line tool.");
    }

    /** The texts and numbers of an object, by name. */
    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                texts.put(field.getKey(), field.getValue().asText().strip());
            }
        });
        return texts;
    }
}
