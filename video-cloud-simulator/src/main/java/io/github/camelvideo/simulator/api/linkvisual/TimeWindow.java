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
package io.github.camelvideo.simulator.api.linkvisual;

import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.LongFunction;

/** The span of time a list is asked for, both ends included, and how times are printed. */
record TimeWindow(Instant begin, Instant end) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZONE);

    static TimeWindow ofMillis(Parameters parameters) {
        return of(parameters, Instant::ofEpochMilli);
    }

    static TimeWindow ofSeconds(Parameters parameters) {
        return of(parameters, TimeWindow::ofSecond);
    }

    /** Milliseconds sent by mistake do not fit into the vendor's Integer. */
    private static Instant ofSecond(long second) {
        Refusal.unless(
                second >= 0 && second <= Integer.MAX_VALUE,
                Codes.PARAMETER,
                "BeginTime and EndTime must be seconds, not " + second);
        return Instant.ofEpochSecond(second);
    }

    private static TimeWindow of(Parameters parameters, LongFunction<Instant> unit) {
        long begin = parameters.number("BeginTime", 0);
        long end = parameters.number("EndTime", 0);
        Refusal.unless(begin < end, Codes.PARAMETER, "beginTime can not bigger or equal endTime.");
        return new TimeWindow(unit.apply(begin), unit.apply(end));
    }

    /** The same span, starting no earlier than a moment. */
    TimeWindow notBefore(Instant oldest) {
        return begin.isBefore(oldest) ? new TimeWindow(oldest, end) : this;
    }

    static String text(Instant moment) {
        return TEXT.format(moment);
    }
}
