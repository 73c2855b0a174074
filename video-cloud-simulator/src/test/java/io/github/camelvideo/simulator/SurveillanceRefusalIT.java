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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurveillanceRefusalIT {

    /** The wire refuses these before the world is asked, with a code for any wrong value. */
    private static final Set<String> REFUSED_BY_THE_WIRE =
            Set.of("40004", "43402", "43412", "43707", "43708", "43709", "43721", "43722", "43723");

    /** Need more channels than a test should make. */
    private static final Set<String> TOO_MANY = Set.of("43704");

    /** Domain gone; has a test of its own. */
    private static final Set<String> ELSEWHERE = Set.of("41623");

    /** Documented, but nothing is known of when it happens, or it takes something the world does not have. */
    private static final Set<String> NOT_SIMULATED = Set.of(
            "41301", "41601", "41602", "41603", "41604", "41605", "41606", "41614", "41615", "41616", "41619", "41620",
            "41622", "41629", "41631", "41632", "41636", "41637", "42502", "42503", "42504", "42505", "42507", "42508",
            "43401", "43726", "50000", "50001", "50002", "51601", "51602", "51603");

    /** Shared, for what is refused changes nothing. */
    private static VideoCloudSimulator simulator;

    private static SurveillanceStage stage;

    @BeforeAll
    static void furnish() {
        simulator = VideoCloudSimulator.builder()
                .clock(new SimulatorClock(SurveillanceStage.NOW))
                .rateLimits(false)
                .start();
        stage = new SurveillanceStage(simulator).furnish();
        simulator.world().surveillance().withoutFiling("unfiled.example.com");
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static List<SurveillanceCase> refusals() {
        return SurveillanceCase.read("/iss/refusals.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void oneThingWrongIsRefusedWithItsCode(SurveillanceCase wrong) {
        JsonNode answer = stage.call(wrong.action(), wrong.request());

        assertThat(answer.path("StatusCode").asText()).as(answer.toString()).isEqualTo(wrong.code());
    }

    @Test
    void everyDocumentedCodeIsSimulatedOrSaidNotToBe() {
        Set<String> shown =
                refusals().stream().map(SurveillanceCase::code).collect(Collectors.toCollection(TreeSet::new));
        for (Set<String> others : List.of(REFUSED_BY_THE_WIRE, TOO_MANY, ELSEWHERE, NOT_SIMULATED)) {
            assertThat(shown).doesNotContainAnyElementsOf(others);
            shown.addAll(others);
        }

        assertThat(shown).containsAll(SurveillanceCalls.API.errors().keySet());
    }
}
