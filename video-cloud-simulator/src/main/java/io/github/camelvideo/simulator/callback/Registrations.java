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
package io.github.camelvideo.simulator.callback;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How callbacks of an API are registered by its own actions, and what it tells of a stream; from the resource {@code registrations.json}.
 *
 * @param streams what it tells of a stream of live streaming, or null
 * @param kinds kinds of records that register an address
 */
record Registrations(Streams streams, List<Kind> kinds) {

    private static final String RESOURCE = "registrations.json";
    private static final String EVERY_EVENT = "*";

    /** By API. */
    static final Map<String, Registrations> ALL = read();

    Registrations {
        kinds = kinds == null ? List.of() : kinds;
    }

    /**
     * What is told of a stream.
     *
     * @param started event of a start
     * @param ended event of an end
     * @param fields facts of the stream by the fields of the event
     */
    record Streams(String started, String ended, Map<String, String> fields) {

        /** Values by the fields of the event. */
        Map<String, String> fields(Map<String, String> facts) {
            Map<String, String> values = new LinkedHashMap<>();
            fields.forEach((field, fact) -> {
                if (facts.containsKey(fact)) {
                    values.put(field, facts.get(fact));
                }
            });
            return values;
        }
    }

    /**
     * A kind of record that registers an address, by itself or with a template that it names.
     *
     * @param name kind of the record in the world
     * @param where names of a field of the event by the field of the record that must have its value. An event without such a field goes to all.
     * @param listed field of the event by the array of the record that must have its value; an empty array has every value
     * @param template kind of the record with the addresses, or null where it is this one
     * @param templateId field of this record with the id of that
     * @param key path of the key, or null
     * @param urls path of the address by event; {@code *} stands for every event
     */
    record Kind(
            String name,
            Map<String, List<String>> where,
            Map<String, String> listed,
            String template,
            String templateId,
            String key,
            Map<String, String> urls) {

        Kind {
            where = where == null ? Map.of() : where;
            listed = listed == null ? Map.of() : listed;
        }

        private boolean isFor(ObjectNode record, JsonNode fields) {
            return where.entrySet().stream()
                            .allMatch(pair -> hasValue(
                                    fields,
                                    pair.getValue(),
                                    record.path(pair.getKey()).asText()))
                    && listed.entrySet().stream()
                            .allMatch(pair -> lists(record.path(pair.getKey()), fields.path(pair.getValue())));
        }

        private static boolean hasValue(JsonNode fields, List<String> names, String value) {
            return names.stream()
                    .filter(fields::has)
                    .allMatch(name -> fields.path(name).asText().equals(value));
        }

        private static boolean lists(JsonNode values, JsonNode value) {
            return values.isEmpty()
                    || value.isMissingNode()
                    || values.valueStream().anyMatch(each -> each.asText().equals(value.asText()));
        }

        private String url(String event) {
            return urls.getOrDefault(event, urls.get(EVERY_EVENT));
        }
    }

    /**
     * Where an event goes.
     *
     * @param records the records of a kind
     */
    List<Target> targets(String event, JsonNode fields, Function<String, List<ObjectNode>> records) {
        List<Target> targets = new ArrayList<>();
        for (Kind kind : kinds) {
            if (kind.url(event) == null) {
                continue;
            }
            for (ObjectNode record : records.apply(kind.name())) {
                if (kind.isFor(record, fields)) {
                    holders(kind, record, records).forEach(holder -> add(targets, kind, holder, event));
                }
            }
        }
        return targets;
    }

    private static List<ObjectNode> holders(Kind kind, ObjectNode record, Function<String, List<ObjectNode>> records) {
        if (kind.template() == null) {
            return List.of(record);
        }
        String id = record.path(kind.templateId()).asText();
        return records.apply(kind.template()).stream()
                .filter(template -> template.path(kind.templateId()).asText().equals(id))
                .toList();
    }

    private static void add(List<Target> targets, Kind kind, ObjectNode holder, String event) {
        String url = Paths.get(holder, kind.url(event)).asText();
        if (!url.isEmpty()) {
            targets.add(new Target(
                    url,
                    kind.key() == null ? null : Paths.get(holder, kind.key()).textValue()));
        }
    }

    private static Map<String, Registrations> read() {
        try (InputStream document = Registrations.class.getResourceAsStream(RESOURCE)) {
            JsonMapper json = JsonMapper.builder()
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    .build();
            return json.readValue(
                    document, json.getTypeFactory().constructMapType(Map.class, String.class, Registrations.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read: " + e.getMessage(), e);
        }
    }
}
