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
package io.github.camelvideo.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a tree of the dotted names of a query or form: {@code Specs.0.Begin=1} becomes {@code {"Specs":[{"Begin":1}]}}.
 * Array indexes begin at 0, or in API 2.0 at 1, and leave no gap. A text that does not fit its type stays a text, for the rules to refuse.
 */
public final class FlatParameters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiCatalog api;
    private final int first;

    /** @param first index of the first element of an array */
    public FlatParameters(ApiCatalog api, int first) {
        this.api = api;
        this.first = first;
    }

    /**
     * The tree of a call.
     *
     * @throws IllegalArgumentException when names contradict each other
     */
    public ObjectNode tree(Map<String, String> flat, Map<String, Field> fields) {
        Branch root = new Branch();
        flat.forEach((name, value) -> root.put(name, name, value));
        return object(root, fields);
    }

    private ObjectNode object(Branch branch, Map<String, Field> fields) {
        ObjectNode object = JSON.objectNode();
        branch.children.forEach((name, child) -> {
            Field field = fields.get(name);
            object.set(name, value(child, field == null ? null : field.type()));
        });
        return object;
    }

    private JsonNode value(Branch branch, FieldType type) {
        if (branch.value != null) {
            return scalar(branch.value, type);
        }
        if (type != null && type.isArray()) {
            return array(branch, type.item());
        }
        boolean struct = type != null && type.kind() == FieldType.Kind.STRUCT;
        return object(branch, struct ? api.type(type.struct()) : Map.of());
    }

    private ArrayNode array(Branch branch, FieldType item) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < branch.children.size(); i++) {
            Branch element = branch.children.get(Integer.toString(first + i));
            if (element == null) {
                throw new IllegalArgumentException("array indexes must count from " + first + " without a gap, not "
                        + String.join(", ", branch.children.keySet()));
            }
            array.add(value(element, item));
        }
        return array;
    }

    /**
     * A single value by its type.
     *
     * @param type null for a value nobody declared, which stays a text
     */
    public static JsonNode scalar(String text, FieldType type) {
        if (type == null) {
            return JSON.textNode(text);
        }
        try {
            return switch (type.kind()) {
                case INTEGER -> JSON.numberNode(new BigInteger(text));
                case FLOAT -> JSON.numberNode(new BigDecimal(text));
                case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? JSON.booleanNode(Boolean.parseBoolean(text))
                            : JSON.textNode(text);
                default -> JSON.textNode(text);
            };
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
    }

    /** A name's first part and what hangs on it: a value or further parts. */
    private static final class Branch {

        private final Map<String, Branch> children = new TreeMap<>();
        private String value;

        void put(String whole, String rest, String text) {
            int dot = rest.indexOf('.');
            Branch child = children.computeIfAbsent(dot < 0 ? rest : rest.substring(0, dot), part -> new Branch());
            if (child.value != null || dot < 0 && !child.children.isEmpty()) {
                throw new IllegalArgumentException(whole + " is both a value and a structure");
            }
            if (dot < 0) {
                child.value = text;
            } else {
                child.put(whole, rest.substring(dot + 1), text);
            }
        }
    }
}
