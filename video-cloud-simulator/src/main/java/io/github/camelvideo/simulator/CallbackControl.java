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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.CallbackFault;
import io.github.camelvideo.simulator.callback.CallbackFaultPlan;
import io.github.camelvideo.simulator.callback.Callbacks;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.World;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends callbacks, breaks them and shows what became of them for {@link ControlHandler}, and starts and stops streams, which are told by
 * callbacks. Used by the threads of the server.
 */
final class CallbackControl {

    private static final String PATH = ControlHandler.PATH + "/callbacks";
    private static final String FAULTS = PATH + "/faults";
    private static final String STREAMS = ControlHandler.PATH + "/streams";

    static final String USAGE = "GET " + PATH + "?after=; POST " + PATH + " with {\"api\", \"url\", \"key\"}, " + PATH
            + "/API/EVENT, " + FAULTS + "?fault=&every=&share=&times=&by=; POST or DELETE " + STREAMS
            + "?domain=&app=&name=";

    private final World world;
    private final Callbacks callbacks;

    /** The number of the event that was sent last: another event must not have its key. */
    private final AtomicInteger last = new AtomicInteger();

    CallbackControl(World world) {
        this.world = world;
        this.callbacks = world.callbacks();
    }

    static boolean serves(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/") || path.equals(STREAMS);
    }

    /**
     * Carries out a request.
     *
     * @param body a JSON object, or an empty text
     * @throws IllegalArgumentException when the request is wrong
     */
    ObjectNode handle(String method, String path, Map<String, String> query, String body) {
        String[] steps = path.substring(ControlHandler.PATH.length()).split("/");
        boolean isEvent = method.equals("POST") && steps.length == 4;
        return switch (isEvent ? "event" : method + " " + path) {
            case "event" -> send(steps[2], steps[3], ControlHandler.object(body));
            case "GET " + PATH -> ledger(query.get("after"));
            case "POST " + PATH -> address(ControlHandler.object(body));
            case "POST " + FAULTS -> fault(query);
            case "POST " + STREAMS -> stream("started", query, world.live()::startStream);
            case "DELETE " + STREAMS -> stream("stopped", query, world.live()::stopStream);
            default -> throw new IllegalArgumentException(method + " " + path + " is not supported. " + USAGE);
        };
    }

    private ObjectNode send(String api, String event, ObjectNode fields) {
        ObjectNode complete = callbacks.invent(api, event, last.incrementAndGet());
        complete.setAll(fields);
        return shown(callbacks.send(api, event, complete));
    }

    private ObjectNode ledger(String after) {
        long first = after == null ? 0 : ControlHandler.number(Map.of("after", after), "after");
        ObjectNode ledger = shown(callbacks.all().stream()
                .filter(callback -> callback.number() > first)
                .toList());
        for (Callback.State state : Callback.State.values()) {
            ledger.withObjectProperty("counts").put(state.name(), callbacks.count(state));
        }
        return ledger;
    }

    private static ObjectNode shown(Collection<Callback> all) {
        ObjectNode ledger = ExactJson.object();
        ArrayNode list = ledger.putArray("callbacks");
        all.forEach(callback -> list.add(shown(callback)));
        return ledger;
    }

    private static ObjectNode shown(Callback callback) {
        ObjectNode shown = ExactJson.object()
                .put("callback", callback.number())
                .put("api", callback.api())
                .put("event", callback.event())
                .put("url", callback.url())
                .put("time", callback.createdAt().toString())
                .put("state", callback.state().name());
        shown.set("fields", callback.fields());
        ArrayNode attempts = shown.putArray("attempts");
        for (Callback.Attempt attempt : callback.attempts()) {
            ObjectNode each = attempts.addObject()
                    .put("time", attempt.sentAt().toString())
                    .put("request", attempt.request())
                    .put("status", attempt.status())
                    .put("response", attempt.response());
            if (attempt.failure() != null) {
                each.put("failure", attempt.failure());
            }
        }
        return shown;
    }

    private ObjectNode address(ObjectNode body) {
        String api = body.path("api").asText();
        String url = body.path("url").asText();
        callbacks.to(api, url, body.path("key").textValue());
        return ExactJson.object().put("api", api).put("url", url);
    }

    private ObjectNode fault(Map<String, String> query) {
        String name = query.getOrDefault("fault", "");
        CallbackFault fault = Arrays.stream(CallbackFault.values())
                .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fault=" + name + ": must be one of " + Arrays.toString(CallbackFault.values())));
        CallbackFaultPlan plan = CallbackFaultPlan.of(fault).every(ControlHandler.number(query, "every"));
        if (query.containsKey("share")) {
            plan = plan.share(share(query.get("share")));
        }
        if (query.containsKey("times")) {
            plan = plan.times(ControlHandler.number(query, "times"));
        }
        if (query.containsKey("by")) {
            plan = plan.by(ControlHandler.duration("by", query.get("by")));
        }
        callbacks.fail(plan);
        return ExactJson.object()
                .put("fault", fault.name())
                .put("every", plan.nth())
                .put("share", plan.share());
    }

    private static double share(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("share=" + value + ": must be a number from 0 to 1.", e);
        }
    }

    /** Starts or stops a push. */
    private interface Push {
        boolean change(String domain, String app, String name);
    }

    private static ObjectNode stream(String done, Map<String, String> query, Push push) {
        String name = query.getOrDefault("name", "");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: must be the name of a stream.");
        }
        String domain = query.getOrDefault("domain", Live.GENERATED_DOMAIN);
        String app = query.getOrDefault("app", Live.DEFAULT_APP);
        return ExactJson.object()
                .put("domain", domain)
                .put("app", app)
                .put("name", name)
                .put(done, push.change(domain, app, name));
    }
}
