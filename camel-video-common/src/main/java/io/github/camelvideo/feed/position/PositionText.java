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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole position as one line of JSON, for stores that keep one text per position. Stateless.
 *
 * <p>Version 2, entries by time and key, the empty text for those without a time:
 *
 * <pre>{"v":2,"head":{"v":2,"kind":"log",…},"entries":{"2026-05-25T09:56:51Z":{"17":"","18":"state"},"":{"19":""}}}</pre>
 *
 * <p>{@code {"v":2,"deleted":true}} marks a deleted position: a {@code StateRepository} cannot remove a key.
 *
 * <p>Reading is strict: a text that is anything but a complete position is refused with the reason, because to start over would lose or
 * repeat items silently. Texts of version 1 are read too; see {@link Version1Text}.
 */
final class PositionText {

    /** What is written in place of a deleted position. */
    static final String DELETED = "{\"v\":2,\"deleted\":true}";

    private static final int VERSION = 2;
    private static final Comparator<PositionEntry> BY_TIME_AND_KEY = Comparator.comparing(
                    PositionEntry::time, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PositionEntry::key);
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private PositionText() {}

    /** @throws IllegalArgumentException when the head is not an object with a version and a kind */
    static String write(StoredPosition position) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("v", VERSION);
        root.set("head", head(parse(position.head())));
        ObjectNode entries = root.putObject("entries");
        List<PositionEntry> sorted =
                position.entries().stream().sorted(BY_TIME_AND_KEY).toList();
        for (PositionEntry entry : sorted) {
            String time = entry.time() == null ? "" : entry.time().toString();
            entries.withObjectProperty(time).put(entry.key(), entry.state());
        }
        return root.toString();
    }

    /**
     * The position, or nothing when the text marks a deleted one.
     *
     * @throws IllegalArgumentException when the text is not a position of this or an earlier version, with the reason
     */
    static Optional<StoredPosition> read(String text) {
        if (text.equals(Version1Text.DELETED)) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        JsonNode root = parse(text);
        return switch (version(root)) {
            case 1 -> Optional.of(Version1Text.read(root));
            case VERSION -> current(root);
            default ->
                throw new IllegalArgumentException("it has version " + root.get("v")
                        + ". This release reads up to version " + VERSION + "; a newer release wrote it");
        };
    }

    private static Optional<StoredPosition> current(JsonNode root) {
        if (root.has("deleted")) {
            onlyMembers(root, Set.of("v", "deleted"));
            if (!root.get("deleted").isBoolean() || !root.get("deleted").booleanValue()) {
                throw new IllegalArgumentException("'deleted' must be true");
            }
            return Optional.empty();
        }
        onlyMembers(root, Set.of("v", "head", "entries"));
        String head = head(root.path("head")).toString();
        Map<String, PositionEntry> entries = new LinkedHashMap<>();
        object(root, "entries").properties().forEach(group -> {
            Instant time = group.getKey().isEmpty() ? null : instant(group.getKey());
            if (!group.getValue().isObject()) {
                throw new IllegalArgumentException("entries of '" + group.getKey() + "' must be an object");
            }
            group.getValue().properties().forEach(entry -> {
                if (entry.getKey().isEmpty() || !entry.getValue().isTextual()) {
                    throw new IllegalArgumentException("entry '" + entry.getKey() + "' must have a key and a text");
                }
                PositionEntry read =
                        new PositionEntry(entry.getKey(), time, entry.getValue().textValue());
                if (entries.put(entry.getKey(), read) != null) {
                    throw new IllegalArgumentException("entry '" + entry.getKey() + "' is there twice");
                }
            });
        });
        return Optional.of(new StoredPosition(head, entries.values()));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The version of a text or a head. */
    static int version(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        JsonNode version = root.path("v");
        if (!version.isInt() || version.intValue() < 1) {
            throw new IllegalArgumentException("it has no version and is not a position of a feed");
        }
        return version.intValue();
    }

    private static JsonNode head(JsonNode head) {
        if (!head.isObject() || !head.path("v").isInt() || !head.path("kind").isTextual()) {
            throw new IllegalArgumentException("its head must be an object with a version and a kind");
        }
        return head;
    }

    static JsonNode object(JsonNode root, String name) {
        if (!root.path(name).isObject()) {
            throw new IllegalArgumentException("'" + name + "' is missing or not an object");
        }
        return root.get(name);
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time in it is damaged: " + e.getMessage(), e);
        }
    }

    static void onlyMembers(JsonNode root, Set<String> known) {
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("it has an unknown member '" + name + "'");
            }
        });
    }
}
