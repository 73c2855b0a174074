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
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes items for the buckets of a window that the vendor does not list: one for each dimension seen since the start, and one where a series
 * has no dimensions. Of the thread that reads.
 */
final class MissingBuckets {

    private final Buckets buckets;
    private final ItemReader items;

    /** An item of each dimension seen. */
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();

    MissingBuckets(Buckets buckets, ItemReader items) {
        this.buckets = buckets;
        this.items = items;
    }

    /** An item that was not listed. */
    record Missing(Instant bucket, JsonNode body) {}

    /** The vendor has listed an item of a bucket. */
    void listed(JsonNode body) {
        seen.putIfAbsent(ItemKey.dimensions(body, buckets.dimensions()), body);
    }

    /**
     * What is missing in a window.
     *
     * @param listed the keys of the items that were listed for it
     */
    List<Missing> of(Window window, Set<String> listed) {
        if (seen.isEmpty() && buckets.dimensions().isEmpty()) {
            seen.put("", ExactJson.object());
        }
        List<Missing> missing = new ArrayList<>();
        Set<String> known = new HashSet<>(listed);
        for (Instant bucket = window.begin();
                bucket.isBefore(window.until());
                bucket = buckets.grid().next(bucket)) {
            for (JsonNode like : seen.values()) {
                if (known.add(buckets.key(bucket, like))) {
                    missing.add(new Missing(bucket, zero(like, bucket)));
                }
            }
        }
        return missing;
    }

    /** Numbers become 0, also where they are written as texts; dimensions and other texts, such as a unit, stay. */
    private JsonNode zero(JsonNode like, Instant bucket) {
        ObjectNode body = ExactJson.object();
        like.properties().forEach(field -> {
            boolean isDimension = buckets.dimensions().contains(field.getKey());
            body.set(field.getKey(), isDimension ? field.getValue() : zero(field.getValue()));
        });
        items.writeTime(body, buckets.labelled(bucket));
        return body;
    }

    private static JsonNode zero(JsonNode value) {
        if (value.isNumber()) {
            return IntNode.valueOf(0);
        }
        if (value.isTextual() && value.textValue().matches("-?[0-9]+(\\.[0-9]+)?")) {
            return TextNode.valueOf("0");
        }
        if (value.isObject()) {
            ObjectNode zeros = ExactJson.object();
            value.properties().forEach(field -> zeros.set(field.getKey(), zero(field.getValue())));
            return zeros;
        }
        return value.isArray() ? ExactJson.object().arrayNode() : value;
    }
}
