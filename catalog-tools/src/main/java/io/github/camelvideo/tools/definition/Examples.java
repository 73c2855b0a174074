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
package io.github.camelvideo.tools.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.JsonFile;
import io.github.camelvideo.tools.document.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vendor's examples of calls, as they lie beside Tencent's {@code api.json} in {@code examples.json}. They are for trying and testing
 * an API and never become part of a catalog.
 */
public final class Examples {

    private static final String FILE = "examples.json";

    private Examples() {}

    /**
     * One example.
     *
     * @param title the vendor's title
     * @param request parameters, or null where the example has none that are JSON
     * @param response the response, or null where the example has none that is JSON
     */
    public record Example(String title, JsonNode request, JsonNode response) {}

    /**
     * The examples beside a definition by action; none where there is no such file.
     *
     * @param definition the file with the definition
     * @throws DocumentException if the file is there and is no document of examples
     */
    public static Map<String, List<Example>> beside(Path definition) {
        Path file = definition.resolveSibling(FILE);
        return Files.exists(file) ? read(JsonFile.load(file)) : Map.of();
    }

    private static Map<String, List<Example>> read(Place root) {
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        root.at("actions").members().forEach((action, listed) -> {
            List<Example> ofAction = new ArrayList<>();
            for (Place example : listed.elements()) {
                ofAction.add(new Example(
                        Texts.line(example.at("title").comment()),
                        json(content(example.at("input").text())),
                        json(example.at("output").text())));
            }
            examples.put(action, List.copyOf(ofAction));
        });
        return examples;
    }

    /** What follows the header of an HTTP request. */
    private static String content(String request) {
        String text = request.replace("\r\n", "\n");
        int empty = text.indexOf("\n\n");
        return empty < 0 ? "" : text.substring(empty + 2);
    }

    /** Examples are written by hand; what is no JSON is no use to a program. */
    private static JsonNode json(String text) {
        try {
            JsonNode json = text.isBlank() ? null : ExactJson.parse(text);
            return json != null && json.isObject() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
