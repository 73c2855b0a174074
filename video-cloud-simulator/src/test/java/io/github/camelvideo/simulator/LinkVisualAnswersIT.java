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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action of Link Visual: a right request, and what is refused of it. */
class LinkVisualAnswersIT {

    private static final ApiCatalog API = SimulatedApis.with(null).catalog("linkvisual");

    /** Documented, but nothing is known of when it happens, or it takes something the world does not have. */
    private static final Set<String> NOT_SIMULATED =
            Set.of("request forbidden.", "RAM system auth error.", "alarm picture exist.");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(new SimulatorClock(LinkVisualStage.NOON)));

    private static List<ApiCase> requests() {
        return ApiCase.read("/linkvisual/requests.txt");
    }

    private static List<ApiCase> refusals() {
        return ApiCase.read("/linkvisual/refusals.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void aRightRequestIsAnsweredWithTheDeclaredFields(ApiCase right) {
        LinkVisualStage stage = new LinkVisualStage(CLOUD.simulator()).furnish();

        JsonNode answer = stage.call(right.action(), right.request()).answer();

        assertThat(answer.path("Success").asBoolean()).as(answer.toString()).isTrue();
        Action action = API.action(right.action());
        JsonNode data = answer.path("Data");
        new DeclaredShape(API, false)
                .check(
                        action,
                        data.isMissingNode()
                                ? JsonNodeFactory.instance.objectNode()
                                : JsonNodeFactory.instance.objectNode().set("Data", data));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void oneThingWrongIsRefusedWithItsCodeAndText(ApiCase wrong) {
        LinkVisualStage stage = new LinkVisualStage(CLOUD.simulator()).furnish();

        JsonNode answer = stage.call(wrong.action(), wrong.request()).answer();

        assertThat(answer.path("Success").asBoolean(true)).isFalse();
        assertThat(answer.path("Code").asText() + " "
                        + answer.path("ErrorMessage").asText())
                .startsWith(wrong.code());
    }

    @Test
    void everyActionHasARightRequest() {
        assertThat(requests().stream().map(ApiCase::action))
                .containsExactlyInAnyOrderElementsOf(API.actions().keySet());
    }

    @Test
    void everyDocumentedTextIsSimulatedOrSaidNotToBe() {
        Set<String> shown = refusals().stream()
                .map(refusal -> refusal.code().replaceFirst("\\S+ ", ""))
                .collect(Collectors.toSet());
        shown.addAll(NOT_SIMULATED);

        assertThat(shown)
                .containsAll(API.errors().values().stream()
                        .flatMap(error -> error.messages().stream())
                        .map(message -> message.text())
                        .toList());
    }

    @Test
    void theCodeIsANumberWhereTheTableSaysSo() {
        LinkVisualStage stage = new LinkVisualStage(CLOUD.simulator()).furnish();

        assertThat(stage.call("QueryDeviceEventRecord", "{'IotId':'nobody','EventId':'e'}")
                        .answer()
                        .path("Code")
                        .isInt())
                .isTrue();
        assertThat(stage.call("QueryRecordUrl", "{'IotId':'nobody','FileName':'e'}")
                        .answer()
                        .path("Code")
                        .isTextual())
                .isTrue();
    }
}
