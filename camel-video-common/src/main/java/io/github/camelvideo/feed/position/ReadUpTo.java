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
package io.github.camelvideo.feed.position;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;

/**
 * The moment up to which the vendor was read, in the head of a position of any kind: {@code "readUpTo":"2026-01-31T08:00:00Z"}. Processes
 * that do not run the feed tell its lag by that; a restart does not need it, and releases that do not know it skip it. Stateless.
 */
public final class ReadUpTo {

    static final String MEMBER = "readUpTo";

    private ReadUpTo() {}

    /** The head, which is a JSON object with members and does not have the moment, with it. */
    public static String addTo(String head, Instant moment) {
        // instants need no escaping
        return head.substring(0, head.lastIndexOf('}')) + ",\"" + MEMBER + "\":\"" + moment + "\"}";
    }

    /**
     * The moment, or null where the head does not tell it.
     *
     * @throws IllegalArgumentException when the head cannot be read, with the reason
     */
    public static Instant in(String head) {
        try {
            JsonNode moment = ExactJson.parse(head).path(MEMBER);
            return moment.isMissingNode() ? null : PositionText.instant(moment.asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
