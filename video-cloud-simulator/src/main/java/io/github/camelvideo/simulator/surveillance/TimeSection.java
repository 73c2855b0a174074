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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** A period of a day of the week. */
record TimeSection(DayOfWeek day, LocalTime start, LocalTime end) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    static TimeSection checked(JsonNode section) {
        int day = section.path("DayOfWeek").asInt();
        Refusal.unless(day >= 1 && day <= 7, "43402", "DayOfWeek must be 1 to 7, not " + day);
        LocalTime start = time(section.path("StartTime").asText(), "43403");
        LocalTime end = time(section.path("EndTime").asText(), "43403");
        Refusal.unless(!start.isAfter(end), "43404", "The period starts at " + start + ", after its end at " + end);
        Duration length = Duration.between(start, end);
        Refusal.unless(
                length.compareTo(SHORTEST) >= 0,
                "43405",
                "The period must be 10 minutes or more, not from " + start + " to " + end);
        return new TimeSection(DayOfWeek.of(day), start, end);
    }

    static LocalTime time(String text, String code) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            throw new Refusal(code, "A time must look like 23:59:59, not \"" + text + "\"");
        }
    }

    /** The period on a day. */
    Slice on(LocalDate date) {
        return new Slice(
                date.atTime(start).atZone(Times.ZONE).toEpochSecond(),
                date.atTime(end).atZone(Times.ZONE).toEpochSecond(),
                false);
    }

    /** How long the periods of a day are together. */
    static long seconds(JsonNode sections, DayOfWeek day) {
        return Data.elements(sections)
                .map(TimeSection::checked)
                .filter(section -> section.day() == day)
                .mapToLong(section ->
                        Duration.between(section.start(), section.end()).toSeconds())
                .sum();
    }
}
