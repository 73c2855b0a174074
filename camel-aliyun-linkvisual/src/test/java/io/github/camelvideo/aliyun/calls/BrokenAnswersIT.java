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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.simulator.http.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not the vendor's answer: the exception says what came, and the next call succeeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenAnswersIT extends SimulatedCloud {

    private static final String ACTION = "linkvisual/QueryRecordPlans";
    private static final String HTML = "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>";

    static Stream<Arguments> breakages() {
        return Stream.of(
                Arguments.of(Reply.of(200, "text/html", HTML), "size=78"),
                Arguments.of(Reply.of(502, "text/html", HTML), "httpStatus=502"),
                Arguments.of(Reply.of(403, "text/html", HTML), "check endpointUrl and proxy"),
                Arguments.of(Reply.of(200, "text/xml", "<Error><RequestId>r</RequestId></Error>"), "not JSON"),
                Arguments.of(Reply.of(200, "application/json", "{\"RequestId\":\"r\",\"Da"), "was cut off"),
                Arguments.of(Reply.of(200, "application/json", ""), "no content"),
                Arguments.of(Reply.of(200, "application/json", "{\"hello\":\"world\"}"), "without RequestId"),
                Arguments.of(
                        Reply.of(200, "application/json", "x".repeat(10_000)).delivered(Reply.Delivery.CUT_IN_BODY),
                        "cut off"));
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void isReported(Reply broken, String said) {
        cloud().answer(ACTION, broken);
        TransportException failure = failure(TransportException.class, "QueryRecordPlans?maxRetries=0", null);
        cloud().answer(ACTION, "{\"RequestId\":\"r\",\"Success\":true,\"Data\":{\"List\":[]}}");
        answer("QueryRecordPlans?maxRetries=0", null);

        assertThat(failure.getMessage()).startsWith(ACTION + ": ").contains(said);
        assertThat(failure.getAttempts()).isOne();
    }
}
