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
package io.github.camelvideo.tools.metadata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigInteger;

/**
 * A parameter of an action as Camel's tools describe an option. The types are those that Camel's validation accepts every valid value of,
 * and not always the nearest: its {@code integer} has 32 bits, and its {@code object} takes references to beans alone.
 */
final class ParameterOption {

    private static final BigInteger MAX_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);

    private ParameterOption() {}

    /**
     * @param secret whether a value is a secret or may contain one
     * @param required whether a URI without it is an error
     * @param hasParts whether a URI may give its parts, as {@code Name.1.Part}
     */
    static ObjectNode of(int index, Field field, boolean secret, boolean required, boolean hasParts) {
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.put("index", index)
                .put("kind", "parameter")
                .put("displayName", displayName(field.name()))
                .put("group", "action")
                .put("label", "")
                .put("required", required)
                .put("type", type(field))
                .put("javaType", javaType(field.type()));
        if (isChoice(field)) {
            ArrayNode values = option.putArray("enum");
            field.values().forEach(values::add);
        }
        if (hasParts && !field.type().isScalar()) {
            option.put("prefix", field.name() + ".").put("multiValue", true);
        }
        return option.put("deprecated", false)
                .put("autowired", false)
                .put("secret", secret)
                .put("description", ParameterText.of(field))
                .put("optional", !field.required());
    }

    /** The values of an array are those of its elements, and Camel would compare them with the whole list. */
    private static boolean isChoice(Field field) {
        return !field.values().isEmpty() && field.type().isScalar();
    }

    private static String type(Field field) {
        if (isChoice(field)) {
            return "enum";
        }
        return switch (field.type().kind()) {
            case INTEGER -> fitsInteger(field) ? "integer" : "number";
            case FLOAT -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            // JSON text is a text
            case STRING, FILE, STRUCT, OBJECT, MAP -> "string";
        };
    }

    private static boolean fitsInteger(Field field) {
        return field.max() != null && field.max().compareTo(MAX_INTEGER) <= 0;
    }

    private static String javaType(FieldType type) {
        return switch (type.kind()) {
            case INTEGER -> "java.lang.Long";
            case FLOAT -> "java.lang.Double";
            case BOOLEAN -> "java.lang.Boolean";
            case ARRAY -> "java.util.List<" + javaType(type.item()) + ">";
            case STRING, FILE, STRUCT, OBJECT, MAP -> "java.lang.String";
        };
    }

    /** {@code StreamName} is shown as {@code Stream Name}, as Camel does. */
    private static String displayName(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2");
    }
}
