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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The times that the reference shows: all around one moment, and in the form that the text of the parameter asks for. The vendors'
 * examples are years apart, in other forms than their tables, end before they start, or span more than an action allows.
 */
public final class ShownTime {

    /** When the calls of the reference are made. */
    public static final Instant NOW = Instant.parse("2026-01-31T08:15:00Z");

    private static final Duration BEFORE = Duration.ofMinutes(15);
    /** Shorter than the shortest span that an action allows, 30 minutes. */
    private static final Duration SPAN = Duration.ofMinutes(10);

    private static final Duration AHEAD = Duration.ofHours(1);

    /** Both vendors count days in this zone. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern BEGIN = Pattern.compile("(?i)start|begin");
    private static final Pattern AHEAD_OF_NOW = Pattern.compile("(?i)expir|resume|lift the ban|end of the ban");

    private enum Form {
        MILLIS("(?i)epoch milliseconds"),
        SECONDS("(?i)\\bunix\\b|epoch seconds|UTC seconds"),
        UTC("(?i)YYYY-MM-DDThh:mm:ssZ|(like|form) \\d{4}-\\d\\d-\\d\\dT|ISO 8601"),
        LOCAL("(?i)yyyy-mm-dd hh:mm:ss"),
        DAY("(?i)yyyy-mm-dd"),
        MONTH("YYYYMM");

        private final Pattern words;

        Form(String words) {
            this.words = Pattern.compile(words);
        }

        static Optional<Form> of(Field field) {
            for (Form form : values()) {
                if (form.words.matcher(MadeUp.summary(field)).find()) {
                    return Optional.of(form);
                }
            }
            return Optional.empty();
        }

        String text(Instant time) {
            return switch (this) {
                case MILLIS -> Long.toString(time.toEpochMilli());
                case SECONDS -> Long.toString(time.getEpochSecond());
                case UTC -> time.toString();
                case LOCAL -> local("yyyy-MM-dd HH:mm:ss", time);
                // the day before: statistics of a day are complete when it is over
                case DAY -> local("yyyy-MM-dd", time.minus(Duration.ofDays(1)));
                case MONTH -> local("yyyyMM", time);
            };
        }

        private static String local(String pattern, Instant time) {
            return DateTimeFormatter.ofPattern(pattern).withZone(ZONE).format(time);
        }
    }

    private ShownTime() {}

    /**
     * What to show for a parameter or field.
     *
     * @param ahead whether the action arranges something, so that its times are still to come
     * @return empty for a field that is no time
     */
    static Optional<String> of(Field field, boolean ahead) {
        return Form.of(field).map(form -> form.text(moment(field, ahead)));
    }

    private static Instant moment(Field field, boolean ahead) {
        if (AHEAD_OF_NOW.matcher(field.name() + " " + MadeUp.summary(field)).find()) {
            return NOW.plus(Duration.ofDays(1));
        }
        Instant begin = ahead ? NOW.plus(AHEAD) : NOW.minus(BEFORE);
        return BEGIN.matcher(field.name()).find() ? begin : begin.plus(SPAN);
    }
}
