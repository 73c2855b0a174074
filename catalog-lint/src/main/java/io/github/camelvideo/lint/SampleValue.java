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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Values with one of everything that a catalog declares: lists have one element. The engine's own paths can be tried on them, so that a
 * check of a path cannot differ from its use.
 */
final class SampleValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ApiCatalog api;
    private final String text;
    private final Deque<String> within = new ArrayDeque<>();

    /** @param text what texts hold */
    SampleValue(ApiCatalog api, String text) {
        this.api = api;
        this.text = text;
    }

    JsonNode object(Map<String, Field> fields) {
        ObjectNode object = NODES.objectNode();
        fields.values().forEach(field -> object.set(field.name(), of(field.type())));
        return object;
    }

    JsonNode of(FieldType type) {
        return switch (type.kind()) {
            case STRING, FILE -> NODES.textNode(text);
            case INTEGER -> NODES.numberNode(1);
            case FLOAT -> NODES.numberNode(0.5);
            case BOOLEAN -> NODES.booleanNode(true);
            case OBJECT -> NODES.objectNode();
            case ARRAY -> NODES.arrayNode().add(of(type.item()));
            case MAP -> NODES.objectNode().set("name", of(type.item()));
            case STRUCT -> structure(type.struct());
        };
    }

    /** A structure inside itself is empty. */
    private JsonNode structure(String name) {
        if (within.contains(name)) {
            return NODES.objectNode();
        }
        within.push(name);
        JsonNode object = object(api.type(name));
        within.pop();
        return object;
    }
}
