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
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.TransportException;
import java.util.List;

/** Finds the list in an answer, and key and time in an item. Paths are names joined by dots; an empty path is the node itself. */
final class ItemReader {

    private final String name;
    private final String items;
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
        this.items = items;
        this.total = total;
        this.key = key;
        this.time = time;
        this.formats = formats;
    }

    /**
     * The list of an answer. One that is absent is empty where the vendor counts zero or does not count at all, and so is whatever holds
     * nothing, since some vendors send an empty text or object where there is no list.
     *
     * @throws TransportException when list and total are both absent, or the total counts items that are not there
     * @throws IllegalStateException when something else stands there
     */
    JsonNode items(JsonNode answer) {
        JsonNode list = ExactJson.at(answer, items);
        if (list.isArray()) {
            return list;
        }
        boolean isNothing = list.isMissingNode()
                || list.isNull()
                || list.isObject() && list.isEmpty()
                || list.isTextual() && list.textValue().isEmpty();
        if (!isNothing) {
            throw new IllegalStateException(name + ": the response has no list at '" + items + "' but "
                    + list.getNodeType() + ". Correct 'items' of the feed in the catalog.");
        }
        if (total != null && !ExactJson.at(answer, total).asText("").equals("0")) {
            throw new TransportException(
                    name,
                    "the response is a success without the list '" + items + "' and without '" + total + "' = 0",
                    200,
                    true,
                    null);
        }
        return MissingNode.getInstance();
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
