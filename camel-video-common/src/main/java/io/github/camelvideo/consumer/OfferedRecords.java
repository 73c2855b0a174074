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
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.read.RecordItems;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes items of a feed out of the records that other routes offer, and again out of what the inbox keeps of them. A record in which no
 * item is found is an item of its own, known by all it holds. For any thread.
 */
final class OfferedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedRecords.class);

    private static final String FORWARDED = "forwarded";
    private static final String IS_ITEM = "isItem";
    private static final String RECEIVED = "received";

    private final String name;
    private final RecordItems items;
    private final List<String> partitionedBy;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param name how messages name the feed
     * @param items finds items in a record
     * @param partitionedBy parameters that tell the partitions of the feed apart
     */
    OfferedRecords(String name, RecordItems items, List<String> partitionedBy) {
        this.name = name;
        this.items = items;
        this.partitionedBy = partitionedBy;
    }

    /**
     * The items of a record; at least one.
     *
     * @param received when it came, by the vendor's time; the time of an item that tells none
     */
    List<ReceivedItem> in(JsonNode record, Instant received) {
        List<ReceivedItem> found = new ArrayList<>();
        for (ObjectNode body : items.in(record)) {
            found.add(received(body, true, received));
        }
        if (found.isEmpty()) {
            found.add(received(record, false, received));
        }
        if (warned(found)) {
            LOG.warn(
                    "{}: an offered record has no item of the list: no object with the fields {}. It is delivered as an item of its own"
                            + " with the event '{}', and others like it are too, without a warning. Name the fields as the list does before"
                            + " you offer the record, or filter out what you do not want.",
                    name,
                    required(),
                    CallbackEvent.UNKNOWN);
        }
        return found;
    }

    private boolean warned(List<ReceivedItem> found) {
        return found.stream().anyMatch(item -> item.item().event() != null) && warned.compareAndSet(false, true);
    }

    private String required() {
        List<String> required = new ArrayList<>(items.required());
        partitionedBy.stream().filter(field -> !required.contains(field)).forEach(required::add);
        return String.join(", ", required);
    }

    private ReceivedItem received(JsonNode body, boolean isItem, Instant received) {
        ObjectNode state = ExactJson.object().put(RECEIVED, received.toString()).put(IS_ITEM, isItem);
        state.set(FORWARDED, body);
        return ReceivedItem.of(item(body, isItem, received), state);
    }

    /** Whether the state is one that {@link #in} gave. */
    static boolean isState(JsonNode state) {
        return state.has(FORWARDED);
    }

    /** The item whose state {@link #in} gave. */
    FeedItem restored(JsonNode state) {
        return item(
                state.path(FORWARDED),
                state.path(IS_ITEM).asBoolean(),
                Instant.parse(state.path(RECEIVED).asText()));
    }

    private FeedItem item(JsonNode body, boolean isItem, Instant received) {
        Partition partition = isItem ? EventItems.partition(body, partitionedBy) : null;
        if (partition == null) {
            String key = ItemKey.of(body, List.of());
            return FeedItem.offered(
                    new ItemId(Partition.NONE, key, ""), received, body, Origin.FORWARD, CallbackEvent.UNKNOWN);
        }
        ObjectNode item = (ObjectNode) body;
        Instant time = items.time(item);
        return FeedItem.offered(items.id(partition, item), time == null ? received : time, body, Origin.FORWARD, null);
    }
}
