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
import io.github.camelvideo.protocol.TransportException;
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
