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
package io.github.camelvideo.aliyun.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}",
                "{\"RequestId\":\"r\",\"Success\":\"true\",\"Data\":\"x\"}",
                "{\"RequestId\":\"r\",\"Success\":true,\"Code\":200,\"Data\":\"x\"}",
                "{\"RequestId\":\"r\",\"Success\":true,\"Code\":\"200\",\"ErrorMessage\":\"\",\"Data\":\"x\"}",
                "{\"RequestId\":\"r\",\"Code\":\"200\",\"Data\":\"x\"}",
                "{\"RequestId\":\"r\",\"Data\":\"x\"}",
                "{\"TriggerRecordResponse\":{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}}"
            })
    void isASuccessUnlessItSaysOtherwise(String content) {
        ApiResponse answer = read("TriggerRecord", 200, content);

        assertThat(answer.body().asText()).isEqualTo("x");
        assertThat(answer.requestId()).isEqualTo("r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"RequestId\":\"r\",\"Success\":false,\"Code\":460,\"ErrorMessage\":\"no\"}|460",
                "200|{\"RequestId\":\"r\",\"Success\":\"false\",\"Code\":\"466\",\"ErrorMessage\":\"no\"}|466",
                "200|{\"RequestId\":\"r\",\"Code\":\"403\",\"ErrorMessage\":\"no\"}|403",
                "200|{\"RequestId\":\"r\",\"Success\":false,\"Code\":\"200\",\"Message\":\"no\"}|Success=false",
                "200|{\"RequestId\":\"r\",\"Success\":false,\"ErrorMessage\":\"no\"}|Success=false",
                "400|{\"RequestId\":\"r\",\"Success\":true,\"Code\":\"Throttling\",\"Message\":\"no\"}|Throttling",
                "404|{\"RequestId\":\"r\",\"HostId\":\"h\",\"Code\":\"UnsupportedOperation\",\"Message\":\"no\"}|UnsupportedOperation",
                "200|{\"TriggerRecordResponse\":{\"RequestId\":\"r\",\"Success\":false,\"Code\":\"466\",\"ErrorMessage\":\"no\"}}|466"
            })
    void readsBothEnvelopesOfARefusal(int status, String content, String code) {
        ApiException refusal = refusal("TriggerRecord", status, content);

        assertThat(refusal).isNotInstanceOf(TransportException.class);
        assertThat(refusal.getCode()).isEqualTo(code);
        assertThat(refusal.getVendorMessage()).isEqualTo("no");
        assertThat(refusal.getRequestId()).isEqualTo("r");
        assertThat(refusal.getHttpResponseCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"hello\":\"world\"}|JSON without RequestId and Success",
                "200|[1]|JSON without RequestId and Success",
                "200|{}|JSON without RequestId and Success",
                "500|{\"RequestId\":\"r\",\"Success\":true}|an envelope that names no error",
                "200|<Error><Code>x</Code></Error>|content that is not JSON or was cut off"
            })
    void tellsWhatItCannotRead(int status, String content, String problem) {
        assertThat(refusal("TriggerRecord", status, content))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void isNullWhereThereIsNoData() {
        assertThat(read("StopLiveStreaming", 200, "{\"RequestId\":\"r\",\"Success\":true}")
                        .body()
                        .isNull())
                .isTrue();
    }

    @Test
    void takesWhatStandsBesideTheDataForData() {
        assertThat(
                        body(
                                "QueryRecord",
                                """
                        {"QueryRecordResponse":{"RequestId":"r","Success":true,"PageSize":10,"Page":1,"Total":1,"PageCount":1,
                        "Data":{"RecordFiles":{"RecordFile":[{"FileName":"a"}]}}}}"""))
                .isEqualTo("{\"PageSize\":10,\"Page\":1,\"Total\":1,\"PageCount\":1,\"List\":[{\"FileName\":\"a\"}]}");
    }

    @Test
    void handsOutWhatAnUnknownActionAnswers() {
        // given an action that the document does not have
        ApiCall call = new ApiCall(
                RpcCalls.API,
                Action.undocumented("CreateRtmpDevice", Action.RegionRule.OPTIONAL, List.of()),
                RpcCalls.call("TriggerRecord", "{}").parameters(),
                null);

        // then
        assertThat(RpcAnswer.read(
                                call,
                                RpcCalls.answer(
                                        200, "{\"RequestId\":\"r\",\"Success\":true,\"JobId\":7,\"HostId\":\"h\"}"),
                                RpcAnswer.content())
                        .body())
                .hasToString("{\"JobId\":7}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, QpsLimitExceeded, 300",
        "400, 'QpsLimitExceeded', ' 300 '",
        "503, ServiceUnavailable, 300",
        "200, 403, 300",
        "400, Throttling, 300"
    })
    void aRefusalThatSaysHowLongToWaitIsThrottled(int status, String code, String header) {
        ApiException refusal = refusal(status, code, header);

        assertThat(refusal).isInstanceOf(ThrottledException.class);
        assertThat(((ThrottledException) refusal).getRetryAfter()).isEqualTo(Duration.ofMillis(300));
        assertThat(refusal.getCode()).isEqualTo(code);
        assertThat(refusal.getHttpResponseCode()).isEqualTo(status);
        assertThat(refusal.isNotExecuted()).isTrue();
        assertThat(refusal.isRetryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "", " ", "soon", "-300", "1.5", "300 ms", "99999999999999999999"})
    void aWaitThatIsNoPositiveNumberCountsAsAbsent(String header) {
        assertThat(refusal(400, "QpsLimitExceeded", header)).isNotInstanceOf(ThrottledException.class);
        ApiException throttled = refusal(400, "Throttling.User", header);
        assertThat(throttled).isInstanceOf(ThrottledException.class);
        assertThat(((ThrottledException) throttled).getRetryAfter()).isNull();
    }

    @Test
    void anExceededRateLimitIsThrottling() {
        assertThat(refusal(400, "LimitExceeded.RateLimitExceeded", null)).isInstanceOf(ThrottledException.class);
    }

    @Test
    void aSuccessIsNotThrottledByTheHeader() {
        assertThat(RpcAnswer.read(
                                RpcCalls.call("TriggerRecord", "{}"),
                                answer(200, "{\"RequestId\":\"r\",\"Success\":true,\"Data\":\"x\"}", "300"),
                                RpcAnswer.content())
                        .body()
                        .asText())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"RequestId\":\"r\",\"Success\":false,\"Code\":460,\"Success\":true}",
                "{\"RequestId\":\"r\",\"Code\":460,\"Code\":200}",
                "{\"RequestId\":\"r\",\"RequestId\":\"r\",\"Success\":true}",
                "{\"RequestId\":\"r\",\"Success\":true,\"Data\":{},\"Data\":{}}",
                "{\"QueryResponse\":{\"RequestId\":\"r\",\"Success\":false,\"Success\":true}}",
                "{\"QueryResponse\":{\"Success\":false},\"QueryResponse\":{\"RequestId\":\"r\",\"Success\":true}}",
                "{\"RequestId\":\"r\",\"Success\":true,\"Code\":NaN}"
            })
    void anAmbiguousEnvelopeIsUnreadable(String content) {
        assertThat(refusal("TriggerRecord", 200, content)).isInstanceOf(TransportException.class);
    }

    @Test
    void aRecordMayRepeatTheNamesOfTheEnvelope() {
        assertThat(
                        body(
                                "QueryRecord",
                                """
                        {"RequestId":"r","Success":true,"Data":{"List":[{"Code":1,"Code":2,"RequestId":NaN}]}}"""))
                .isEqualTo("{\"List\":[{\"Code\":2,\"RequestId\":\"NaN\"}]}");
    }

    private static ApiException refusal(int status, String code, String wait) {
        String content = "{\"RequestId\":\"r\",\"Code\":\"" + code + "\",\"Message\":\"m\"}";
        return catchThrowableOfType(
                ApiException.class,
                () -> RpcAnswer.read(
                        RpcCalls.call("TriggerRecord", "{}"), answer(status, content, wait), RpcAnswer.content()));
    }

    private static WireResponse answer(int status, String content, String wait) {
        return new WireResponse(
                status,
                name -> name.equalsIgnoreCase("x-acs-retry-after") ? wait : null,
                content.getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static String body(String action, String content) {
        return read(action, 200, content).body().toString();
    }

    private static ApiResponse read(String action, int status, String content) {
        return RpcAnswer.read(RpcCalls.call(action, "{}"), RpcCalls.answer(status, content), RpcAnswer.content());
    }

    private static ApiException refusal(String action, int status, String content) {
        return catchThrowableOfType(ApiException.class, () -> read(action, status, content));
    }
}
