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
package io.github.camelvideo.callback;

import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.FeedSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Callbacks as catalogs describe them, a key, and signatures that md5sum has computed. */
final class TestCallbacks {

    static final String KEY = "key123";
    static final String OTHER_KEY = "other";

    /** 2026-06-01T02:00:00Z. */
    static final long EXPIRY = 1_780_279_200L;

    /** {@code printf '%s' key1231780279200 | md5sum}. */
    static final String SIGN = "db337310c5c8fec89f0e5120292e69a4";

    /** {@code printf '%s' other1780279200 | md5sum}. */
    static final String OTHER_SIGN = "e9643f1c4652f71aebde578259b410c4";

    static final CallbackSpec.Check CHECK = new CallbackSpec.Check("sign", "t");

    private static final CallbackSpec.Repeat REPEAT =
            new CallbackSpec.Repeat(Duration.ofSeconds(20), Duration.ofMinutes(1), 12);

    private TestCallbacks() {}

    static Clock clockAt(long epochSecond) {
        return Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
    }

    static CallbackSpec.Event event(String name, String type, List<String> key, FeedSpec.Time time) {
        return new CallbackSpec.Event(
                name,
                type == null ? List.of() : List.of(type),
                CallbackSpec.Source.DOCUMENT,
                "",
                Map.of(),
                List.of(),
                key,
                time,
                null,
                name);
    }

    static FeedSpec.Time seconds(String field) {
        return FeedSpec.Time.of(field, List.of(FeedSpec.TimeFormat.EPOCH_SECONDS), null);
    }

    /** Streams that start and end, new files, and pushes that only their expiry tells apart. */
    static CallbackSpec streams() {
        List<String> key = List.of("stream_id", "sequence", "event_time");
        return new CallbackSpec(
                CHECK,
                REPEAT,
                "data",
                "event_type",
                Map.of(
                        "stream-started", event("stream-started", "1", key, seconds("event_time")),
                        "stream-ended", event("stream-ended", "0", key, seconds("event_time")),
                        "file", event("file", "100", List.of("file_id"), null),
                        "push-started", event("push-started", "329", List.of("channel_id", "t"), null)),
                Map.of(),
                Map.of());
    }

    /** Unsigned, with items below, and fields in the query. */
    static CallbackSpec pictures() {
        CallbackSpec.Event event = new CallbackSpec.Event(
                "ai-result",
                List.of("AI"),
                CallbackSpec.Source.DOCUMENT,
                "AIJobDetail.{resultType:*}",
                Map.of(),
                List.of("TaskId"),
                List.of("TaskId", "resultType", "Url|no-query"),
                null,
                null,
                "something was seen");
        return new CallbackSpec(null, REPEAT, null, "Tag", Map.of("ai-result", event), Map.of(), Map.of());
    }
}
