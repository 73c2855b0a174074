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
package io.github.camelvideo.feed.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The head of the position of a feed of kind snapshot, and the states of its entries. As text:
 * {@code {"v":2,"kind":"snapshot","begun":"2026-06-01T00:00:00Z","announced":"2026-06-01T00:00:00Z"}}.
 *
 * <p>There is an entry for each member that was delivered, or was there at the start. Its state is {@code =} ({@code !} where it was delivered
 * and not acknowledged), the state of the member, a blank, and the member as JSON without its secrets.
 *
 * @param begun when the first reading ended; null before
 * @param announced when all members were told last
 */
record SnapshotPosition(Instant begun, Instant announced) {

    static final String KIND = "snapshot";

    private static final int VERSION = 2;

    /**
     * A member as it was told last.
     *
     * @param state stands for its state
     * @param body itself, as JSON
     * @param delivered whether it waits for its acknowledgement
     */
    record Member(String state, String body, boolean delivered) {

        /** @throws IllegalArgumentException when the text is not the state of an entry, with the reason */
        static Member parse(String key, String text) {
            int blank = text.indexOf(' ');
            if (blank < 1 || text.charAt(0) != '=' && text.charAt(0) != '!') {
                throw new IllegalArgumentException("entry '" + key + "' is not a member of a snapshot");
            }
            return new Member(text.substring(1, blank), text.substring(blank + 1), text.charAt(0) == '!');
        }

        String text() {
            return (delivered ? "!" : "=") + state + " " + body;
        }

        JsonNode json() {
            try {
                return ExactJson.parse(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A stored member of a snapshot is not JSON. Delete the position.", e);
            }
        }
    }

    String text() {
        return "{\"v\":" + VERSION + ",\"kind\":\"" + KIND + "\""
                + (begun == null ? "" : ",\"begun\":\"" + begun + "\"") + ",\"announced\":\"" + announced + "\"}";
    }

    /** @throws IllegalArgumentException when the text is not the head of a snapshot's position, with the reason */
    static SnapshotPosition parse(String head) {
        try {
            JsonNode json = ExactJson.parse(head);
            if (json.path("v").asInt() > VERSION) {
                throw new IllegalArgumentException(
                        "it is of version " + json.path("v").asInt()
                                + ", written by a newer release; this release reads up to version " + VERSION);
            }
            if (!json.path("kind").asText().equals(KIND)) {
                throw new IllegalArgumentException(
                        "it is of a feed of kind '" + json.path("kind").asText() + "', not of kind '" + KIND + "'");
            }
            return new SnapshotPosition(
                    json.has("begun") ? Instant.parse(json.get("begun").asText()) : null,
                    Instant.parse(json.path("announced").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it has a time that is not an instant: " + head, e);
        }
    }
}
