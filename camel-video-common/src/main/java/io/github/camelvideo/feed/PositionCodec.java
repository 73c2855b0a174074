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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Positions as text: one line of JSON with a version, as
 * {@code {"v":1,"watermark":"…","from":"…","delivered":{"2021-05-25T09:56:51Z":["17","18"]}}}.
 */
final class PositionCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private PositionCodec() {}

    static String write(Position position) {
        ObjectNode root = JSON.createObjectNode().put("v", VERSION);
        root.put("watermark", position.watermark().toString());
        root.put("from", position.from().toString());
        ObjectNode delivered = root.putObject("delivered");
        position.delivered().forEach((time, keys) -> {
            ArrayNode array = delivered.putArray(time.toString());
            keys.stream().sorted().forEach(array::add);
        });
        return root.toString();
    }

    /** @throws IllegalArgumentException when the text is no position of this or an earlier version, with the reason */
    static Position read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            int version = root.path("v").asInt(0);
            if (version > VERSION) {
                throw new IllegalArgumentException("it is of version " + version
                        + ", written by a newer release; this one reads up to version " + VERSION);
            }
            if (version < 1) {
                throw new IllegalArgumentException("it has no version and is no position of a feed");
            }
            TreeMap<Instant, Set<String>> delivered = new TreeMap<>();
            root.path("delivered").properties().forEach(entry -> {
                Set<String> keys = new HashSet<>();
                entry.getValue().forEach(key -> keys.add(key.asText()));
                delivered.put(Instant.parse(entry.getKey()), keys);
            });
            return new Position(
                    Instant.parse(root.path("watermark").asText()),
                    Instant.parse(root.path("from").asText()),
                    delivered);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time in it is damaged: " + e.getMessage(), e);
        }
    }
}
