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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.json.ExactJson;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Settings that were read, as parameters of the action that replaces all of them. Answers show a setting that is not set as null, empty or 0;
 * where the action does not take that, it is left out.
 */
final class ReadSettings {

    private final ApiCatalog api;

    ReadSettings(ApiCatalog api) {
        this.api = api;
    }

    /** Those that the action has parameters for. */
    ObjectNode asParameters(JsonNode found, Action action) {
        ObjectNode parameters = ExactJson.object();
        action.parameters().forEach((name, parameter) -> {
            JsonNode value = found.path(name).deepCopy();
            dropUnset(value, api.fields(parameter.type()));
            if (!isUnset(value, parameter)) {
                parameters.set(name, value);
            }
        });
        return parameters;
    }

    /** Fields that the catalog does not know pass. */
    private void dropUnset(JsonNode value, Map<String, Field> fields) {
        if (value instanceof ArrayNode array) {
            array.forEach(element -> dropUnset(element, fields));
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                Field field = fields.get(member.getKey());
                dropUnset(member.getValue(), field == null ? Map.of() : api.fields(field.type()));
            });
            object.remove(object.properties().stream()
                    .filter(member -> isUnset(member.getValue(), fields.get(member.getKey())))
                    .map(Map.Entry::getKey)
                    .toList());
        }
    }

    private static boolean isUnset(JsonNode value, Field field) {
        return value.isMissingNode()
                || value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isNumber() && value.decimalValue().signum() == 0 && field != null && !takesZero(field);
    }

    private static boolean takesZero(Field field) {
        return (field.values().isEmpty() || field.values().contains("0"))
                && (field.min() == null || new BigDecimal(field.min()).signum() <= 0);
    }
}
