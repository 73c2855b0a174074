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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.CallbackSpec.Event;
import io.github.camelvideo.catalog.CallbackSpec.Twin;
import io.github.camelvideo.catalog.CallbackSpec.TwinEvent;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.json.ExactJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that events and the lists that show the same fit each other. */
final class TwinLint {

    private static final String ISO = "|iso";

    private final ApiCatalog api;
    private final CallbackSpec callbacks;
    private final AnswerShape shape;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, SampleItems> lists = new HashMap<>();

    private TwinLint(ApiCatalog api, AnswerShape shape) {
        this.api = api;
        this.callbacks = api.callbacks();
        this.shape = shape;
    }

    /** @param items a sample of the items of each event */
    static List<String> findings(ApiCatalog api, AnswerShape shape, Map<Event, List<JsonNode>> items) {
        TwinLint lint = new TwinLint(api, shape);
        lint.callbacks.twins().forEach(lint::list);
        items.forEach((event, sample) -> {
            if (event.twin() != null) {
                lint.event(event, sample);
            }
        });
        return lint.findings;
    }

    /** What is said about a list. */
    private void list(String name, Twin twin) {
        String place = "callbacks twin " + name + ": ";
        Action action = api.action(name);
        if (action == null || !(action.feed() instanceof LogSpec)) {
            require(false, place + (action == null ? "is not an action" : "is not a feed of kind log"));
            return;
        }
        ListSpec list = action.feed().list();
        try {
            lists.put(name, SampleItems.of(api, action, shape, list.items(), list.carry(), list.columns()));
        } catch (IllegalArgumentException e) {
            // the lint of the feed tells what is wrong with the path
            return;
        }
        require(isTold(name, null), place + "no event names it");
        twin.events().forEach((event, same) -> {
            require(isTold(name, event), place + "no event is its '" + event + "'");
            same.key().forEach(key -> field(name, place + event + ": key", FeedLint.withoutQuery(key)));
            if (same.time() != null) {
                field(name, place + event + ": time", same.time().field());
                require(FeedLint.hasZone(same.time()), place + event + ": time needs a zone");
            }
        });
    }

    /** Whether an event names the list, and that event of it if one is given. */
    private boolean isTold(String action, String name) {
        return callbacks.events().values().stream()
                .map(Event::twin)
                .anyMatch(twin ->
                        twin != null && twin.action().equals(action) && (name == null || name.equals(twin.event())));
    }

    private void event(Event event, List<JsonNode> items) {
        String place = CallbackLint.place(event) + "twin ";
        String action = event.twin().action();
        Twin twin = callbacks.twins().get(action);
        if (twin == null || !lists.containsKey(action)) {
            require(twin != null, place + "'" + action + "' is not one of the twins");
            return;
        }
        event.twin().fields().forEach((name, from) -> {
            field(action, place + action + ":", name);
            source(place + action + ": ", from, items);
        });
        String name = event.twin().event();
        TwinEvent same = name == null ? null : twin.events().get(name);
        require(name != null || twin.events().isEmpty(), place + action + ": which of its events is not said");
        require(name == null || same != null, place + action + ": '" + name + "' is not one of its events");
        if (same != null) {
            identity(same)
                    .forEach(field -> require(
                            event.twin().fields().containsKey(field),
                            place + action + ": '" + field + "' identifies it but is not given"));
        }
    }

    private static List<String> identity(TwinEvent event) {
        List<String> fields =
                new ArrayList<>(event.key().stream().map(FeedLint::withoutQuery).toList());
        if (event.time() != null) {
            fields.add(event.time().field());
        }
        return fields;
    }

    private void source(String place, String from, List<JsonNode> items) {
        String field = from.endsWith(ISO) ? from.substring(0, from.length() - ISO.length()) : from;
        require(CallbackLint.haveScalar(items, field), place + "'" + field + "' is not a scalar field of the event");
        require(
                field.equals(from)
                        || items.stream()
                                .allMatch(item -> ExactJson.at(item, field).isIntegralNumber()),
                place + "'" + field + "' cannot become ISO 8601, since it is not a whole number");
    }

    private void field(String action, String place, String field) {
        SampleItems list = lists.get(action);
        require(
                !list.areDeclared() || list.haveScalar(field),
                place + " '" + field + "' is not a scalar field of an item of the list");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
