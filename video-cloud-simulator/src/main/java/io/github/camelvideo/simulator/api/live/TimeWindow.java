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
package io.github.camelvideo.simulator.api.live;

import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The span between {@code StartTime} and {@code EndTime}, both ends included.
 *
 * @param style how its ends were written, and how the times of the answer are
 */
record TimeWindow(Instant from, Instant to, TimeStyle style) {

    static final Duration MONTH = Duration.ofDays(31);

    /**
     * The rules of a window.
     *
     * @param longest how long it may be
     * @param months how far back it may begin
     * @param past whether it must have ended
     */
    record Rules(Duration longest, int months, int days, boolean past) {

        static Rules months(Duration longest, int months) {
            return new Rules(longest, months, 0, false);
        }

        static Rules days(Duration longest, int days) {
            return new Rules(longest, 0, days, false);
        }

        Rules inThePast() {
            return new Rules(longest, months, days, true);
        }

        private Instant oldest(Instant now) {
            // a whole day, so that who asks for all there is need not hit the second
            return now.atOffset(ZoneOffset.UTC)
                    .minusMonths(months)
                    .minusDays(days)
                    .truncatedTo(ChronoUnit.DAYS)
                    .toInstant();
        }
    }

    static TimeWindow of(Parameters parameters, Rules rules, Instant now) {
        TimeStyle.Read start = TimeStyle.read(parameters, "StartTime");
        TimeStyle.Read end = TimeStyle.read(parameters, "EndTime");
        if (start.style().iso() != end.style().iso()) {
            throw refusal("StartTime and EndTime must be written alike");
        }
        if (end.moment().isBefore(start.moment())) {
            throw refusal("EndTime " + end.moment() + " must not be before StartTime " + start.moment());
        }
        if (start.moment().isBefore(rules.oldest(now))) {
            throw refusal("StartTime must be " + rules.oldest(now) + " or later, not " + start.moment());
        }
        if (rules.past() && end.moment().isAfter(now)) {
            throw refusal("EndTime must not be after the present, " + now + ", but is " + end.moment());
        }
        TimeWindow window = new TimeWindow(start.moment(), end.moment(), start.style());
        window.atMost(rules.longest());
        return window;
    }

    void atMost(Duration longest) {
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw refusal("The window must be at most " + longest + " long, not " + Duration.between(from, to));
        }
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    private static Refusal refusal(String message) {
        return new Refusal("InvalidParameterValue", message);
    }
}
