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
package io.github.camelvideo.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.util.List;

/** Finds the list in an answer, and key and time in an item. Paths are names joined by dots; an empty path is the node itself. */
final class ItemReader {

    private final String action;
    private final String items;
    private final List<String> key;
    private final String time;
    private final List<TimeCodec> formats;

    ItemReader(String action, String items, List<String> key, String time, List<TimeCodec> formats) {
        this.action = action;
        this.items = items;
        this.key = key;
        this.time = time;
        this.formats = formats;
    }

    /**
     * The list of an answer; a missing one and null are empty, and so is whatever holds nothing, since some vendors send an empty text
     * or object where there is no list.
     *
     * @throws IllegalStateException when something else stands there
     */
    JsonNode items(JsonNode answer) {
        JsonNode list = ExactJson.at(answer, items);
        if (list.isMissingNode() || list.isNull() || list.isArray()) {
            return list;
        }
        if (list.isObject() && list.isEmpty()
                || list.isTextual() && list.textValue().isEmpty()) {
            return MissingNode.getInstance();
        }
        throw new IllegalStateException(action + ": the answer has no list at '" + items + "' but " + list.getNodeType()
                + ". Correct 'items' of the feed in the catalog.");
    }

    String key(JsonNode item) {
        return ItemKey.of(item, key);
    }

    /** When the item happened, or null when that cannot be read. */
    Instant time(JsonNode item) {
        return TimeCodec.readAny(formats, ExactJson.at(item, time));
    }

    /** What was tried to read as time, for messages. */
    String timeText(JsonNode item) {
        return "'" + time + "' = " + ExactJson.at(item, time);
    }
}
