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
package io.github.camelvideo.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import io.github.camelvideo.item.TimeCodec;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a request into the events that it tells. Immutable, for any thread. */
final class CallbackReader {

    private static final String VALUE = "value";

    private record Kind(CallbackSpec.Event event, ItemPath items, List<TimeCodec> times) {}

    private final CallbackSpec spec;
    private final Map<String, Kind> kinds = new HashMap<>();
    private Kind onlyKind;

    CallbackReader(CallbackSpec spec) {
        this.spec = spec;
        for (CallbackSpec.Event event : spec.events().values()) {
            Kind kind = new Kind(event, ItemPath.of(event.items()), times(event.time()));
            event.types().forEach(type -> kinds.put(type, kind));
            if (spec.type() == null) {
                onlyKind = kind;
            }
        }
    }

    private static List<TimeCodec> times(FeedSpec.Time time) {
        return time == null || time.field() == null
                ? List.of()
                : time.formats().stream()
                        .map(format -> new TimeCodec(format, time.zone()))
                        .toList();
    }

    /**
     * The events of a request; none where its list of items is empty.
     *
     * @param isLate whether its signature had expired
     * @throws RefusedCallbackException when something else stands where the items should be
     */
    List<CallbackEvent> read(CallbackRequest request, boolean isLate) throws RefusedCallbackException {
        ObjectNode fields = request.fields();
        Kind kind = spec.type() == null ? onlyKind : kinds.get(type(request));
        JsonNode expiry = null;
        if (spec.check() != null) {
            fields.remove(spec.check().sign());
            expiry = fields.remove(spec.check().expiry());
        }
        if (kind == null) {
            String key = CallbackEvent.UNKNOWN + "|" + ItemKey.of(fields, List.of());
            return List.of(new CallbackEvent(CallbackEvent.UNKNOWN, fields, key, null, isLate, null));
        }
        List<CallbackEvent> events = new ArrayList<>();
        for (JsonNode found : items(kind, fields)) {
            ObjectNode item = found instanceof ObjectNode object
                    ? object
                    : ExactJson.object().set(VALUE, found);
            addQuery(item, kind.event(), request.query());
            events.add(event(item, kind, expiry, isLate));
        }
        return events;
    }

    /** The type that a request names, or null. */
    String type(CallbackRequest request) {
        JsonNode type = spec.type() == null ? null : request.fields().get(spec.type());
        return type == null || !type.isTextual() && !type.isIntegralNumber() ? null : type.asText();
    }

    private static List<JsonNode> items(Kind kind, ObjectNode fields) throws RefusedCallbackException {
        try {
            return kind.items().find(fields);
        } catch (IllegalArgumentException e) {
            // whose cause may quote the body
            throw new RefusedCallbackException(Refusal.CONTENT);
        }
    }

    private static void addQuery(ObjectNode item, CallbackSpec.Event event, Map<String, String> query) {
        for (String parameter : event.query()) {
            String value = query.get(parameter);
            if (value != null) {
                item.put(parameter, value);
            }
        }
    }

    private CallbackEvent event(ObjectNode item, Kind kind, JsonNode expiry, boolean isLate) {
        CallbackSpec.Event event = kind.event();
        JsonNode identified = item;
        if (expiry != null && event.key().contains(spec.check().expiry())) {
            // of events that have nothing else to tell them apart
            identified = item.deepCopy().set(spec.check().expiry(), expiry);
        }
        String key = event.name() + "|" + ItemKey.of(identified, event.key());
        return new CallbackEvent(event.name(), item, key, time(item, kind), isLate, event);
    }

    private static Instant time(ObjectNode item, Kind kind) {
        if (kind.times().isEmpty()) {
            return null;
        }
        ItemTime time = TimeCodec.readAny(
                kind.times(), ExactJson.at(item, kind.event().time().field()));
        return time == null ? null : time.earliest();
    }
}
