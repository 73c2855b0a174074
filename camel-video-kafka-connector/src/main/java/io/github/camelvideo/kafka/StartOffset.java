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
package io.github.camelvideo.kafka;

import java.time.Instant;
import java.util.Map;

/** An offset that a user sets with Connect's REST interface, so that a partition starts at a moment: {@code {"startFrom": "2026-05-01T00:00:00Z"}}. */
final class StartOffset {

    static final String START_FROM = "startFrom";

    private StartOffset() {}

    /**
     * The moment, or null where the offset is another one.
     *
     * @throws IllegalArgumentException when it is not a moment, with the reason
     */
    static Instant read(Map<String, ?> offset) {
        if (offset == null || !offset.containsKey(START_FROM)) {
            return null;
        }
        if (offset.size() > 1) {
            throw new IllegalArgumentException("'" + START_FROM + "' must be the only member");
        }
        if (!(offset.get(START_FROM) instanceof String text)) {
            throw new IllegalArgumentException("'" + START_FROM
                    + "' must be a text such as 2026-05-01T00:00:00Z but is " + offset.get(START_FROM));
        }
        try {
            return EntryText.instant(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + START_FROM + "': " + e.getMessage(), e);
        }
    }
}
