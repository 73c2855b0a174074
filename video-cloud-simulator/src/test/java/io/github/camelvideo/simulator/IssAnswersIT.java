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
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssAnswersIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(new SimulatorClock(IssStage.NOW))
            .rateLimits(false));

    private static List<ApiCase> requests() {
        return ApiCase.read("/iss/requests.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void aRightRequestPasses(ApiCase right) {
        IssStage stage = new IssStage(CLOUD.simulator()).furnish();

        JsonNode data = stage.data(right.action(), right.request());

        Field declared = IssCalls.API.action(right.action()).answer().get("Data");
        if (declared == null || declared.type().kind() == FieldType.Kind.OBJECT) {
            assertThat(data.isValueNode()).as(data.toString()).isFalse();
        } else {
            new DeclaredShape(IssCalls.API, false).check(right.action(), data, declared.type());
        }
    }

    @Test
    void everyActionThatAnswersWithoutAFileHasARightRequest() {
        Set<String> expected = IssCalls.API.actions().values().stream()
                .filter(action -> !action.wire().download())
                .map(Action::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(requests().stream().map(ApiCase::action)).containsExactlyInAnyOrderElementsOf(expected);
    }
}
