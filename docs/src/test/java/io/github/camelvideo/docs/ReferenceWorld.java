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
package io.github.camelvideo.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.Iss;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualDevice;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.World;
import io.github.camelvideo.tools.docs.CallExample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A world in which what an example names exists, whatever it is: each of its ids is one of a record of every kind of the API, of a device
 * and of a stream that is pushed.
 */
final class ReferenceWorld {

    /** Kinds of records that the simulator's own code reads, beside those that it declares. */
    private static final List<String> FURTHER_KINDS =
            List.of("iss/import-job", "live/task/Record", "live/task/Screenshot");

    private static final String DOMAINS = Live.DOMAINS;

    private final World world;
    private final ApiCatalog api;
    private final Action action;
    private final ObjectNode shown;

    private ReferenceWorld(World world, ApiCatalog api, Action action, ObjectNode shown) {
        this.world = world;
        this.api = api;
        this.action = action;
        this.shown = shown;
    }

    static void furnish(World world, ApiCatalog api, Action action, CallExample call) {
        new ReferenceWorld(world, api, action, parameters(call)).furnish();
    }

    private static ObjectNode parameters(CallExample call) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        call.keys().forEach(parameters::set);
        if (call.body() != null) {
            parameters.setAll(call.body());
        }
        return parameters;
    }

    private void furnish() {
        List<String> ids = new ArrayList<>();
        shown.properties().stream()
                .filter(value -> !value.getKey().matches("(?i)(\\w*nick)?name"))
                .forEach(value -> ids.addAll(texts(value.getValue())));
        for (JsonNode kind : kinds()) {
            if (kind.path("name").asText().equals(DOMAINS)) {
                saveDomains(isCreatedHere(kind));
            } else if (kind.has("id")) {
                world.records(kind.path("name").asText()).clear();
                ids.forEach(id -> save(kind, id));
            } else if (kind.path("actions").has(action.name()) && !isCreatedHere(kind)) {
                saveByKey(kind);
            }
        }
        FURTHER_KINDS.stream()
                .filter(kind -> kind.startsWith(api.id() + "/"))
                .forEach(
                        kind -> ids.forEach(id -> world.records(kind).save(id, JsonNodeFactory.instance.objectNode())));
        switch (api.id()) {
            case "iotvideoindustry" -> ids.forEach(this::addDevice);
            case "linkvisual" -> ids.forEach(this::addCamera);
            case "live", "live-v2017" ->
                ids.forEach(id -> world.live().startStream(Live.GENERATED_DOMAIN, Live.DEFAULT_APP, id));
            case "mdl" -> {
                if (action.name().startsWith("Stop")) {
                    ids.forEach(id -> world.streamLive().start(id));
                }
            }
            default -> {}
        }
    }

    /** As the simulator declares them; an API may have none. */
    private JsonNode kinds() {
        String name = "resource/records/" + api.id() + ".json";
        try (InputStream document = VideoCloudSimulator.class.getResourceAsStream(name)) {
            return document == null
                    ? JsonNodeFactory.instance.arrayNode()
                    : new ObjectMapper().readTree(document).path("kinds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCreatedHere(JsonNode kind) {
        return isCreate(kind.path("actions").path(action.name()));
    }

    private static boolean isCreate(JsonNode declared) {
        return declared.asText(declared.path("verb").asText()).equals("create");
    }

    /** A domain that is added is a new one. */
    private void saveDomains(boolean areNew) {
        world.live().startStream(Live.GENERATED_DOMAIN, Live.DEFAULT_APP, "any");
        ObjectNode push = world.records(DOMAINS).get(Live.GENERATED_DOMAIN);
        world.records(DOMAINS).clear();
        if (!areNew) {
            world.records(DOMAINS).save(Live.GENERATED_DOMAIN, push);
            world.records(DOMAINS)
                    .save(
                            "play.example.com",
                            push.deepCopy().put("Name", "play.example.com").put("Type", 1));
        }
    }

    private void save(JsonNode kind, String id) {
        String field = kind.path("id").asText();
        ObjectNode record = whole(kind).put(field, id);
        list(kind.path("unique")).forEach(unique -> record.put(unique, "of " + id));
        // it stands alone, so that nothing is missing and nothing prevents that another one is deleted
        kind.path("references")
                .valueStream()
                .forEach(reference ->
                        record.remove(reference.path("field").asText().split("\\W")[0]));
        world.records(kind.path("name").asText()).save(id, record);
    }

    /** As a call would have made it, where no part of it must be unique. */
    private ObjectNode whole(JsonNode kind) {
        ObjectNode record =
                switch (kind.path("name").asText()) {
                    case "iss/device" -> taken("iss/device", world.iss().addDevice(organization(), "any", 1));
                    case "mdl/channel" ->
                        taken("mdl/channel", world.streamLive().addChannel("any"));
                    default -> defaults(kind);
                };
        if (!isCreatedHere(kind)) {
            kind.path("actions").properties().stream()
                    .filter(declared -> isCreate(declared.getValue()))
                    .map(declared -> api.action(declared.getKey()))
                    .map(create -> CallExample.of(api, create, ReferencePages.settings(api), Set.of()))
                    .forEach(create -> set(record, kind, parameters(create)));
        }
        return record;
    }

    /** One that no example names. */
    private String organization() {
        world.records(Iss.ORGANIZATIONS)
                .save(
                        "any",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Id", "any")
                                .put("Name", "any")
                                .put("ParentId", Iss.ROOT));
        return "any";
    }

    private ObjectNode taken(String kind, String id) {
        world.records(Iss.ORGANIZATIONS).remove("any");
        ObjectNode record = world.records(kind).get(id);
        world.records(kind).remove(id);
        return record;
    }

    private void saveByKey(JsonNode kind) {
        ObjectNode record = defaults(kind);
        set(record, kind, shown);
        String key = kind.path("key")
                .valueStream()
                .map(field -> record.path(field.asText()).asText())
                .collect(Collectors.joining("/"));
        world.records(kind.path("name").asText()).save(key, record);
    }

    private static void set(ObjectNode record, JsonNode kind, ObjectNode parameters) {
        parameters
                .properties()
                .forEach(value ->
                        record.set(kind.path("renamed").path(value.getKey()).asText(value.getKey()), value.getValue()));
    }

    private static ObjectNode defaults(JsonNode kind) {
        return kind.path("defaults") instanceof ObjectNode defaults
                ? defaults.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    private void addCamera(String id) {
        world.linkVisual().setDevice(id, LinkVisualDevice.State.ONLINE);
        Stream.of(LinkVisual.RECORDING_LIVES, LinkVisual.PICTURE_LIVES).forEach(lives -> world.records(lives)
                .save(id, JsonNodeFactory.instance.objectNode().put("IotId", id).put("Day", 7)));
    }

    private void addDevice(String id) {
        Device any = world.addDevice("any");
        world.save(new Device(
                id,
                any.code(),
                any.name(),
                any.type(),
                any.online(),
                any.groupId(),
                any.createdAt(),
                any.alarmsOn(),
                any.channels()));
        world.removeDevice(any.id());
    }

    /** The declarations allow a single value for a list. */
    private static List<String> list(JsonNode declared) {
        return declared.isMissingNode() ? List.of() : texts(declared);
    }

    private static List<String> texts(JsonNode value) {
        if (value.isValueNode()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(inner -> texts.addAll(texts(inner)));
        return texts;
    }
}
