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
package io.github.camelvideo.tencent.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The vendor's documents' own examples of every action. */
final class Examples {

    private static final Map<String, JsonNode> BY_API = new ConcurrentHashMap<>();

    private Examples() {}

    static List<String> actions(String api) {
        return of(api).properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The example request, without what the protocol fills in. */
    static ObjectNode request(String api, String action) {
        return of(api).get(action).get("request").deepCopy();
    }

    /** The example answer in its envelope, or null where the document has none. */
    static ObjectNode answer(String api, String action) {
        JsonNode answer = of(api).get(action).get("response");
        return answer == null ? null : answer.deepCopy();
    }

    private static JsonNode of(String api) {
        return BY_API.computeIfAbsent(api, Examples::read);
    }

    private static JsonNode read(String api) {
        try (InputStream document = Examples.class.getResourceAsStream("/examples/" + api + ".json")) {
            return ExactJson.parse(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
