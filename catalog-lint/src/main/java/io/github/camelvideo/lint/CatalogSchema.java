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
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.camelvideo.catalog.Catalogs;
import java.util.List;

/** The JSON Schemas of catalog documents. */
public final class CatalogSchema {

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
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
