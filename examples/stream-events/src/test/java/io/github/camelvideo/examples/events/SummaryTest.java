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
package io.github.camelvideo.examples.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Event START = Event.started("a");
    private static final Event END = Event.ended("a");
    private static final Map<String, Boolean> OFF_AIR = Map.of("a", false);
    private static final Map<String, Boolean> CLOSED = Map.of("a", false);

    @Test
    void everyEventOnceIsGood() {
        Summary summary = Summary.of(List.of(START, END), OFF_AIR, List.of(push(END), poll(START)), CLOSED);

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.text())
                .isEqualTo("events 2, by push 1, by poll 1, lost 0, repeated 0, tickets open 0, closed 1");
    }

    @Test
    void anEventThatDidNotComeIsLost() {
        Summary summary = Summary.of(List.of(START, END), OFF_AIR, List.of(push(END)), CLOSED);

        assertThat(summary.lost()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void anEventThatCameTwiceAndOneThatNeverWasAreRepeated() {
        List<Delivery> deliveries = List.of(push(START), push(END), poll(END), push(Event.started("b")));
        Summary summary = Summary.of(List.of(START, END), OFF_AIR, deliveries, CLOSED);

        assertThat(summary.repeated()).isEqualTo(2);
        assertThat(summary.lost()).isZero();
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void aStreamThatStartsTwiceHasTwoEvents() {
        List<Event> twice = List.of(START, END, START);
        Summary summary =
                Summary.of(twice, Map.of("a", true), List.of(push(START), push(END), push(START)), Map.of("a", true));

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.text()).endsWith("tickets open 1, closed 0");
    }

    @Test
    void aTicketThatIsNotAsItsStreamIsWrong() {
        List<Delivery> deliveries = List.of(push(START), push(END));

        assertThat(Summary.of(List.of(START, END), OFF_AIR, deliveries, Map.of("a", true))
                        .wrong())
                .isEqualTo(1);
        assertThat(Summary.of(List.of(START, END), OFF_AIR, deliveries, Map.of())
                        .wrong())
                .isEqualTo(1);
        assertThat(Summary.of(List.of(START, END), OFF_AIR, deliveries, Map.of("a", false, "b", true))
                        .wrong())
                .isEqualTo(1);
    }

    @Test
    void nothingAtAllIsFailure() {
        assertThat(Summary.of(List.of(), Map.of(), List.of(), Map.of()).isGood())
                .isFalse();
    }

    private static Delivery push(Event event) {
        return new Delivery(event, "push");
    }

    private static Delivery poll(Event event) {
        return new Delivery(event, "poll");
    }
}
