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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.FieldType.Kind;
import io.github.camelvideo.json.ExactJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives an answer the shape the catalog declares, where a vendor's tables and its answers disagree in nothing but wrapping: a list
 * inside an object of its own, a single object for a list, fields one level too deep, a number for a text. What has the declared
 * shape stays as it is, and so does what fits none of this.
 */
public final class DeclaredShape {

    private final ApiCatalog api;

    public DeclaredShape(ApiCatalog api) {
        this.api = api;
    }

    /**
     * The value in the shape of its field. Changes the value in place as far as it can.
     *
     * @param field the declaration, or null where there is none
     */
    public JsonNode of(Field field, JsonNode value) {
        return field == null ? value : of(field.type(), value);
    }

    private JsonNode of(FieldType type, JsonNode value) {
        return switch (type.kind()) {
            case ARRAY -> list(type.item(), value);
            case STRUCT -> value instanceof ObjectNode object ? structure(api.type(type.struct()), object) : value;
            case STRING -> value.isNumber() ? TextNode.valueOf(value.asText()) : value;
            default -> value;
        };
    }

    private JsonNode list(FieldType item, JsonNode value) {
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, of(item, array.get(i)));
            }
            return array;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        if (object.isEmpty()) {
            return ExactJson.array();
        }
        if (isItem(item, object)) {
            return ExactJson.array().add(of(item, object));
        }
        List<JsonNode> inside =
                object.valueStream().filter(JsonNode::isContainerNode).toList();
        return inside.size() == 1 ? list(item, inside.get(0)) : value;
    }

    private JsonNode structure(Map<String, Field> fields, ObjectNode object) {
        Set<String> undeclared = new TreeSet<>();
        object.fieldNames().forEachRemaining(undeclared::add);
        undeclared.removeAll(fields.keySet());
        for (String name : undeclared) {
            if (object.get(name) instanceof ObjectNode wrapper && !wrapper.isEmpty()) {
                unwrap(fields, object, name, wrapper);
            }
        }
        fields.forEach((name, field) -> {
            if (object.has(name)) {
                object.set(name, of(field, object.get(name)));
            }
        });
        return object;
    }

    /** Only what is missing is taken out of a wrapper that holds nothing else: other objects are news, not wrappers. */
    private void unwrap(Map<String, Field> fields, ObjectNode object, String name, ObjectNode wrapper) {
        Map<String, Field> missing = new LinkedHashMap<>(fields);
        missing.keySet().removeIf(object::has);
        if (wrapper.propertyStream().allMatch(inside -> missing.containsKey(inside.getKey()))) {
            object.remove(name);
            object.setAll(wrapper);
            return;
        }
        missing.values().removeIf(field -> !field.type().isArray());
        if (wrapper.size() == 1 && missing.size() == 1) {
            Field list = missing.values().iterator().next();
            if (list(list.type().item(), wrapper) instanceof ArrayNode items
                    && items.valueStream().allMatch(item -> isItem(list.type().item(), item))) {
                object.remove(name);
                object.set(list.name(), items);
            }
        }
    }

    /** Whether an object has any of the fields that an element of the list is declared to have. */
    private boolean isItem(FieldType item, JsonNode object) {
        return item.kind() == Kind.STRUCT
                && api.type(item.struct()).keySet().stream().anyMatch(object::has);
    }
}
