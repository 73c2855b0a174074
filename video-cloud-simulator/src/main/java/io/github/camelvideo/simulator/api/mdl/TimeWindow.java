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
package io.github.camelvideo.simulator.api.mdl;

import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** The span that logs and statistics are asked for, both ends included: the last hour by default, 7 days back at most. */
record TimeWindow(Instant from, Instant to) {

    private static final Duration RETENTION = Duration.ofDays(7);
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withResolverStyle(ResolverStyle.STRICT);

    /**
     * @param endCode code of an end that is wrong
     */
    static TimeWindow of(Parameters parameters, Instant now, String endCode) {
        Instant present = now.truncatedTo(ChronoUnit.SECONDS);
        Instant from = moment(parameters, "StartTime", present.minus(LENGTH), Codes.START);
        if (from.isBefore(present.minus(RETENTION))) {
            throw new Refusal(Codes.START, "StartTime " + from + " must not be more than 7 days in the past");
        }
        Instant to = moment(parameters, "EndTime", from.plus(LENGTH), endCode);
        if (to.isBefore(from)) {
            throw new Refusal(endCode, "EndTime " + to + " must not be before StartTime " + from);
        }
        return new TimeWindow(from, to);
    }

    private static Instant moment(Parameters parameters, String name, Instant absent, String code) {
        String text = parameters.filled(name);
        if (text == null) {
            return absent;
        }
        Instant moment = parse(text);
        if (moment == null) {
            throw new Refusal(code, name + " must look like 2020-01-01T12:00:00Z, not " + text);
        }
        return moment;
    }

    /** A moment in the vendor's form, or null. */
    static Instant parse(String text) {
        try {
            return LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }
}
