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
package io.github.camelvideo.simulator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads and writes times as the vendor does: an own reading of the formats, by which the engine is judged. */
public final class FeedTimes {

    private final TimeFormat format;
    private final ZoneId zone;

    public FeedTimes(TimeFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone == null ? ZoneOffset.UTC : zone;
    }

    /** The time as an answer has it. */
    public JsonNode write(Instant moment) {
        return switch (format) {
            case EPOCH_SECONDS -> JsonNodeFactory.instance.numberNode(moment.getEpochSecond());
            case EPOCH_MILLIS -> JsonNodeFactory.instance.numberNode(moment.toEpochMilli());
            case ISO ->
                JsonNodeFactory.instance.textNode(
                        moment.atZone(zone).toOffsetDateTime().toString());
            case MINUTE_IN_TEXT -> JsonNodeFactory.instance.textNode("file-" + local("yyyyMMdd-HHmm", moment) + ".ts");
            default -> JsonNodeFactory.instance.textNode(local(pattern(), moment));
        };
    }

    private String local(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment.atZone(zone));
    }

    private String pattern() {
        return switch (format) {
            case LOCAL -> "yyyy-MM-dd HH:mm:ss";
            case LOCAL_MINUTE -> "yyyy-MM-dd HH:mm";
            case DATE -> "yyyy-MM-dd";
            case BASIC_DATE -> "yyyyMMdd";
            case BASIC_MONTH -> "yyyyMM";
            default -> throw new IllegalStateException(format + " has no pattern");
        };
    }

    /** The first moment that a parameter stands for. */
    Instant first(String text) {
        return switch (format) {
            case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            case ISO -> OffsetDateTime.parse(text).toInstant();
            case DATE, BASIC_DATE -> day(text).atStartOfDay(zone).toInstant();
            case BASIC_MONTH ->
                YearMonth.parse(text, DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT))
                        .atDay(1)
                        .atStartOfDay(zone)
                        .toInstant();
            default ->
                LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern(), Locale.ROOT))
                        .atZone(zone)
                        .toInstant();
        };
    }

    /** The first moment behind all that a parameter stands for. */
    Instant behind(String text) {
        return switch (format) {
            case EPOCH_MILLIS -> first(text).plusMillis(1);
            case LOCAL_MINUTE -> first(text).plusSeconds(60);
            case DATE, BASIC_DATE -> day(text).plusDays(1).atStartOfDay(zone).toInstant();
            case BASIC_MONTH -> first(text).atZone(zone).plusMonths(1).toInstant();
            default -> first(text).plusSeconds(1);
        };
    }

    private LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern(), Locale.ROOT));
    }
}
