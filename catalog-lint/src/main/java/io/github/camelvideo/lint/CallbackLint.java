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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.CallbackSpec.Event;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the events which an API tells by callbacks fit each other and their own fields. */
final class CallbackLint {

    private static final String TEXT = "1";

    private final ApiCatalog api;
    private final CallbackSpec callbacks;
    private final AnswerShape shape;
    private final List<String> findings = new ArrayList<>();

    private CallbackLint(ApiCatalog api, AnswerShape shape) {
        this.api = api;
        this.callbacks = api.callbacks();
        this.shape = shape;
    }

    /** The types of all fields must be declared. */
    static List<String> findings(ApiCatalog api, AnswerShape shape) {
        CallbackLint lint = new CallbackLint(api, shape);
        lint.check();
        return lint.findings;
    }

    private void check() {
        types();
        Map<Event, List<JsonNode>> items = new LinkedHashMap<>();
        callbacks.events().values().forEach(event -> event(event, items));
        findings.addAll(TwinLint.findings(api, shape, items));
        findings.addAll(RegistrationLint.findings(api));
    }

    private void types() {
        String type = callbacks.type();
        require(
                type != null || callbacks.events().size() == 1,
                "callbacks: several events, but no field tells the type");
        Map<String, String> names = new HashMap<>();
        callbacks.events().values().forEach(event -> {
            require(type == null || !event.types().isEmpty(), place(event) + "has no type");
            require(type != null || event.types().isEmpty(), place(event) + "types, but no field tells them");
            event.types().forEach(value -> {
                String other = names.putIfAbsent(value, event.name());
                require(other == null, place(event) + "type '" + value + "' is that of " + other);
            });
        });
    }

    private void event(Event event, Map<Event, List<JsonNode>> found) {
        for (String name : ofEveryRequest()) {
            require(!event.fields().containsKey(name), place(event) + "field '" + name + "' is one of every request");
        }
        event.query()
                .forEach(name ->
                        require(!event.fields().containsKey(name), place(event) + "query '" + name + "' is a field"));
        try {
            List<JsonNode> items = items(event);
            require(!items.isEmpty(), place(event) + "items '" + event.items() + "' leads to nothing in the request");
            event.key().forEach(key -> key(event, key, items));
            if (event.time() != null) {
                time(event, items);
            }
            found.put(event, items);
        } catch (IllegalArgumentException e) {
            require(false, place(event) + "items: " + e.getMessage());
        }
    }

    /** The items of a request that has one of everything that is declared, each with what the address adds. */
    private List<JsonNode> items(Event event) {
        ObjectNode request = (ObjectNode) new SampleValue(api, TEXT).object(event.fields());
        ofEveryRequest().forEach(name -> request.put(name, TEXT));
        List<JsonNode> items = ItemPath.of(event.items()).find(request);
        items.forEach(item -> event.query().forEach(name -> ((ObjectNode) item).put(name, TEXT)));
        return items;
    }

    private Set<String> ofEveryRequest() {
        Set<String> names = new HashSet<>();
        if (callbacks.check() != null) {
            names.add(callbacks.check().sign());
            names.add(callbacks.check().expiry());
        }
        if (callbacks.type() != null) {
            names.add(callbacks.type());
        }
        return names;
    }

    private void key(Event event, String key, List<JsonNode> items) {
        String field = FeedLint.withoutQuery(key);
        require(
                callbacks.check() == null || !field.equals(callbacks.check().sign()),
                place(event) + "key '" + field + "' is the digest");
        require(haveScalar(items, field), place(event) + "key '" + field + "' is not a scalar field of an item");
        require(
                field.equals(key)
                        || items.stream()
                                .allMatch(item -> ExactJson.at(item, field).isTextual()),
                place(event) + "key '" + field + "' is not a text of an item");
    }

    private void time(Event event, List<JsonNode> items) {
        String field = event.time().field();
        require(haveScalar(items, field), place(event) + "time '" + field + "' is not a scalar field of an item");
        require(FeedLint.hasZone(event.time()), place(event) + "time '" + field + "' needs a zone");
    }

    /** Whether every item has the field, or may have it, since the documentation does not describe what it lies in. */
    static boolean haveScalar(List<JsonNode> items, String path) {
        return items.stream().allMatch(item -> {
            JsonNode at = item;
            for (String name : path.split("\\.")) {
                if (at.isObject() && at.isEmpty()) {
                    return true;
                }
                at = at.path(name);
            }
            return at.isValueNode();
        });
    }

    static String place(Event event) {
        return "callback " + event.name() + ": ";
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
