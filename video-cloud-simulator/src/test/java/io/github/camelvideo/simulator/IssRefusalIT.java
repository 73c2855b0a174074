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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssRefusalIT {

    /** Shared, for what is refused changes nothing. */
    private static VideoCloudSimulator simulator;

    private static IssStage stage;

    @BeforeAll
    static void furnish() {
        simulator = VideoCloudSimulator.builder()
                .clock(new SimulatorClock(IssStage.NOW))
                .rateLimits(false)
                .start();
        stage = new IssStage(simulator).furnish();
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static List<ApiCase> refusals() {
        return ApiCase.read("/iss/refusals.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void oneThingWrongIsRefusedWithItsCode(ApiCase wrong) {
        JsonNode answer = stage.call(wrong.action(), wrong.request());

        assertThat(answer.path("StatusCode").asText()).as(answer.toString()).isEqualTo(wrong.code());
    }
}
