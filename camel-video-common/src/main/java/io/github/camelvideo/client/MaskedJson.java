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
package io.github.camelvideo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of JSON for the log. A secret value is masked, and so is one that the catalog does not describe: nobody knows that it is none. Of
 * an address, what follows the question mark or the number sign and what precedes an {@code @} is masked: keys of streams stand there.
 */
final class MaskedJson {

    static final String MASK = "xxxxxx";

    /** Slashes may be escaped, as in JSON within a text. */
    private static final String ADDRESS = "(:\\\\?/\\\\?/";

    private static final Pattern QUERY = Pattern.compile(ADDRESS + "[^\\s\"?#]*[?#])[^\\s\"]+");

    /** What vendors give to append to an address. */
    private static final Pattern QUERY_ALONE = Pattern.compile("([?&][^\\s\"=&]+=)[^\\s\"]+");

    private static final Pattern START = Pattern.compile(ADDRESS + ")");

    private static final JsonNode MASKED = TextNode.valueOf(MASK);

    private final ApiCatalog api;

    private MaskedJson(ApiCatalog api) {
        this.api = api;
    }

    /**
     * @param fields what the catalog knows of the members of the content, by name
     * @param content not changed
     */
    static JsonNode of(ApiCatalog api, Map<String, Field> fields, JsonNode content) {
        return new MaskedJson(api).members(fields, content);
    }

    private JsonNode members(Map<String, Field> fields, JsonNode value) {
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(members(fields, element)));
            return copy;
        }
        if (!(value instanceof ObjectNode object)) {
            return unknown(value);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            Field field = fields.get(member.getKey());
            boolean shown = field != null && !field.secret();
            copy.set(member.getKey(), shown ? typed(field.type(), member.getValue()) : unknown(member.getValue()));
        });
        return copy;
    }

    private JsonNode typed(FieldType type, JsonNode value) {
        return switch (type.kind()) {
            case ARRAY -> elements(type.item(), value);
            case MAP -> values(type.item(), value);
            case STRUCT -> members(api.fields(type), value);
            case OBJECT, FILE -> unknown(value);
            case STRING, INTEGER, FLOAT, BOOLEAN -> scalar(value);
        };
    }

    private JsonNode elements(FieldType type, JsonNode value) {
        if (!value.isArray()) {
            return typed(type, value);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> copy.add(typed(type, element)));
        return copy;
    }

    private JsonNode values(FieldType type, JsonNode value) {
        if (!value.isObject()) {
            return unknown(value);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(entry -> copy.set(entry.getKey(), typed(type, entry.getValue())));
        return copy;
    }

    /** A scalar that the catalog declares and that is something else on the wire is not described, either. */
    private static JsonNode scalar(JsonNode value) {
        if (value.isContainerNode()) {
            return unknown(value);
        }
        if (!value.isTextual()) {
            return value;
        }
        return TextNode.valueOf(
                QUERY_ALONE.matcher(addresses(value.textValue())).replaceAll("$1" + MASK));
    }

    /** A text in which no address has a user, a query or a fragment. */
    static String addresses(String text) {
        return QUERY.matcher(withoutUsers(text)).replaceAll("$1" + MASK);
    }

    /** Masks up to the last {@code @}: passwords of cameras are written into addresses as they are, with any character. */
    private static String withoutUsers(String text) {
        int at = text.lastIndexOf('@');
        Matcher start = START.matcher(text);
        return at < 0 || !start.find() || start.end() > at
                ? text
                : text.substring(0, start.end()) + MASK + text.substring(at);
    }

    /** Keeps that a value is missing or empty: that is what support asks for, and no secret. */
    private static JsonNode unknown(JsonNode value) {
        boolean empty = value.isNull() || value.isContainerNode() && value.isEmpty();
        return empty || value.isTextual() && value.textValue().isEmpty() ? value : MASKED;
    }
}
