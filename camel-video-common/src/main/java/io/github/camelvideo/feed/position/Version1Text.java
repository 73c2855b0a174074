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
package io.github.camelvideo.feed.position;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that version 1 stored, as positions of today. Stateless, and as strict as {@link PositionText}.
 *
 * <ul>
 *   <li>A position, {@code {"v":1,"watermark":"…","from":"…","delivered":{"<instant>":["key",…]}}}: the head is
 *       {@code {"v":2,"kind":"log","watermark":"…","from":"…"}}, each key an entry with an empty state. A key that was delivered at two
 *       times keeps the later one.
 *   <li>The list of values of a {@code forEach} feed, {@code {"v":1,"listed":["a"],"gone":{"b":"<instant>"}}}: the head is
 *       {@code {"v":2,"kind":"partitions"}}, each value an entry without a time. The state of a value is empty while it is listed, and
 *       the instant since when it is gone.
 * </ul>
 */
final class Version1Text {

    /** What version 1 wrote in place of a position it deleted. */
    static final String DELETED = " ";

    private static final String PARTITIONS = "{\"v\":2,\"kind\":\"partitions\"}";

    private Version1Text() {}

    static StoredPosition read(JsonNode root) {
        return root.has("listed") ? partitions(root) : log(root);
    }

    /** Whether it is the list of values of a {@code forEach} feed. */
    static boolean isListOfPartitions(StoredPosition position) {
        return position.head().equals(PARTITIONS);
    }

    private static StoredPosition log(JsonNode root) {
        PositionText.onlyMembers(root, Set.of("v", "watermark", "from", "delivered"));
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("v", 2).put("kind", "log");
        head.put("watermark", time(root, "watermark"));
        head.put("from", time(root, "from"));
        Map<String, PositionEntry> entries = new LinkedHashMap<>();
        PositionText.object(root, "delivered").properties().forEach(delivered -> {
            Instant time = PositionText.instant(delivered.getKey());
            for (String key : texts(delivered.getKey(), delivered.getValue())) {
                entries.merge(key, new PositionEntry(key, time, ""), Version1Text::later);
            }
        });
        return new StoredPosition(head.toString(), entries.values());
    }

    private static PositionEntry later(PositionEntry one, PositionEntry other) {
        return other.time().isAfter(one.time()) ? other : one;
    }

    private static StoredPosition partitions(JsonNode root) {
        PositionText.onlyMembers(root, Set.of("v", "listed", "gone"));
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("v", 2).put("kind", "partitions");
        Map<String, PositionEntry> entries = new LinkedHashMap<>();
        for (String value : texts("listed", root.get("listed"))) {
            entries.put(value, new PositionEntry(value, null, ""));
        }
        PositionText.object(root, "gone").fieldNames().forEachRemaining(value -> {
            String since = time(root.get("gone"), value);
            entries.putIfAbsent(value, new PositionEntry(value, null, since));
        });
        return new StoredPosition(PARTITIONS, entries.values());
    }

    private static String time(JsonNode object, String name) {
        if (!object.path(name).isTextual()) {
            throw new IllegalArgumentException("'" + name + "' is missing or not a text");
        }
        return PositionText.instant(object.get(name).textValue()).toString();
    }

    private static List<String> texts(String name, JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("'" + name + "' must be an array of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isTextual() || element.textValue().isEmpty()) {
                throw new IllegalArgumentException("'" + name + "' must be an array of texts");
            }
            texts.add(element.textValue());
        }
        return texts;
    }
}
