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
package io.github.camelvideo.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.position.PositionEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Entries of a position as one line of JSON, since Connect's offsets hold nothing but texts and numbers: keys and states by time, the empty
 * text for those without a time. Stateless.
 *
 * <pre>{"2026-05-25T09:56:51Z":{"17":"","18":"=3"},"":{"19":""}}</pre>
 */
final class EntryText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Comparator<PositionEntry> BY_TIME_AND_KEY = Comparator.comparing(
                    PositionEntry::time, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PositionEntry::key);

    private EntryText() {}

    static String write(Collection<PositionEntry> entries) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        for (PositionEntry entry : entries.stream().sorted(BY_TIME_AND_KEY).toList()) {
            String time = entry.time() == null ? "" : entry.time().toString();
            text.withObjectProperty(time).put(entry.key(), entry.state());
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is not one of this class, with the reason */
    static List<PositionEntry> read(String text) {
        List<PositionEntry> entries = new ArrayList<>();
        object(parse(text)).properties().forEach(group -> {
            Instant time = group.getKey().isEmpty() ? null : instant(group.getKey());
            object(group.getValue())
                    .properties()
                    .forEach(entry -> entries.add(new PositionEntry(
                            entry.getKey(), time, entry.getValue().asText())));
        });
        return entries;
    }

    static String writeKeys(Collection<String> keys) {
        var text = JsonNodeFactory.instance.arrayNode();
        keys.forEach(text::add);
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is not one of this class, with the reason */
    static List<String> readKeys(String text) {
        List<String> keys = new ArrayList<>();
        JsonNode array = parse(text);
        if (!array.isArray()) {
            throw new IllegalArgumentException("it has no list of keys but " + text);
        }
        array.forEach(key -> keys.add(key.asText()));
        return keys;
    }

    /** @throws IllegalArgumentException when the text is not an instant, with the reason */
    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not an instant such as 2026-05-01T00:00:00Z", e);
        }
    }

    /** A member of a JSON object, or null where it has none; null also for a text that is not JSON. */
    static String member(String json, String name) {
        try {
            return JSON.readTree(json).path(name).asText(null);
        } catch (JsonProcessingException e) {
            return null; // the engine says what is wrong with it, and this is for the reader's eye alone
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode object(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("it has no entries but " + node);
        }
        return node;
    }
}
