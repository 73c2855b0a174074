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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import io.github.camelvideo.item.TimeCodec;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a feed of kind log must know when callbacks tell its items, too. Where one item of the list stands for several events, as the push
 * of a stream for its start and its end, each event is an item of the feed. Immutable, for any thread.
 */
public final class TwinEvents {

    private final Duration within;
    private final Duration memory;
    private final List<String> itemKey;
    private final Map<String, Event> events = new LinkedHashMap<>();

    /** @param field field of the time; null where the event has the time of the item, which does not identify it */
    private record Event(List<String> key, String field, List<TimeCodec> formats) {}

    private TwinEvents(List<String> itemKey, Duration within, Duration memory) {
        this.itemKey = itemKey;
        this.within = within;
        this.memory = memory;
    }

    /**
     * @param name how messages name the feed
     * @param itemKey fields that identify an item of the list
     * @param zone zone of times written without one, or null for that of the catalog
     * @param memory how long what was delivered is known, so that a callback may come so much later
     */
    public static TwinEvents of(
            String name, CallbackSpec.Twin twin, List<String> itemKey, ZoneId zone, Duration memory) {
        TwinEvents events = new TwinEvents(itemKey, twin.within(), memory);
        twin.events().forEach((event, spec) -> events.events.put(event, event(name, spec, zone)));
        return events;
    }

    /**
     * What a feed must know whose items come on another way, too, as they are in the list.
     *
     * @param itemKey fields that identify an item of the list
     * @param memory how long what was delivered is known, so that an item may come so much later
     */
    public static TwinEvents ofItems(List<String> itemKey, Duration memory) {
        return new TwinEvents(itemKey, Duration.ZERO, memory);
    }

    private static Event event(String name, CallbackSpec.TwinEvent spec, ZoneId zone) {
        FeedSpec.Time time = spec.time();
        if (time == null) {
            return new Event(spec.key(), null, List.of());
        }
        List<TimeCodec> formats = time.formats().stream()
                .map(format -> LogSettings.codec(name, format, zone, time.zone()))
                .toList();
        return new Event(spec.key(), time.field(), formats);
    }

    /** How far the times of one event may differ between the list and a callback. */
    public Duration within() {
        return within;
    }

    /** How long what was delivered is known. */
    public Duration memory() {
        return memory;
    }

    /** Whether an item of the list is no event itself. */
    boolean areSeveral() {
        return !events.isEmpty();
    }

    /** When an event happened; null where the item does not tell of it. */
    private static Instant time(Event event, FeedItem item) {
        if (event.field() == null) {
            return item.time();
        }
        ItemTime time = TimeCodec.readAny(event.formats(), ExactJson.at(item.body(), event.field()));
        return time == null ? null : time.earliest();
    }

    /** The events that an item stands for, which are listed where it is. */
    List<ListedItem> of(ListedItem listed) {
        List<ListedItem> found = new ArrayList<>();
        events.forEach((name, event) -> {
            FeedItem item = listed.item();
            Instant happened = time(event, item);
            if (happened != null) {
                String key = key(name, item.body(), happened);
                // only the event that dates the item tells how late the vendor lists it
                Instant due = happened.equals(item.time()) ? listed.due() : null;
                found.add(new ListedItem(
                        item.asEvent(name, key, happened),
                        listed.since(),
                        listed.until(),
                        due,
                        listed.misdated(),
                        listed.old()));
            }
        });
        return found;
    }

    /**
     * The key of an event that came on another way.
     *
     * @param event one of {@link CallbackSpec.Twin#events}, or null where an item of the list is one event
     * @param item its fields under the names that the list gives them
     */
    public String key(String event, JsonNode item, Instant time) {
        if (event == null) {
            return ItemKey.of(item, itemKey);
        }
        Event spec = events.get(event);
        return EventKey.of(event, item, spec.key(), spec.field() == null ? null : time);
    }
}
