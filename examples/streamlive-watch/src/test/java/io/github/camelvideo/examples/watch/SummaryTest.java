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
package io.github.camelvideo.examples.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Alert GATE = alert("gate");
    private static final Alert HALL = alert("hall");
    private static final Map<Alert, Boolean> ALERTS = Map.of(GATE, true, HALL, false);
    private static final Map<String, Ticket> TICKETS =
            Map.of("1", new Ticket(GATE, false), "2", new Ticket(HALL, true));

    @Test
    void everyAlertToldOnceInOrderIsGood() {
        Summary summary = of("RAISED 1 at ..", "RAISED 2 at ..", "CLEARED 1 at ..");

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.text())
                .isEqualTo("raised 2, cleared 1, lost 0, repeated 0, out of order 0, tickets wrong 0");
    }

    @Test
    void anAlertThatIsOverMayBeToldInOneMessage() {
        assertThat(of("RAISED 2 at ..", "OVER 1 from ..").isGood()).isTrue();
    }

    @Test
    void aMissingMessageIsLoss() {
        assertThat(of("RAISED 1 at ..", "CLEARED 1 at ..").lost()).isEqualTo(1);
        assertThat(of("RAISED 1 at ..", "RAISED 2 at ..").lost()).isEqualTo(1);
        assertThat(of().isGood()).isFalse();
    }

    @Test
    void aSecondMessageOfTheSameIsFailure() {
        assertThat(of("RAISED 1 at ..", "RAISED 2 at ..", "CLEARED 1 at ..", "CLEARED 1 at ..")
                        .repeated())
                .isEqualTo(1);
        assertThat(of("RAISED 1 at ..", "RAISED 2 at ..", "OVER 1 from ..").repeated())
                .isEqualTo(1);
    }

    @Test
    void aClearingBeforeItsAlertIsFailure() {
        Summary summary = of("CLEARED 1 at ..", "RAISED 1 at ..", "RAISED 2 at ..");

        assertThat(summary.disordered()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void aTicketThatIsMissingOrInAnotherStateIsWrong() {
        List<String> messages = List.of("RAISED 1 at ..", "RAISED 2 at ..", "CLEARED 1 at ..");

        assertThat(Summary.of(ALERTS, messages, Map.of("1", new Ticket(GATE, true), "2", new Ticket(HALL, true)))
                        .wrong())
                .isEqualTo(1);
        assertThat(Summary.of(ALERTS, messages, Map.of("1", new Ticket(GATE, false)))
                        .isGood())
                .isFalse();
        assertThat(Summary.of(Map.of(GATE, true), messages, TICKETS).wrong()).isEqualTo(1);
    }

    private static Summary of(String... messages) {
        return Summary.of(ALERTS, List.of(messages), TICKETS);
    }

    private static Alert alert(String message) {
        return new Alert("channel", "Pipeline0", "No Video Data", "2026-05-01T04:00:00Z", message);
    }
}
