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
package io.github.camelvideo.vendorsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.CommonResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alibaba Cloud's own core client takes the simulator for the cloud, with long-term and temporary keys. */
class SdkLinkVisualIT {

    private static final AlibabaCloudCredentials LONG_TERM = new BasicCredentials("LTAIlong", "key-long");
    private static final AlibabaCloudCredentials TEMPORARY =
            new BasicSessionCredentials("STS.one", "key-one", "CAIS+to/ken==", 3600);

    private static final String NAME = "夜间 A*~+1&b=c/d%?'()!😀";

    private VideoCloudSimulator simulator;

    @BeforeEach
    void start() {
        simulator = VideoCloudSimulator.builder()
                .rateLimits(false)
                .account("LTAIlong", "key-long")
                .account("STS.one", "key-one", "CAIS+to/ken==")
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(Named.of("long-term", LONG_TERM), Named.of("temporary", TEMPORARY))
                .flatMap(key -> Stream.of(MethodType.POST, MethodType.GET).map(method -> Arguments.of(key, method)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isUnderstood(AlibabaCloudCredentials key, MethodType method) throws Exception {
        // given lists, Chinese and reserved characters
        CommonRequest request = request("CreateTimeTemplate", method);
        Map.of(
                        "AllDay", "0",
                        "Name", NAME,
                        "TimeSections.1.DayOfWeek", "0",
                        "TimeSections.1.Begin", "20000",
                        "TimeSections.1.End", "60000",
                        "TimeSections.2.DayOfWeek", "3",
                        "TimeSections.2.Begin", "30000",
                        "TimeSections.2.End", "70000")
                .forEach(request::putQueryParameter);

        // when
        CommonResponse response = client(key).getCommonResponse(request);

        // then
        assertThat(response.getHttpStatus()).isEqualTo(200);
        assertThat(response.getData()).contains("\"Success\":true", "\"Data\":\"");
        assertThat(simulator.requests().last().parameters().get("Name").asText())
                .isEqualTo(NAME);
        assertThat(simulator.requests().last().parameters().get("TimeSections")).hasSize(2);
    }

    @Test
    void isRefusedWithAWrongKey() {
        AlibabaCloudCredentials wrong = new BasicCredentials("LTAIlong", "another");

        ClientException refusal = catchThrowableOfType(ClientException.class, () -> client(wrong)
                .getCommonResponse(request("QueryRecordPlans", MethodType.POST)));

        assertThat(refusal.getErrCode()).isEqualTo("SignatureDoesNotMatch");
    }

    private static DefaultAcsClient client(AlibabaCloudCredentials key) {
        return new DefaultAcsClient(DefaultProfile.getProfile("cn-shanghai"), new StaticCredentialsProvider(key));
    }

    private CommonRequest request(String action, MethodType method) {
        CommonRequest request = new CommonRequest();
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysDomain("127.0.0.1:" + simulator.port());
        request.setSysVersion("2018-01-20");
        request.setSysAction(action);
        request.setSysMethod(method);
        return request;
    }
}
