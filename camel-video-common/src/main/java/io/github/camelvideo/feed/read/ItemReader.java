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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import io.github.camelvideo.item.TimeCodec;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import io.github.camelvideo.protocol.TransportException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the items in an answer by an {@link ItemPath}, and key and time in an item by names joined by dots. */
final class ItemReader {

    /** The key of the only item where the answer as a whole is the item. */
    private static final String WHOLE_ANSWER = "answer";

    private final String name;
    private final ListSpec list;
    private final ItemPath items;
    private final String total;
    private final String time;
    private final List<TimeCodec> formats;

    /** Whether a key tells a secret, so that positions and headers have a digest of it. */
    private final boolean secretKey;

    /**
     * @param name how messages name the feed
     * @param type what is known of the items
     * @param total path of the total, or null where the vendor gives none
     * @param time path of the time in an item, or null where it has none of its own
     */
    ItemReader(String name, ListSpec list, ItemType type, String total, String time, List<TimeCodec> formats) {
        this.name = name;
        this.list = list;
        this.items = ItemPath.of(list.items(), list.carry());
        this.total = total;
        this.time = time;
        this.formats = formats;
        this.secretKey = list.key().stream().anyMatch(field -> type.secrets().contains(ItemKey.lastName(field)));
    }

    /**
     * The items of an answer. A list that is absent, null or empty has none, where the vendor counts zero or does not count at all, or
     * answered with an error code that means so.
     *
     * @throws TransportException when there is no item and no list, and the total is absent or not zero
     * @throws IllegalStateException when something else stands there
     */
    List<JsonNode> items(JsonNode answer) {
        if (answer == PageAnswer.NOTHING) {
            return List.of();
        }
        try {
            List<JsonNode> found = items.find(answer);
            if (found.isEmpty()) {
                requireEmpty(answer);
            }
            List<JsonNode> named = list.columns().isEmpty()
                    ? found
                    : found.stream().map(this::named).toList();
            return list.number() == null ? named : numbered(named);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name + ": the response has no list at '" + items + "': " + e.getMessage()
                            + ". Correct 'items' of the feed in the catalog.",
                    e);
        }
    }

    /** A row becomes an object; what has no name in the catalog is left out. */
    private JsonNode named(JsonNode row) {
        if (!row.isArray()) {
            return row;
        }
        ObjectNode item = ExactJson.object();
        for (int column = 0; column < Math.min(row.size(), list.columns().size()); column++) {
            item.set(list.columns().get(column), row.get(column));
        }
        return item;
    }

    /** Each item with its number among those equal to it; an item that is a text becomes an object. */
    private List<JsonNode> numbered(List<JsonNode> found) {
        Map<JsonNode, Integer> counts = new HashMap<>();
        List<JsonNode> numbered = new ArrayList<>(found.size());
        for (JsonNode item : found) {
            if (!item.isNull()) {
                ObjectNode whole =
                        item.isObject() ? item.deepCopy() : ExactJson.object().set("value", item);
                numbered.add(whole.put(list.number(), counts.merge(item, 1, Integer::sum)));
            }
        }
        return numbered;
    }

    private void requireEmpty(JsonNode answer) {
        boolean isListed = items.leadsToList(answer);
        if (total != null
                && !isListed
                && !ExactJson.at(answer, total).asText("").equals("0")) {
            throw new TransportException(
                    name,
                    "the response is a success without the list '" + items + "' and without '" + total + "' = 0",
                    200,
                    true,
                    null);
        }
    }

    String key(JsonNode item) {
        if (list.isWholeAnswer() && list.key().isEmpty()) {
            return WHOLE_ANSWER;
        }
        String key = ItemKey.of(item, list.key());
        return secretKey ? ItemKey.hidden(key) : key;
    }

    /** When the item happened, or null when that cannot be read. */
    ItemTime time(JsonNode item) {
        return time == null ? null : TimeCodec.readAny(formats, ExactJson.at(item, time));
    }

    /** Gives an item a time, where it has a field for it and the vendor's format can be written. */
    void writeTime(ObjectNode item, Instant moment) {
        if (time != null && !time.contains(".") && formats.get(0).isWritten()) {
            item.put(time, formats.get(0).writeBegin(moment));
        }
    }

    /** What was tried to read as time, for messages. */
    String timeText(JsonNode item) {
        return "'" + time + "' = " + ExactJson.at(item, time);
    }
}
