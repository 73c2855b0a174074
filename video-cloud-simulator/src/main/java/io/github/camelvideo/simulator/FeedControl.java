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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.feed.FeedScenario;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Raises, revises and removes items of any declared feed for {@link ControlHandler}. Items are numbered from 1, all feeds together. Used by
 * the threads of the server, one at a time.
 */
final class FeedControl {

    static final String PATH = ControlHandler.PATH + "/feeds";

    static final String USAGE = "GET or POST " + PATH + "/API/ACTION, POST or DELETE " + PATH + "/API/ACTION/ITEM";

    /** How long before the present an item happened. */
    private static final String AGO = "ago";

    private final VideoCloudSimulator simulator;

    /** The present states of the items of each feed by their numbers; a world that was cleared has new feeds. */
    private final Map<ScriptedFeed, SortedMap<Integer, ScriptedItem>> items = new HashMap<>();

    /** The number of the item that was raised last: another item must not have the key of one that is gone. */
    private int last;

    FeedControl(VideoCloudSimulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Carries out a request.
     *
     * @param path raw path, which begins with {@value #PATH}
     * @param body a JSON object, or an empty text
     * @throws IllegalArgumentException when the request is wrong
     */
    synchronized ObjectNode handle(String method, String path, Map<String, String> query, String body) {
        String[] steps = path.substring(PATH.length()).split("/");
        boolean isItem = steps.length == 4;
        if (steps.length != 3 && !isItem) {
            throw unsupported(method, path);
        }
        String api = steps[1];
        String action = steps[2];
        simulator.apis().checkFeed(api, action);
        // the first item that is raised, and nothing before it, takes the place of what the world would list
        ScriptedFeed scripted = simulator.world().feeds().find(api, action);
        return switch (method + (isItem ? " item" : "")) {
            case "GET" -> list(numbered(scripted));
            case "POST" -> raise(api, action, query, ControlHandler.object(body));
            case "POST item" -> revise(scripted, number(numbered(scripted), steps[3]), ControlHandler.object(body));
            case "DELETE item" -> remove(scripted, number(numbered(scripted), steps[3]));
            default -> throw unsupported(method, path);
        };
    }

    private static IllegalArgumentException unsupported(String method, String path) {
        return new IllegalArgumentException(method + " " + path + " is not supported. " + USAGE);
    }

    private SortedMap<Integer, ScriptedItem> numbered(ScriptedFeed feed) {
        return feed == null ? new TreeMap<>() : items.computeIfAbsent(feed, any -> new TreeMap<>());
    }

    private static Integer number(SortedMap<Integer, ScriptedItem> known, String text) {
        return known.keySet().stream()
                .filter(number -> number.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Item " + text + " is not listed. The items of this feed are " + known.keySet() + "."));
    }

    private static ObjectNode list(SortedMap<Integer, ScriptedItem> known) {
        ObjectNode answer = ExactJson.object();
        answer.putArray("items");
        known.forEach((number, item) -> answer.withArray("items").add(shown(number, item)));
        return answer;
    }

    private static ObjectNode shown(Integer number, ScriptedItem item) {
        ObjectNode shown = ExactJson.object().put("item", number);
        if (item.time() != null) {
            shown.put("time", item.time().toString());
        }
        item.partition()
                .forEach((name, value) -> shown.withObjectProperty("parameters").put(name, value));
        shown.set("fields", item.fields());
        return shown;
    }

    private ObjectNode raise(String api, String name, Map<String, String> query, ObjectNode fields) {
        Action action = simulator.apis().action(api + "/" + name);
        Map<String, String> parameters = new LinkedHashMap<>(query);
        Instant moment = simulator.clock().instant().minus(ago(action.feed(), parameters.remove(AGO)));
        for (String parameter : parameters.keySet()) {
            if (!action.parameters().containsKey(parameter)) {
                throw new IllegalArgumentException(parameter + ": unknown parameter. Use " + AGO + " or a parameter of "
                        + name + ": " + action.parameters().keySet() + ".");
            }
        }
        int number = ++last;
        ScriptedItem invented =
                FeedScenario.of(simulator.apis().catalog(api), action).item(parameters, moment, number);
        ScriptedFeed feed = simulator.world().feed(api, name);
        ScriptedItem item = feed.add(invented.with(merged(invented, fields)));
        numbered(feed).put(number, item);
        return shown(number, item);
    }

    private static Duration ago(FeedSpec feed, String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        if (feed.time() == null) {
            throw new IllegalArgumentException(AGO + "=" + text + ": the items of this feed have no time.");
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(AGO + "=" + text + ": must be a duration, such as PT10M.", e);
        }
    }

    private ObjectNode revise(ScriptedFeed feed, Integer number, ObjectNode fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("Send the fields that change as a JSON object.");
        }
        ScriptedItem item = numbered(feed).get(number);
        ScriptedItem revised = feed.revise(item, simulator.clock().instant(), merged(item, fields));
        numbered(feed).put(number, revised);
        return shown(number, revised);
    }

    private ObjectNode remove(ScriptedFeed feed, Integer number) {
        ScriptedItem item = numbered(feed).remove(number);
        feed.vanish(item, simulator.clock().instant());
        return shown(number, item);
    }

    private static ObjectNode merged(ScriptedItem item, ObjectNode fields) {
        ObjectNode merged = item.fields().deepCopy();
        merged.setAll(fields);
        return merged;
    }
}
