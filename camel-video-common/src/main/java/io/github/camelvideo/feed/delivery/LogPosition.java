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
 * The head of the position of a feed of kind log or series, and the states of its entries. As text:
 * {@code {"v":2,"kind":"log","watermark":"2021-05-25T09:56:51Z","from":"2021-05-25T09:46:51Z"}}. With sweeps it has version 3,
 * {@code "olderFrom"} and {@code "sweptAt"}, and entries of {@link OlderItems}.
 *
 * <p>The state of an entry says whether the item is done ({@code =} and its revision, or nothing where it has none) or delivered and not
 * acknowledged ({@code !} and its revision).
 *
 * @param kind {@code log} or {@code series}
 * @param watermark all items before this are done
 * @param from items before this are done or were never wanted; those from then on are done if there is an entry that says so
 * @param begun whether a first reading has told what was there before the feed began; as text {@code "begun":false} where none has
 * @param olderFrom items before {@code from} and from this moment on are done if {@link OlderItems} has them; null without sweeps
 * @param sweptAt when the last sweep began that has ended; null before the first, and without sweeps
 */
record LogPosition(String kind, Instant watermark, Instant from, boolean begun, Instant olderFrom, Instant sweptAt) {

    /** A release that knows no sweeps must not read a position with them: it would refuse an entry and could not say why. */
    private static final int VERSION_WITH_SWEEPS = 3;

    private static final int VERSION = 2;

    /** A position without sweeps. */
    LogPosition(String kind, Instant watermark, Instant from, boolean begun) {
        this(kind, watermark, from, begun, null, null);
    }

    static String done(String revision) {
        return revision.isEmpty() ? "" : "=" + revision;
    }

    static String delivered(String revision) {
        return "!" + revision;
    }

    static boolean isDelivered(String state) {
        return state.startsWith("!");
    }

    /** The revision that a state speaks of; empty where it has none. */
    static String revision(String state) {
        return state.isEmpty() ? "" : state.substring(1);
    }

    /** Written with each commit; instants need no escaping. */
    String text() {
        return "{\"v\":" + (olderFrom == null ? VERSION : VERSION_WITH_SWEEPS) + ",\"kind\":\"" + kind
                + "\",\"watermark\":\""
                + watermark + "\",\"from\":\"" + from + "\"" + (begun ? "" : ",\"begun\":false")
                + member("olderFrom", olderFrom)
                + member("sweptAt", sweptAt)
                + "}";
    }

    private static String member(String name, Instant time) {
        return time == null ? "" : ",\"" + name + "\":\"" + time + "\"";
    }

    /** @throws IllegalArgumentException when the text is not the head of a position of that kind, with the reason */
    static LogPosition parse(String kind, String head) {
        try {
            JsonNode json = ExactJson.parse(head);
            if (json.path("v").asInt() > VERSION_WITH_SWEEPS) {
                throw new IllegalArgumentException("it is of version "
                        + json.path("v").asInt() + ", written by a newer release; this release reads up to version "
                        + VERSION_WITH_SWEEPS);
            }
            if (!json.path("kind").asText().equals(kind)) {
                throw new IllegalArgumentException(
                        "it is of a feed of kind '" + json.path("kind").asText() + "', not of kind '" + kind + "'");
            }
            return new LogPosition(
                    kind,
                    time(json, "watermark"),
                    time(json, "from"),
                    // positions of earlier releases do not say
                    json.path("begun").asBoolean(true),
                    json.has("olderFrom") ? time(json, "olderFrom") : null,
                    json.has("sweptAt") ? time(json, "sweptAt") : null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Instant time(JsonNode head, String name) {
        JsonNode text = head.path(name);
        try {
            return Instant.parse(text.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' is not an instant: " + text, e);
        }
    }
}
