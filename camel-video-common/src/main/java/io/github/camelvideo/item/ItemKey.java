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
package io.github.camelvideo.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.ExactJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Identity of an item: the text of its key field; several fields joined so that no two different items share a text. An item that
 * has none of its key fields, or only empty ones, or no declared ones, is identified by a digest of all it holds, in whatever order it is
 * written. An item that is a text has one field, {@code value}.
 */
public final class ItemKey {

    /** A longer text is replaced by its digest, for the sake of the stored position. */
    private static final int LONGEST = 200;

    /** Behind a field of which only the text before a question mark counts: an address that is signed anew each time. */
    private static final String WITHOUT_QUERY = "|no-query";

    private static final String TEXT = "value";

    private ItemKey() {}

    /** The texts of fields, joined; a field that is absent counts as one that is. Empty where there are none. */
    public static String dimensions(JsonNode item, List<String> fields) {
        StringBuilder key = new StringBuilder();
        for (String field : fields) {
            JsonNode value = value(item, field);
            boolean absent = value.isMissingNode() || value.isNull();
            key.append(key.isEmpty() ? "" : "|").append(absent ? "\\0" : escaped(text(value)));
        }
        return key.length() > LONGEST ? digest(key.toString()) : key.toString();
    }

    /** @param fields key fields, each a path of names joined by dots, with {@code |no-query} behind an address */
    public static String of(JsonNode item, List<String> fields) {
        StringBuilder key = new StringBuilder();
        boolean found = false;
        for (String field : fields) {
            JsonNode value = value(item, field);
            boolean absent = value.isMissingNode() || value.isNull();
            found |= !absent && !(value.isTextual() && value.textValue().isBlank());
            if (fields.size() == 1) {
                key.append(absent ? "" : text(value));
            } else {
                key.append(key.isEmpty() ? "" : "|").append(absent ? "\\0" : escaped(text(value)));
            }
        }
        if (!found) {
            return digest(canonical(item).toString());
        }
        return key.length() > LONGEST ? digest(key.toString()) : key.toString();
    }

    /** The value of a field of an item, without what does not count of it; missing where there is none. */
    public static JsonNode value(JsonNode item, String field) {
        if (item.isValueNode()) {
            return field.equals(TEXT) ? item : MissingNode.getInstance();
        }
        if (!field.endsWith(WITHOUT_QUERY)) {
            return ExactJson.at(item, field);
        }
        JsonNode whole = ExactJson.at(item, field.substring(0, field.length() - WITHOUT_QUERY.length()));
        return whole.isTextual() ? TextNode.valueOf(whole.textValue().replaceFirst("\\?.*", "")) : whole;
    }

    /** What stands for a key that must not be seen. */
    public static String hidden(String key) {
        return digest(key);
    }

    /** A path of a key without what is said about its value. */
    public static String plainPath(String path) {
        return path.endsWith(WITHOUT_QUERY) ? path.substring(0, path.length() - WITHOUT_QUERY.length()) : path;
    }

    /** The name of the field that a path of a key leads to. */
    public static String lastName(String path) {
        String plain = plainPath(path);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** A digest of the fields named, or of the whole item where none is. */
    public static String digestOf(JsonNode item, List<String> fields) {
        if (fields.isEmpty()) {
            return digest(canonical(item).toString());
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (String field : fields) {
            JsonNode value = value(item, field);
            // vendors write "not yet" in all three ways
            boolean isNothing = value.isMissingNode()
                    || value.isNull()
                    || value.isTextual() && value.textValue().isBlank();
            values.add(isNothing ? NullNode.getInstance() : canonical(value));
        }
        return digest(values.toString());
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? canonical(value).toString() : value.asText();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), canonical(entry.getValue())));
            return sorted.setAll(fields);
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(canonical(element)));
            return array;
        }
        return node;
    }

    private static String digest(String text) {
        return "sha256-" + Digests.sha256Base64Url(Digests.utf8(text));
    }
}
