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
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import io.github.camelvideo.protocol.TransportException;
import java.util.List;

/** Finds the items in an answer by an {@link ItemPath}, and key and time in an item by names joined by dots. */
final class ItemReader {

    private final String name;
    private final ItemPath items;
    private final String total;
    private final List<String> key;
    private final String time;
    private final List<TimeCodec> formats;

    /**
     * @param name how messages name the feed
     * @param items path of the list
     * @param total path of the total, or null where the vendor gives none
     */
    ItemReader(String name, String items, String total, List<String> key, String time, List<TimeCodec> formats) {
        this.name = name;
        this.items = ItemPath.of(items, List.of());
        this.total = total;
        this.key = key;
        this.time = time;
        this.formats = formats;
    }

    /**
     * The items of an answer. A list that is absent, null or empty has none, where the vendor counts zero or does not count at all.
     *
     * @throws TransportException when there is no item and no list, and the total is absent or not zero
     * @throws IllegalStateException when something else stands there
     */
    List<JsonNode> items(JsonNode answer) {
        try {
            List<JsonNode> found = items.find(answer);
            if (found.isEmpty()) {
                requireEmpty(answer);
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name + ": the response has no list at '" + items + "': " + e.getMessage()
                            + ". Correct 'items' of the feed in the catalog.",
                    e);
        }
    }

    private void requireEmpty(JsonNode answer) {
        boolean isListed = ExactJson.at(answer, items.toString()).isArray();
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
        return ItemKey.of(item, key);
    }

    /** When the item happened, or null when that cannot be read. */
    ItemTime time(JsonNode item) {
        return TimeCodec.readAny(formats, ExactJson.at(item, time));
    }

    /** What was tried to read as time, for messages. */
    String timeText(JsonNode item) {
        return "'" + time + "' = " + ExactJson.at(item, time);
    }
}
