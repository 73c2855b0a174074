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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out although the catalog does not know it. */
class ValidationIT extends Calling {

    @ParameterizedTest
    @ValueSource(strings = {"LENIENT", "OFF"})
    void anUnknownActionIsTheVendorsToRefuse(String validation) {
        ApiException failure =
                failure(ApiException.class, "DescribeTomorrow?NewParameter=1&validation=" + validation, null);

        assertThat(failure.getCode()).isEqualTo("InvalidAction");
        assertThat(failure.getMeaning()).isNotEmpty();
        assertThat(cloud().requests().last().action()).isEqualTo("DescribeTomorrow");
        assertThat(received()).isEqualTo(json("{\"NewParameter\":\"1\"}"));
        assertThat(cloud().requests().last().headers()).containsEntry("x-tc-region", "ap-guangzhou");
    }

    static Stream<String> listedOnly() {
        return Catalog.all().flatMap(api -> api.listedOnly().keySet().stream().map(action -> api.id() + "/" + action));
    }

    @ParameterizedTest
    @MethodSource("listedOnly")
    void anActionThatIsOnlyListedIsCalled(String name) {
        Reply reply = Reply.of(200, "application/json", "{\"Response\":{\"Anything\":1,\"RequestId\":\"id\"}}");
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> reply)) {
            String uri = "tencent-video:" + name + "?validation=LENIENT&endpointUrl=" + server.url();

            Object answer = template.requestBody(uri, "{\"NewOne\":\"x\"}");

            assertThat(answer).isEqualTo(Map.of("Anything", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LENIENT", "OFF"})
    void anUnknownParameterIsTheVendorsToRefuse(String validation) {
        ApiException failure =
                failure(ApiException.class, "DescribeWarnings?OrderType=1&NewOne=x&validation=" + validation, null);

        assertThat(failure.getCode()).isEqualTo("UnknownParameter");
        assertThat(received()).isEqualTo(json("{\"OrderType\":1,\"NewOne\":\"x\"}"));
    }

    @Test
    void lenientStillChecksWhatItKnows() {
        failure(InvalidRequestException.class, "DescribeWarnings?validation=LENIENT", null);
        failure(InvalidRequestException.class, "DescribeWarnings?validation=LENIENT", Map.of("OrderType", "newest"));

        nothingWasSent();
    }

    @Test
    void lenientLetsNewValuesPass() {
        ApiException failure = failure(ApiException.class, "DescribeWarnings?OrderType=9&validation=LENIENT", null);

        assertThat(failure.getCode()).isEqualTo("InvalidParameterValue");
    }

    @Test
    void offSendsWhatItIsGiven() {
        ApiException missing = failure(ApiException.class, "DescribeWarnings?validation=OFF", null);
        ApiException mistyped = failure(ApiException.class, "DescribeWarnings?OrderType=newest&validation=OFF", null);

        assertThat(missing.getCode()).isEqualTo("MissingParameter");
        assertThat(mistyped.getCode()).isEqualTo("InvalidParameter");
        assertThat(received()).isEqualTo(json("{\"OrderType\":\"newest\"}"));
    }

    @Test
    void offStillGivesValuesTheirTypeWhereItCan() {
        answer("DescribeWarnings?OrderType=2&WarnLevelArray=1,2&validation=OFF", null);

        assertThat(received()).isEqualTo(json("{\"OrderType\":2,\"WarnLevelArray\":[1,2]}"));
    }
}
