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
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is sent again, counted where it arrives. */
class RepeatedCallIT extends SimulatedCloud {

    private static final String READ = "QueryRecordPlans?maxRetries=3";
    private static final String OPTIONS = "?maxRetries=3";

    /** What creates, triggers or adds. */
    static Stream<Arguments> doubtful() {
        return Stream.of("TriggerCapturePicture?IotId=d", "CreateRecordPlan?Name=a&TemplateId=t")
                .flatMap(call -> Stream.of(
                                Fault.INTERNAL_ERROR,
                                Fault.HTTP_500,
                                Fault.CUT_BEFORE_ANSWER,
                                Fault.NO_ANSWER,
                                Fault.TRUNCATED_JSON)
                        .map(fault -> Arguments.of(call, fault)));
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLE", "INTERNAL_ERROR", "HTTP_500", "CUT_BEFORE_ANSWER", "NO_ANSWER", "TRUNCATED_JSON"})
    void aReadIsSentAgainSignedAnewWithAnotherNonce(Fault fault) {
        // the clock stands: without another nonce the signatures would be the same, and the simulator would refuse
        cloud().faults().next("QueryRecordPlans", 2, fault);

        answer(READ + patience(fault), null);

        assertThat(cloud().requests().of("QueryRecordPlans"))
                .hasSize(3)
                .extracting(RecordedRequest::signature)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void nothingIsTriggeredOrCreatedTwiceOnDoubt(String call, Fault fault) {
        String action = call.substring(0, call.indexOf('?'));
        cloud().faults().next(action, 1, fault);

        ApiException failure = failure(
                ApiException.class,
                action + OPTIONS + patience(fault) + "&" + call.substring(call.indexOf('?') + 1),
                null);

        assertThat(failure.getAttempts()).isEqualTo(1);
        assertThat(cloud().requests().count(action)).isEqualTo(1);
    }

    @Test
    void whatWasThrottledIsTriggeredAgain() {
        cloud().answer("linkvisual/TriggerRecord", "{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}");
        cloud().faults().next("TriggerRecord", 2, Fault.THROTTLE);

        answer("TriggerRecord" + OPTIONS + "&IotId=d&RecordDuration=10", null);

        assertThat(cloud().requests().count("TriggerRecord")).isEqualTo(3);
    }

    /** The gateway's own header, in milliseconds. */
    @ParameterizedTest
    @ValueSource(strings = {"TriggerRecord?maxRetries=1&IotId=d&RecordDuration=10", "QueryRecordPlans?maxRetries=1"})
    void whatTheGatewayAsksToWaitForIsSentAgainThen(String call) {
        String action = "linkvisual/" + call.substring(0, call.indexOf('?'));
        cloud().answer(action, qpsLimitExceeded("300"));
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        cloud().faults().beforeRequest(call.substring(0, call.indexOf('?')), 1, () -> arrivals.add(System.nanoTime()));
        cloud().faults().beforeRequest(call.substring(0, call.indexOf('?')), 2, () -> {
            arrivals.add(System.nanoTime());
            cloud().answer(action, "{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}");
        });

        answer(call, null);

        assertThat(cloud().requests().count()).isEqualTo(2);
        // at least: a slow machine may take longer, and without the header the back-off is at most 200 ms
        assertThat(Duration.ofNanos(arrivals.get(1) - arrivals.get(0))).isGreaterThan(Duration.ofMillis(290));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "soon"})
    void aWaitThatIsNoPositiveNumberIsNoThrottling(String wait) {
        cloud().answer("linkvisual/TriggerRecord", qpsLimitExceeded(wait));

        ApiException refusal = failure(ApiException.class, "TriggerRecord?IotId=d&RecordDuration=10", null);

        assertThat(refusal).isNotInstanceOf(ThrottledException.class);
        assertThat(cloud().requests().count()).isOne();
    }

    private static Reply qpsLimitExceeded(String wait) {
        return Reply.of(
                        400,
                        "application/json",
                        "{\"RequestId\":\"r\",\"Code\":\"QpsLimitExceeded\",\"Message\":\"m\"}")
                .header("x-acs-retry-after", wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignatureNonceUsed", "ServiceUnavailable"})
    void aReadIsSentAgainAfter(String code) {
        cloud().answer(
                        "linkvisual/QueryRecordPlans",
                        Reply.of(
                                400,
                                "application/json",
                                "{\"RequestId\":\"r\",\"Code\":\"" + code + "\",\"Message\":\"m\"}"));

        failure(ApiException.class, "QueryRecordPlans?maxRetries=2", null);

        assertThat(cloud().requests().count("QueryRecordPlans")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignatureDoesNotMatch", "InvalidAccessKeyId.NotFound", "MissingIotId", "460", "466"})
    void nothingIsSentAgainAfter(String code) {
        cloud().answer(
                        "linkvisual/QueryRecordPlans",
                        Reply.of(
                                400,
                                "application/json",
                                "{\"RequestId\":\"r\",\"Code\":\"" + code + "\",\"Message\":\"m\"}"));

        failure(ApiException.class, "QueryRecordPlans?maxRetries=2", null);

        assertThat(cloud().requests().count("QueryRecordPlans")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueryRecordPlans?", "TriggerRecord?IotId=d&RecordDuration=10&"})
    void whatCameTooLateIsSignedByTheVendorsClock(String call) {
        Clock ahead = Clock.offset(CLOCK, Duration.ofMinutes(40));
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().clock(ahead).rateLimits(false).start()) {
            cloud.answer("linkvisual/TriggerRecord", "{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}");
            String uri = call + "endpointUrl=" + cloud.url();

            answer(uri, null);
            answer(uri, null);

            // the first was refused once
            assertThat(cloud.requests().count()).isEqualTo(3);
        }
    }

    /** Short only where nothing comes: elsewhere a slow machine would run into it. */
    private static String patience(Fault fault) {
        return fault == Fault.NO_ANSWER ? "&readTimeout=1000" : "";
    }
}
