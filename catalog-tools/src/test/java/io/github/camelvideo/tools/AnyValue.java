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
package io.github.camelvideo.tools;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some valid value of a parameter, as text of a URI. */
public final class AnyValue {

    private AnyValue() {}

    /** {@code name=value} of some parameters, with RAW where a value needs it. */
    public static String query(ApiCatalog api, List<Field> parameters) {
        return parameters.stream()
                .map(field -> field.name() + "=" + inUri(of(api, field)))
                .collect(Collectors.joining("&"));
    }

    /** All parameters of an action. */
    public static List<Field> parameters(Action action) {
        return List.copyOf(action.parameters().values());
    }

    private static String inUri(String value) {
        return value.matches("[\\w.-]*") ? value : "RAW(" + value + ")";
    }

    /** A value within the limits of the field. */
    public static String of(ApiCatalog api, Field field) {
        String json = json(api, field, field.type(), 3);
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    private static String json(ApiCatalog api, Field field, FieldType type, int depth) {
        return switch (type.kind()) {
            case ARRAY -> "[" + json(api, field, type.item(), depth) + "]";
            case INTEGER, FLOAT ->
                field.values().isEmpty() ? number(field) : field.values().get(0);
            case BOOLEAN -> "true";
            case STRING ->
                "\"" + (field.values().isEmpty() ? "text" : field.values().get(0)) + "\"";
            case FILE -> "file:picture.jpg";
            case OBJECT, MAP -> "{}";
            case STRUCT -> struct(api, api.type(type.struct()), depth - 1);
        };
    }

    private static String struct(ApiCatalog api, Map<String, Field> fields, int depth) {
        return fields.values().stream()
                .filter(field -> field.required() || depth > 1 && field.type().isScalar())
                .map(field -> "\"" + field.name() + "\":" + json(api, field, field.type(), depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(Field field) {
        if (field.min() != null) {
            return field.min().toString();
        }
        return field.max() == null ? "1" : field.max().toString();
    }
}
