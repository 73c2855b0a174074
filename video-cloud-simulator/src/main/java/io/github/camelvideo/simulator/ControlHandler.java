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
package io.github.camelvideo.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.LinkVisual;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Changes a running simulator over HTTP, for a person who tries a route with {@code curl}. Paths begin with {@value #PATH}; parameters
 * are in the query, fields of an item in a JSON body. Used by the threads of the server.
 */
final class ControlHandler {

    static final String PATH = "/simulator";

    private static final String USAGE = "GET " + PATH + "; POST " + PATH + "/alarms?device=, " + PATH
            + "/events?camera=&type=, " + PATH + "/faults?fault=&times=&action=, " + PATH + "/clock?by=; "
            + FeedControl.USAGE + "; " + CallbackControl.USAGE;

    private static final String CAMERA = "camera";

    private final VideoCloudSimulator simulator;
    private final FeedControl feeds;
    private final CallbackControl callbacks;

    ControlHandler(VideoCloudSimulator simulator) {
        this.simulator = simulator;
        this.feeds = new FeedControl(simulator);
        this.callbacks = new CallbackControl(simulator.world());
    }

    boolean serves(HttpCall call) {
        return call.path().equals(PATH) || call.path().startsWith(PATH + "/");
    }

    Reply handle(HttpCall call) {
        try {
            Map<String, String> query = query(call.query());
            if (call.path().startsWith(FeedControl.PATH + "/")) {
                return reply(200, feeds.handle(call.method(), call.path(), query, call.text()));
            }
            if (CallbackControl.serves(call.path())) {
                return reply(200, callbacks.handle(call.method(), call.path(), query, call.text()));
            }
            return reply(
                    200,
                    switch (call.method() + " " + call.path()) {
                        case "GET " + PATH -> state();
                        case "POST " + PATH + "/alarms" -> alarm(query);
                        case "POST " + PATH + "/events" -> event(query);
                        case "POST " + PATH + "/faults" -> fault(query);
                        case "POST " + PATH + "/clock" -> clock(query);
                        default ->
                            throw new IllegalArgumentException(
                                    call.method() + " " + call.path() + " is not supported. " + USAGE);
                    });
        } catch (IllegalArgumentException e) {
            return reply(400, ExactJson.object().put("error", e.getMessage()));
        }
    }

    private ObjectNode state() {
        ObjectNode state = ExactJson.object();
        state.put("time", simulator.clock().instant().toString());
        simulator.world().devices().forEach(device -> state.withArray("devices").add(device.id()));
        simulator.world().linkVisual().deviceIds().forEach(state.withArray("cameras")::add);
        state.put("alarms", simulator.world().alarms().size());
        state.put("requests", simulator.requests().count());
        return state;
    }

    private ObjectNode alarm(Map<String, String> query) {
        String id = query.get("device");
        if (id == null) {
            return ExactJson.object()
                    .put("alarm", simulator.world().raiseAlarm(simulator.clock().instant()));
        }
        Device device = simulator.world().device(id);
        if (device == null) {
            throw new IllegalArgumentException(
                    "device=" + id + ": unknown device. GET " + PATH + " lists the devices.");
        }
        return ExactJson.object()
                .put(
                        "alarm",
                        simulator.world().raiseAlarm(device, simulator.clock().instant()));
    }

    private ObjectNode event(Map<String, String> query) {
        LinkVisual linkVisual = simulator.world().linkVisual();
        String camera = query.get(CAMERA);
        if (camera == null || !linkVisual.deviceIds().contains(camera)) {
            throw new IllegalArgumentException(CAMERA + "=" + camera + ": unknown camera. GET " + PATH
                    + " lists the cameras. Start the simulator with --cameras=N to have some.");
        }
        return ExactJson.object()
                .put(
                        "event",
                        linkVisual
                                .addEvent(camera, simulator.clock().instant(), number(query, "type"))
                                .id());
    }

    private ObjectNode fault(Map<String, String> query) {
        String name = query.getOrDefault("fault", "");
        Fault fault = Arrays.stream(Fault.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fault=" + name + ": must be one of " + Arrays.toString(Fault.values())));
        int times = number(query, "times");
        String action = query.get("action");
        FaultPlan plan = FaultPlan.of(fault).times(times);
        simulator.faults().add(action == null ? plan : plan.on(action));
        return ExactJson.object().put("fault", fault.name()).put("times", times);
    }

    private ObjectNode clock(Map<String, String> query) {
        Clock clock = simulator.clock();
        Duration by = duration("by", query.getOrDefault("by", ""));
        if (!(clock instanceof MovableClock movable)) {
            throw new IllegalArgumentException("The clock of this simulator was given by a program, which moves it.");
        }
        movable.advance(by);
        return ExactJson.object().put("time", clock.instant().toString());
    }

    static int number(Map<String, String> query, String name) {
        String value = query.getOrDefault(name, "1");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + value + ": must be a number.", e);
        }
    }

    /** The JSON object of a body, empty without one. */
    static ObjectNode object(String body) {
        if (body.isBlank()) {
            return ExactJson.object();
        }
        try {
            if (ExactJson.parse(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The body must be a JSON object.");
    }

    /** The duration of a parameter. */
    static Duration duration(String name, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + "=" + value + ": must be a duration, such as PT1H or -PT10M.", e);
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static Reply reply(int status, ObjectNode content) {
        return Reply.of(status, "application/json", content.toPrettyString() + "\n");
    }
}
