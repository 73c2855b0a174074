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

import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the platform writes them; its days begin in Shanghai, where its nodes are. */
final class Times {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZONE);

    private Times() {}

    static String text(Instant moment) {
        return TEXT.format(moment);
    }

    static LocalDate day(long second) {
        return Instant.ofEpochSecond(second).atZone(ZONE).toLocalDate();
    }

    /** Refuses a span that ends before it begins. */
    static void checkOrder(long from, long to, String code) {
        Refusal.unless(from <= to, code, "The start " + from + " lies after the end " + to);
    }

    /** Refuses a span of several days. */
    static void checkOneDay(long from, long to) {
        Refusal.unless(
                day(from).equals(day(to)),
                Codes.INVALID,
                "The time from " + from + " to " + to + " goes from " + day(from) + " to " + day(to)
                        + " and must lie within one day of " + ZONE);
    }
}
