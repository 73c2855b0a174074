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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the position of a feed of kind snapshot, and the states of its entries. As text:
 * {@code {"v":2,"kind":"snapshot","begun":"2026-06-01T00:00:00Z","announced":"2026-06-01T00:00:00Z","rule":"Zk3…"}}.
 *
 * <p>There is an entry for each member that was delivered, or was there at the start. Its state is {@code =} ({@code !} where it was delivered
 * and not acknowledged), the state of the member, {@code ~} and how many readings in a row have missed it, {@code @} and the time of the
 * resync that has told it last, a blank, and the member as JSON without its secrets. What does not apply is left out.
 *
 * @param begun when the first reading ended; null before
 * @param announced when all members were told last
 * @param resync the resync under way, by its time; null where there is none
 * @param rule stands for the fields that make up the state of a member
 */
record SnapshotPosition(Instant begun, Instant announced, Instant resync, String rule) {

    static final String KIND = "snapshot";

    private static final int VERSION = 2;

    /**
     * A member as it was told last.
     *
     * @param state stands for its state
     * @param body itself, as JSON
     * @param delivered whether it waits for its acknowledgement
     * @param missed readings in a row that have not listed it
     * @param told the resync that has told it last, by its time, or null
     */
    record Member(String state, String body, boolean delivered, int missed, Instant told) {

        private static final Pattern ENTRY =
                Pattern.compile("([=!])([\\w-]+)(?:~(\\d{1,9}))?(?:@(\\S+))? (.*)", Pattern.DOTALL);

        /** @throws IllegalArgumentException when the text is not the state of an entry, with the reason */
        static Member parse(String key, String text) {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) {
                throw new IllegalArgumentException("entry '" + key + "' is not a member of a snapshot");
            }
            try {
                return new Member(
                        entry.group(2),
                        entry.group(5),
                        entry.group(1).equals("!"),
                        entry.group(3) == null ? 0 : Integer.parseInt(entry.group(3)),
                        entry.group(4) == null ? null : Instant.parse(entry.group(4)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("entry '" + key + "' has a time that is not an instant", e);
            }
        }

        String text() {
            return (delivered ? "!" : "=")
                    + state
                    + (missed == 0 ? "" : "~" + missed)
                    + (told == null ? "" : "@" + told)
                    + " "
                    + body;
        }

        Member missed(int times) {
            return new Member(state, body, delivered, times, told);
        }

        Member inState(String other) {
            return new Member(other, body, delivered, missed, told);
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
                + (begun == null ? "" : ",\"begun\":\"" + begun + "\"")
                + ",\"announced\":\"" + announced + "\""
                + (resync == null ? "" : ",\"resync\":\"" + resync + "\"")
                + ",\"rule\":\"" + rule + "\"}";
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
                    Instant.parse(json.path("announced").asText()),
                    json.has("resync") ? Instant.parse(json.get("resync").asText()) : null,
                    json.path("rule").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it has a time that is not an instant: " + head, e);
        }
    }
}
