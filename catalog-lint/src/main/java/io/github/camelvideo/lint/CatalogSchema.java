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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.camelvideo.catalog.Catalogs;
import java.util.List;
import java.util.Objects;

/** The JSON Schemas of catalog documents. A finding begins with its place, such as {@code actions/DescribeX/request/Limit/type}. */
public final class CatalogSchema {

    private static final List<String> KEYS = List.of("name", "id", "code", "text");

    private static final JsonSchema API = schema("catalog-schema.json");
    private static final JsonSchema FEEDS = schema("feeds-schema.json");
    private static final JsonSchema CALLBACKS = schema("callbacks-schema.json");

    private CatalogSchema() {}

    /** What the schema finds wrong with the document of an API; nothing when it fits. */
    public static List<String> findings(JsonNode document) {
        return findings(API, document);
    }

    /** What the schema finds wrong with the document of an API's feeds; nothing when it fits. */
    public static List<String> feedFindings(JsonNode document) {
        return findings(FEEDS, document);
    }

    /** What the schema finds wrong with the document of an API's callbacks; nothing when it fits. */
    public static List<String> callbackFindings(JsonNode document) {
        return findings(CALLBACKS, document);
    }

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Catalogs.class.getResourceAsStream(name));
    }

    private static List<String> findings(JsonSchema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(finding -> place(document, finding.getInstanceLocation()) + ": " + words(finding))
                .distinct()
                .toList();
    }

    /** Without the place that the validator puts before it. */
    private static String words(ValidationMessage finding) {
        String prefix = finding.getInstanceLocation() + ": ";
        String message = finding.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    /** The way to a value, where an element of a list is called by its name and not by its number. */
    private static String place(JsonNode document, JsonNodePath path) {
        StringBuilder way = new StringBuilder();
        JsonNode here = document;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            here = step instanceof Integer index ? here.path(index) : here.path(step.toString());
            String key = step instanceof Integer ? key(here) : null;
            way.append(way.isEmpty() ? "" : "/").append(key == null ? step : key);
        }
        return way.isEmpty() ? "the document" : way.toString();
    }

    private static String key(JsonNode element) {
        return KEYS.stream()
                .map(key -> element.path(key).textValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
