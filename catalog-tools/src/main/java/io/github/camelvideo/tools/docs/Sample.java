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
package io.github.camelvideo.tools.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values that fit parameters: those of the document's example request where a reader of English can use them and they keep to the
 * document's own limits, otherwise values made up by type and name.
 */
final class Sample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_ELEMENTS = 2;
    /** Structures may hold themselves. */
    private static final int MAX_DEPTH = 6;

    /** Blanks come from line breaks of the vendor's pages, save in a local time. */
    private static final Pattern READABLE = Pattern.compile("[!-~]+|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?");

    /** What the vendor blanked out, and addresses that belong to somebody. */
    private static final Pattern NOT_FOR_OTHERS =
            Pattern.compile("(?i)\\*\\*|xxx|[{}<>]|^\\w+://|\\w\\.[\\w-]+\\.(com|cn|net|org)\\b");

    private final ApiCatalog api;
    private final boolean ahead;

    /** @param ahead whether times are still to come */
    Sample(ApiCatalog api, boolean ahead) {
        this.api = api;
        this.ahead = ahead;
    }

    /** A value for one parameter or field. */
    JsonNode value(Field field, JsonNode example) {
        return value(field, field.type(), example == null ? JSON.missingNode() : example, 0);
    }

    private JsonNode value(Field field, FieldType type, JsonNode example, int depth) {
        return switch (type.kind()) {
            case ARRAY -> array(field, type.item(), example, depth);
            case STRUCT -> struct(type.struct(), example, depth);
            case OBJECT, MAP -> example.isObject() ? example : JSON.objectNode();
            case FILE -> TextNode.valueOf("file:data/" + MadeUp.word(field.name()));
            default -> scalar(field, type, example);
        };
    }

    private JsonNode scalar(Field field, FieldType type, JsonNode example) {
        return ShownTime.of(field, ahead)
                .map(time -> typed(type, time))
                .orElseGet(() -> fits(field, type, example) ? typed(type, example.asText()) : single(field, type));
    }

    private ArrayNode array(Field field, FieldType item, JsonNode example, int depth) {
        ArrayNode elements = JSON.arrayNode();
        for (int i = 0; i < Math.min(MAX_ELEMENTS, example.size()); i++) {
            elements.add(value(field, item, example.get(i), depth));
        }
        return elements.isEmpty() ? elements.add(value(field, item, JSON.missingNode(), depth)) : elements;
    }

    private ObjectNode struct(String name, JsonNode example, int depth) {
        ObjectNode object = JSON.objectNode();
        Map<String, Field> fields = api.type(name);
        fields.values().stream()
                .filter(field -> field.required() || isShown(example.path(field.name())))
                .filter(field -> depth < MAX_DEPTH)
                .forEach(field ->
                        object.set(field.name(), value(field, field.type(), example.path(field.name()), depth + 1)));
        if (object.isEmpty() && depth < MAX_DEPTH) {
            // nothing is required: an empty object would show nothing
            fields.values().stream()
                    .filter(field -> field.type().isScalar())
                    .findFirst()
                    .ifPresent(field -> object.set(field.name(), scalar(field, field.type(), JSON.missingNode())));
        }
        return object;
    }

    private static boolean isShown(JsonNode example) {
        return !example.isMissingNode()
                && !example.isNull()
                && !(example.isTextual() && example.asText().isEmpty());
    }

    private static boolean fits(Field field, FieldType type, JsonNode example) {
        if (!example.isValueNode() || example.isNull() || field.secret() || MadeUp.isDomain(field)) {
            return false;
        }
        String text = example.asText();
        return READABLE.matcher(text).matches()
                && !NOT_FOR_OTHERS.matcher(text).find()
                && hasType(type, text)
                && isAllowed(field, type, text);
    }

    private static boolean hasType(FieldType type, String text) {
        return switch (type.kind()) {
            case INTEGER -> text.matches("-?\\d{1,19}");
            case FLOAT -> text.matches("-?\\d+(\\.\\d+)?");
            case BOOLEAN -> text.matches("true|false");
            default -> true;
        };
    }

    private static boolean isAllowed(Field field, FieldType type, String text) {
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            return false;
        }
        if (type.kind() != FieldType.Kind.INTEGER && type.kind() != FieldType.Kind.FLOAT) {
            return true;
        }
        BigDecimal number = new BigDecimal(text);
        return (field.min() == null || number.compareTo(new BigDecimal(field.min())) >= 0)
                && (field.max() == null || number.compareTo(new BigDecimal(field.max())) <= 0);
    }

    private static JsonNode single(Field field, FieldType type) {
        return typed(
                type,
                field.values().isEmpty()
                        ? MadeUp.text(field, type)
                        : field.values().get(0));
    }

    private static JsonNode typed(FieldType type, String text) {
        return switch (type.kind()) {
            case INTEGER -> JSON.numberNode(new BigInteger(text));
            case FLOAT -> DecimalNode.valueOf(new BigDecimal(text));
            case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            default -> TextNode.valueOf(text);
        };
    }
}
