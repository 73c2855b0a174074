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
package io.github.camelvideo.examples.linkvisual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.examples.linkvisual.Summary.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Map<Event, Boolean> EVENTS =
            Map.of(new Event("gate", "1"), true, new Event("gate", "2"), true, new Event("yard", "3"), false);

    private static final Delivery FIRST = delivery("gate", "1", "2026-11-20 20:00:00", "oss://1", null);
    private static final Delivery SECOND = delivery("gate", "2", "2026-11-20 20:00:01", "oss://2", null);
    private static final Delivery THIRD = delivery("yard", "3", "2026-11-20 19:00:00", null, null);

    @Test
    void everyEventOnceAndInOrderIsGood() {
        Summary summary = Summary.of(EVENTS, List.of(FIRST, THIRD, SECOND));

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.text())
                .isEqualTo("events raised 3, received 3, lost 0, repeated 0, out of order 0; pictures 2, missing 0,"
                        + " look-ups that failed 0");
    }

    @Test
    void aPictureThatCannotBeLookedUpIsNoFailureWhenTheMessageSaysSo() {
        Delivery without = delivery("gate", "2", "2026-11-20 20:00:01", null, "refused");

        Summary summary = Summary.of(EVENTS, List.of(FIRST, without, THIRD));

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void aPictureThatIsMissingWithoutAWordIsFailure() {
        Delivery without = delivery("gate", "2", "2026-11-20 20:00:01", null, null);

        Summary summary = Summary.of(EVENTS, List.of(FIRST, without, THIRD));

        assertThat(summary.isGood()).isFalse();
        assertThat(summary.missing()).isEqualTo(1);
    }

    @Test
    void anEventWithoutMessageOrUnderAnotherDeviceIsLost() {
        assertThat(Summary.of(EVENTS, List.of(FIRST, SECOND)).lost()).isEqualTo(1);

        Delivery astray = delivery("gate", "3", "2026-11-20 20:00:02", null, null);
        Summary summary = Summary.of(EVENTS, List.of(FIRST, SECOND, astray));
        assertThat(summary.lost()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void aSecondMessageForAnEventIsFailure() {
        Summary summary = Summary.of(EVENTS, List.of(FIRST, SECOND, THIRD, THIRD));

        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void anOlderEventAfterANewerOneOfItsDeviceIsFailure() {
        Summary summary = Summary.of(EVENTS, List.of(SECOND, FIRST, THIRD));

        assertThat(summary.disordered()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    private static Delivery delivery(String device, String id, String time, String picture, String error) {
        return new Delivery(device, device, id, time, picture, error);
    }
}
