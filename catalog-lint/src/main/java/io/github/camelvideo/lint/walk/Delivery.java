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
package io.github.camelvideo.lint.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.feed.FeedScenario.Expected;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Message;

/**
 * What a message tells of an item, or must tell. A null is a text that a test cannot know: the key is a digest, or the time is that of the
 * reading.
 *
 * @param partition values of the partition, sorted
 * @param key identity of the item
 * @param time when it happened
 * @param change how it differs from what was delivered before
 * @param fields the fields of the item by their paths; {@code value} where an item is a text
 */
record Delivery(String partition, String key, Instant time, String change, Map<String, String> fields) {

    private static final String TEXT = "value";

    static Delivery of(Message message, HeaderNames headers) {
        return new Delivery(
                sorted(Arrays.asList(
                        message.getHeader(headers.forEach(), "", String.class).split(","))),
                message.getHeader(headers.itemKey(), String.class),
                message.getHeader(headers.itemTime(), Instant.class),
                message.getHeader(headers.change(), String.class),
                fields(ExactJson.fromObject(message.getBody())));
    }

    static Delivery of(Expected expected, String change) {
        return new Delivery(
                sorted(expected.item().partition().values()),
                expected.key(),
                expected.time(),
                change,
                fields(expected.body()));
    }

    /** The same without what those that must come leave open: keys, times, and fields of items that tell the same of the same item. */
    Delivery like(Collection<Delivery> expected) {
        boolean isKeyOpen = expected.stream().allMatch(other -> other.key == null);
        boolean isTimeOpen = expected.stream().allMatch(other -> other.time == null);
        Delivery bare = new Delivery(partition, isKeyOpen ? null : key, isTimeOpen ? null : time, change, Map.of());
        Map<String, String> known = new TreeMap<>(fields);
        known.keySet()
                .retainAll(expected.stream()
                        .filter(other -> other.bare().equals(bare))
                        .flatMap(other -> other.fields.keySet().stream())
                        .collect(Collectors.toSet()));
        return new Delivery(bare.partition, bare.key, bare.time, change, known);
    }

    /** The same without some fields. */
    Delivery without(Collection<String> names) {
        Map<String, String> rest = new TreeMap<>(fields);
        rest.keySet().removeAll(names);
        return new Delivery(partition, key, time, change, rest);
    }

    private Delivery bare() {
        return new Delivery(partition, key, time, change, Map.of());
    }

    private static String sorted(Collection<String> values) {
        return values.stream().sorted().collect(Collectors.joining(","));
    }

    private static Map<String, String> fields(JsonNode item) {
        Map<String, String> fields = new TreeMap<>();
        flatten("", item, fields);
        return fields;
    }

    /** The protocol may fill up a structure, so each of its fields stands for itself. */
    private static void flatten(String name, JsonNode value, Map<String, String> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            flatten(name + (name.isEmpty() ? "" : ".") + field.getKey(), field.getValue(), fields));
        } else {
            fields.put(name.isEmpty() ? TEXT : name, value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
