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
import io.github.camelvideo.item.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of events that both a list and callbacks tell: the name of the event, the fields that both have, and the time to the second, as
 * {@code stream-ended|push.example.com|live|cam1|2026-06-01T08:00:05Z}.
 */
public final class EventKey {

    private EventKey() {}

    /**
     * @param fields fields of the list's item that identify the event besides its time
     * @param time when it happened; null where the fields alone identify it
     */
    public static String of(String event, JsonNode item, List<String> fields, Instant time) {
        String key = event + "|" + ItemKey.dimensions(item, fields);
        return time == null ? key : key + "|" + time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Keys of the same event at other times, the nearest first; none where times do not differ. */
    public static List<String> near(String key, Duration within) {
        if (within.isZero()) {
            return List.of();
        }
        int end = key.lastIndexOf('|') + 1;
        Instant time = Instant.parse(key.substring(end));
        List<String> keys = new ArrayList<>();
        for (long seconds = 1; seconds <= within.toSeconds(); seconds++) {
            keys.add(key.substring(0, end) + time.minusSeconds(seconds));
            keys.add(key.substring(0, end) + time.plusSeconds(seconds));
        }
        return keys;
    }
}
