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
package io.github.camelvideo.examples.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Slot FIRST = slot("2026-05-01T11:00:00Z");
    private static final Slot SECOND = slot("2026-05-01T11:01:00Z");
    private static final Map<Slot, BigDecimal> VENDOR = Map.of(FIRST, new BigDecimal("7"), SECOND, BigDecimal.ZERO);

    @Test
    void everySlotOnceWithItsFigureIsGood() {
        Summary summary = Summary.of(VENDOR, Map.of(FIRST, row("7.000", 1), SECOND, row("0.000", 1)));

        assertThat(summary.isGood()).isTrue();
        assertThat(summary.text()).isEqualTo("buckets 2, delivered 2, lost 0, repeated 0, wrong 0");
    }

    @Test
    void aSlotWithoutRowIsLost() {
        Summary summary = Summary.of(VENDOR, Map.of(FIRST, row("7", 1)));

        assertThat(summary.lost()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void aSecondMessageForASlotIsFailure() {
        Summary summary = Summary.of(VENDOR, Map.of(FIRST, row("7", 2), SECOND, row("0", 1)));

        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void anotherFigureAndASlotTheVendorDoesNotHaveAreWrong() {
        Slot third = slot("2026-05-01T11:02:00Z");
        Summary summary = Summary.of(VENDOR, Map.of(FIRST, row("8", 1), SECOND, row("0", 1), third, row("1", 1)));

        assertThat(summary.wrong()).isEqualTo(2);
        assertThat(summary.isGood()).isFalse();
    }

    @Test
    void nothingAtAllIsFailure() {
        assertThat(Summary.of(Map.of(), Map.of()).isGood()).isFalse();
    }

    private static Slot slot(String time) {
        return new Slot("viewers", "play.example.com", Instant.parse(time));
    }

    private static Row row(String figure, int deliveries) {
        return new Row(new BigDecimal(figure), deliveries);
    }
}
