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
package io.github.camelvideo.examples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Optional<Set<String>> ALARMS = Optional.of(Set.of("1", "2", "3"));

    @Test
    void everyAlarmWithItsTicketIsSuccess() {
        Summary summary = new Summary(ALARMS, Set.of("1", "2", "3"), 0, 0, false);

        assertThat(summary.text()).isEqualTo("alarms raised 3, tickets 3, lost 0, repeated 0");
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void anAlarmWithoutTicketIsLost() {
        Summary summary = new Summary(ALARMS, Set.of("1", "3", "4"), 0, 0, false);

        assertThat(summary.text()).isEqualTo("alarms raised 3, tickets 3, lost 1, repeated 0");
        assertThat(summary.exitCode()).isEqualTo(1);
    }

    @Test
    void aSecondTicketForAnAlarmIsFailure() {
        Summary summary = new Summary(ALARMS, Set.of("1", "2", "3"), 1, 0, false);

        assertThat(summary.text()).isEqualTo("alarms raised 3, tickets 4, lost 0, repeated 1");
        assertThat(summary.exitCode()).isEqualTo(1);
    }

    @Test
    void aRecognisedRepeatIsToldAndNoFailure() {
        Summary summary = new Summary(ALARMS, Set.of("1", "2", "3"), 0, 2, false);

        assertThat(summary.text())
                .isEqualTo("alarms raised 3, tickets 3, lost 0, repeated 0 (delivered again and recognised: 2)");
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void anInterruptedRunCallsNothingLost() {
        Summary summary = new Summary(ALARMS, Set.of("1"), 0, 0, true);

        assertThat(summary.text()).isEqualTo("so far: alarms raised 3, tickets 1, not yet read 2, repeated 0");
    }

    @Test
    void withARealCloudOnlyTicketsAreCounted() {
        Summary summary = new Summary(Optional.empty(), Set.of("1"), 0, 0, false);

        assertThat(summary.text()).isEqualTo("tickets 1, repeated 0");
        assertThat(summary.exitCode()).isZero();
    }
}
