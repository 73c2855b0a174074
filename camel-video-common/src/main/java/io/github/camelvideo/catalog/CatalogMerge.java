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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges a document over another, as JSON Merge Patch (RFC 7396) does, and lists by the keys of their elements:
 *
 * <ul>
 *   <li>An object is merged member by member; {@code null} removes the member.
 *   <li>A list of objects with a {@code name}, {@code id}, {@code code} or {@code text} is merged by that key; the order is that of the
 *       lower document, with additions behind.
 *   <li>Anything else replaces what was there.
 * </ul>
 *
 * An action, a parameter, a field or a type belongs to the base. One that only the overlay has is left out and reported: it speaks
 * of something that the vendor no longer has, or its name is misspelled.
 */
public final class CatalogMerge {

    private static final List<String> KEYS = List.of("name", "id", "code", "text");

    /** Members of the root whose entries must be in the base, down to the fields of each. */
    private static final Set<String> OF_THE_BASE = Set.of("actions", "types", "commonRequest");

    private final List<String> withoutBase = new ArrayList<>();

    private CatalogMerge() {}

    /**
     * A merged document.
     *
     * @param json what came out
     * @param withoutBase places of entries that had nothing below them, such as {@code actions/DescribeX/request/Limit}
     */
    public record Result(ObjectNode json, List<String> withoutBase) {}

    /** Merges an overlay over a base; both stay as they are, and the result shares what they have. */
    public static Result overlay(ObjectNode base, ObjectNode overlay) {
        CatalogMerge merge = new CatalogMerge();
        ObjectNode merged = shallow(base);
        for (Map.Entry<String, JsonNode> member : overlay.properties()) {
            String name = member.getKey();
            boolean needsBase = OF_THE_BASE.contains(name);
            if (needsBase && member.getValue().isObject() && !merged.has(name)) {
                merged.putObject(name);
            }
            merge.member(merged, name, member.getValue(), name, needsBase);
        }
        return new Result(merged, List.copyOf(merge.withoutBase));
    }

    /** Merges a document over another of its kind, where each may have entries of its own; as {@link #overlay}. */
    public static ObjectNode over(ObjectNode lower, ObjectNode upper) {
        return new CatalogMerge().object(lower, upper, "", false);
    }

    private ObjectNode object(ObjectNode lower, JsonNode overlay, String place, boolean needsBase) {
        ObjectNode merged = shallow(lower);
        for (Map.Entry<String, JsonNode> member : overlay.properties()) {
            member(merged, member.getKey(), member.getValue(), place + "/" + member.getKey(), needsBase);
        }
        return merged;
    }

    private void member(ObjectNode into, String name, JsonNode value, String place, boolean needsBase) {
        JsonNode old = into.get(name);
        if (value.isNull()) {
            into.remove(name);
        } else if (old instanceof ObjectNode object && value.isObject()) {
            into.set(name, object(object, value, place, needsBase));
        } else if (old == null && needsBase && isKeyed(value)) {
            withoutBase.add(place);
        } else if (old != null && old.isArray() && isKeyed(value) && (old.isEmpty() || isKeyed(old))) {
            into.set(name, list(byKey(old, place), value, place, needsBase));
        } else {
            into.set(name, value);
        }
    }

    private ArrayNode list(Map<String, JsonNode> elements, JsonNode overlay, String place, boolean needsBase) {
        for (Map.Entry<String, JsonNode> entry : byKey(overlay, place).entrySet()) {
            String here = place + "/" + entry.getKey();
            if (elements.get(entry.getKey()) instanceof ObjectNode below) {
                elements.put(entry.getKey(), object(below, entry.getValue(), here, needsBase));
            } else if (needsBase) {
                withoutBase.add(here);
            } else {
                elements.put(entry.getKey(), entry.getValue());
            }
        }
        ArrayNode merged = ((ArrayNode) overlay).arrayNode(elements.size());
        merged.addAll(elements.values());
        return merged;
    }

    private static ObjectNode shallow(ObjectNode object) {
        return object.objectNode().setAll(object);
    }

    private static Map<String, JsonNode> byKey(JsonNode list, String place) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        for (JsonNode element : list) {
            if (elements.put(key(element), element) != null) {
                throw new CatalogException(place + "/" + key(element) + " is defined twice");
            }
        }
        return elements;
    }

    private static boolean isKeyed(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return false;
        }
        for (JsonNode element : value) {
            if (key(element) == null) {
                return false;
            }
        }
        return true;
    }

    private static String key(JsonNode element) {
        for (String name : KEYS) {
            JsonNode key = element.get(name);
            if (key != null && key.isTextual()) {
                return key.textValue();
            }
        }
        return null;
    }
}
