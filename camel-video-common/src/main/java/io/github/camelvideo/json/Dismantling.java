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
package io.github.camelvideo.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a tree into something else and takes it apart on the way: what was read is let go of at once, so that there is no moment at
 * which both are there in full. The tree is empty afterwards.
 */
public final class Dismantling {

    private Dismantling() {}

    /** Maps, lists and plain values of Java. */
    public static Object toPlain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.properties().forEach(field -> map.put(field.getKey(), toPlain(field.getValue())));
            object.removeAll();
            return map;
        }
        if (node instanceof ArrayNode array) {
            List<Object> list = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                list.add(toPlain(array.get(i)));
                array.setNull(i);
            }
            array.removeAll();
            return list;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : ExactJson.toObject(node, Object.class);
    }

    /** JSON text. */
    public static String toJson(JsonNode node) {
        byte[] json;
        try (ByteArrayBuilder pieces = new ByteArrayBuilder()) {
            try (JsonGenerator generator = ExactJson.generator(pieces)) {
                write(node, generator);
            }
            json = pieces.toByteArray();
            pieces.release();
        } catch (IOException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, JsonGenerator json) throws IOException {
        if (node instanceof ObjectNode object) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                json.writeFieldName(field.getKey());
                write(field.getValue(), json);
            }
            json.writeEndObject();
            object.removeAll();
        } else if (node instanceof ArrayNode array) {
            json.writeStartArray();
            for (int i = 0; i < array.size(); i++) {
                write(array.get(i), json);
                array.setNull(i);
            }
            json.writeEndArray();
            array.removeAll();
        } else {
            json.writeTree(node);
        }
    }
}
