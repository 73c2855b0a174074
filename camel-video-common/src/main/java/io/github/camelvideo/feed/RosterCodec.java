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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Rosters as text: one line of JSON with a version, as {@code {"v":1,"listed":["a","b"],"gone":{"c":"2021-05-25T09:56:51Z"}}}. */
final class RosterCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private RosterCodec() {}

    static String write(Roster roster) {
        ObjectNode root = JSON.createObjectNode().put("v", VERSION);
        ArrayNode listed = root.putArray("listed");
        roster.listed().forEach(listed::add);
        ObjectNode gone = root.putObject("gone");
        roster.gone().forEach((value, since) -> gone.put(value, since.toString()));
        return root.toString();
    }

    /** @throws IllegalArgumentException when the text is no roster of this or an earlier version, with the reason */
    static Roster read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            int version = root.path("v").asInt(0);
            if (version < 1 || version > VERSION || !root.path("listed").isArray()) {
                throw new IllegalArgumentException("it is no list of values of version " + VERSION);
            }
            Set<String> listed = new LinkedHashSet<>();
            root.path("listed").forEach(value -> listed.add(value.asText()));
            Map<String, Instant> gone = new LinkedHashMap<>();
            root.path("gone")
                    .properties()
                    .forEach(entry -> gone.put(
                            entry.getKey(), Instant.parse(entry.getValue().asText())));
            return new Roster(listed, gone);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time in it is damaged: " + e.getMessage(), e);
        }
    }
}
