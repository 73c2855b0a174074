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
package io.github.camelvideo.simulator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ListSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts items where the path of a feed finds them: outer levels are made of the fields that the items carry from there. */
final class NestedList {

    private static final String EACH = "[]";
    private static final String JSON = "|json";

    private final ListSpec list;
    private final List<String> steps;

    NestedList(ListSpec list) {
        this.list = list;
        this.steps = list.items().isEmpty() ? List.of() : List.of(list.items().split("\\."));
    }

    /** The content of an answer with these items. */
    JsonNode content(List<ObjectNode> items) {
        if (steps.isEmpty()) {
            return items.isEmpty() ? JsonNodeFactory.instance.objectNode() : items.get(0);
        }
        if (list.items().equals(EACH)) {
            return elements(items);
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        setCarried(content, "", items);
        fill(content, 0, "", items);
        return content;
    }

    private void fill(ObjectNode level, int depth, String path, List<ObjectNode> items) {
        String step = steps.get(depth);
        boolean isJson = step.endsWith(JSON);
        String plain = isJson ? step.substring(0, step.length() - JSON.length()) : step;
        boolean isEach = plain.endsWith(EACH);
        String name = isEach ? plain.substring(0, plain.length() - EACH.length()) : plain;
        String here = path.isEmpty() ? step : path + "." + step;
        if (name.startsWith("{")) {
            String capture = name.substring(1, name.indexOf(':'));
            groups(items, List.of(capture)).forEach((values, group) -> {
                group.forEach(item -> item.remove(capture));
                set(level, values.get(0).asText(), isEach, isJson, depth, here, group);
            });
        } else {
            set(level, name, isEach, isJson, depth, here, items);
        }
    }

    private void set(
            ObjectNode level,
            String name,
            boolean isEach,
            boolean isJson,
            int depth,
            String here,
            List<ObjectNode> items) {
        JsonNode value;
        if (depth == steps.size() - 1) {
            value = elements(items);
        } else if (isEach) {
            value = outer(depth, here, items);
        } else {
            ObjectNode inner = JsonNodeFactory.instance.objectNode();
            setCarried(inner, here, items);
            fill(inner, depth + 1, here, items);
            value = inner;
        }
        level.set(name, isJson ? JsonNodeFactory.instance.textNode(value.toString()) : value);
    }

    private ArrayNode outer(int depth, String here, List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        groups(items, List.copyOf(carriedAt(here).keySet())).forEach((values, group) -> {
            ObjectNode element = array.addObject();
            setCarried(element, here, group);
            fill(element, depth + 1, here, group);
        });
        return array;
    }

    private ArrayNode elements(List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode item : items) {
            if (!list.columns().isEmpty()) {
                ArrayNode row = array.addArray();
                list.columns().forEach(column -> row.add(item.get(column)));
            } else if (list.key().equals(List.of("value")) || item.size() == 1 && item.has("value")) {
                array.add(item.get("value"));
            } else {
                array.add(item);
            }
        }
        return array;
    }

    /** Fields that are carried from a level, and what they are called there. */
    private Map<String, String> carriedAt(String level) {
        Map<String, String> carried = new LinkedHashMap<>();
        list.carry().forEach((name, from) -> {
            int dot = from.lastIndexOf('.');
            if ((dot < 0 ? "" : from.substring(0, dot)).equals(level)) {
                carried.put(name, from.substring(dot + 1));
            }
        });
        return carried;
    }

    private void setCarried(ObjectNode level, String path, List<ObjectNode> items) {
        carriedAt(path).forEach((name, field) -> {
            if (!items.isEmpty() && items.get(0).has(name)) {
                level.set(field, items.get(0).get(name));
            }
            items.forEach(item -> item.remove(name));
        });
    }

    private static Map<List<JsonNode>, List<ObjectNode>> groups(List<ObjectNode> items, List<String> fields) {
        Map<List<JsonNode>, List<ObjectNode>> groups = new LinkedHashMap<>();
        for (ObjectNode item : items) {
            List<JsonNode> values = new ArrayList<>();
            fields.forEach(field -> values.add(item.path(field)));
            groups.computeIfAbsent(values, key -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    /** Sets a value at a path of names joined by dots. */
    static void put(ObjectNode item, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            item.set(path, value);
        } else {
            put(item.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }
}
