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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.callback.CallbackEvent;
import io.github.camelvideo.catalog.CallbackSpec.Event;
import io.github.camelvideo.catalog.CallbackSpec.TwinItem;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.read.TwinEvents;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes items of a feed out of the events that callbacks tell, and again out of what the inbox keeps of them. Immutable, for any thread. */
final class EventItems {

    private static final String ISO = "|iso";

    private final String action;
    private final TwinEvents twins;
    private final List<String> partitionedBy;
    private final Map<String, Event> events;

    /**
     * @param action the list that the feed reads
     * @param twins what its events are, or null where no list shows them
     * @param partitionedBy parameters that tell the partitions of the feed apart
     * @param events the events of the API, by name
     */
    EventItems(String action, TwinEvents twins, List<String> partitionedBy, Map<String, Event> events) {
        this.action = action;
        this.twins = twins;
        this.partitionedBy = partitionedBy;
        this.events = events;
    }

    /** @param received when the callback came, by the vendor's time */
    ReceivedItem received(CallbackEvent event, Instant received) {
        ObjectNode state = ExactJson.object()
                .put("event", event.name())
                .put("key", event.key())
                .put("received", received.toString());
        if (event.time() != null) {
            state.put("time", event.time().toString());
        }
        state.set("fields", event.fields());
        return ReceivedItem.of(of(event, received), state);
    }

    /** The item whose state {@link #received} gave. */
    FeedItem restored(JsonNode state) {
        String event = state.path("event").asText();
        CallbackEvent stored = new CallbackEvent(
                event,
                (ObjectNode) state.path("fields"),
                state.path("key").asText(),
                state.has("time") ? Instant.parse(state.path("time").asText()) : null,
                false,
                events.get(event));
        return of(stored, Instant.parse(state.path("received").asText()));
    }

    /** @param received when the callback came, by the vendor's time; the time of an event that has none */
    FeedItem of(CallbackEvent event, Instant received) {
        Instant time = event.time() == null ? received.truncatedTo(ChronoUnit.SECONDS) : event.time();
        Event spec = event.spec();
        if (!isListed(spec)) {
            return other(event, event.name(), time);
        }
        if (event.time() == null && spec.time() != null && spec.time().field() != null) {
            return other(event, CallbackEvent.UNKNOWN, time);
        }
        JsonNode body = listed(event.fields(), spec.twin());
        Partition partition = partition(body, partitionedBy);
        if (partition == null) {
            return other(event, CallbackEvent.UNKNOWN, time);
        }
        String key = twins.key(spec.twin().event(), body, time);
        return FeedItem.offered(new ItemId(partition, key, ""), time, body, Origin.PUSH, event.name());
    }

    /**
     * An event that the list does not show, or that cannot be found in it.
     *
     * @param name {@link CallbackEvent#UNKNOWN} for the latter: nothing tells which item of the list it is
     */
    private static FeedItem other(CallbackEvent event, String name, Instant time) {
        return FeedItem.offered(new ItemId(Partition.NONE, event.key(), ""), time, event.fields(), Origin.PUSH, name);
    }

    /** Whether the list shows the event. */
    boolean isListed(Event spec) {
        return twins != null
                && spec != null
                && spec.twin() != null
                && spec.twin().action().equals(action);
    }

    /** The fields of an event, and those that the list has under the names that it gives them. */
    private static ObjectNode listed(ObjectNode fields, TwinItem twin) {
        ObjectNode body = ExactJson.object();
        twin.fields().forEach((name, from) -> {
            boolean isTime = from.endsWith(ISO);
            JsonNode value = ExactJson.at(fields, isTime ? from.substring(0, from.length() - ISO.length()) : from);
            if (isTime && !value.isMissingNode()) {
                body.put(name, Instant.ofEpochSecond(value.asLong()).toString());
            } else if (!value.isMissingNode()) {
                body.set(name, value);
            }
        });
        fields.properties().forEach(field -> {
            if (!body.has(field.getKey())) {
                body.set(field.getKey(), field.getValue());
            }
        });
        return body;
    }

    /**
     * The partition that an item belongs to; null where it does not tell.
     *
     * @param partitionedBy parameters that tell the partitions of the feed apart
     */
    static Partition partition(JsonNode body, List<String> partitionedBy) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : partitionedBy) {
            JsonNode value = body.path(parameter);
            if (!value.isValueNode() || value.asText().isEmpty()) {
                return null;
            }
            values.put(parameter, value.asText());
        }
        return new Partition(values);
    }
}
