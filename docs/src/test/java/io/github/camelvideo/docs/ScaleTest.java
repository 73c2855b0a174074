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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.camelvideo.docs.ScaleSimulation.Result;
import io.github.camelvideo.docs.ScaleTable.Fleet;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the formulas of {@code docs/scale.md} are what the simulation finds with the round robin and the limiter of the engine. */
class ScaleTest {

    /** The limiter counts 1.03 s for a second, so that the vendor never sees more. */
    private static final Percentage TOLERANCE = Percentage.withPercentage(6);

    /** The larger ones are in the table, and would take their time once more. */
    static Stream<Fleet> fleets() {
        return ScaleTable.FLEETS.stream().filter(fleet -> fleet.devices() / fleet.accounts() / fleet.nodes() <= 25_000);
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aDeviceIsReadAsOftenAsTheFormulaSays(Fleet fleet) {
        Result result = fleet.simulated();

        assertThat(result.cycle()).isCloseTo(fleet.formula(), TOLERANCE);
        assertThat(result.mean()).isCloseTo(result.cycle() / 2, within(0.2));
        assertThat(result.calls() * fleet.nodes()).isLessThanOrEqualTo(fleet.rate());
    }

    @Test
    void aListIsReadAsFastAsItsPagesComeOneAfterTheOther() {
        double perSecond = ScaleSimulation.PAGE * 1_000.0 / ScaleSimulation.CALL.toMillis();

        assertThat(ScaleSimulation.ofList(perSecond * 0.8, 20)).isNotNull();
        assertThat(ScaleSimulation.ofList(perSecond * 1.1, 20)).isNull();
    }
}
