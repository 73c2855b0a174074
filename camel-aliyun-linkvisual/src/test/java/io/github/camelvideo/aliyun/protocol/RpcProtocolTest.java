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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpcProtocolTest {

    private static final String HOST = "linkvisual.cn-shanghai.aliyuncs.com";
    private static final Instant NOW = Instant.parse("2020-04-28T12:00:01.987Z");
    private static final Credentials KEY = new Credentials("testid", "testsecret");
    private static final String DEVICE = "{\"IotId\":\"d\"}";

    @Test
    void sendsEverythingInTheQueryOfAPostWithoutContent() {
        // given the worked example with token, lists, Chinese and reserved characters
        RpcProtocol protocol = new RpcProtocol(null, () -> "7d9c5a3e-0b1f-4c55-9a60-2f1f0f6d1a02");
        ApiCall call = RpcCalls.call(
                "CreateTimeTemplate",
                """
                {"AllDay":0,"Name":"夜间 A*~+1","TimeSections":[
                 {"DayOfWeek":0,"Begin":20000,"End":60000},{"DayOfWeek":3,"Begin":30000,"End":70000}]}""");

        // when
        WireRequest request = protocol.encode(
                call, HOST, new Credentials("STS.testid", "testsecret", "CAIS+token/with=pad==", null), NOW);

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/");
        assertThat(((WireBody.Bytes) request.body()).content()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.query())
                .contains("&Name=%E5%A4%9C%E9%97%B4%20A%2A~%2B1&")
                .contains("&SecurityToken=CAIS%2Btoken%2Fwith%3Dpad%3D%3D&")
                .contains("&Signature=FLelm4GfIjde4xB49jL218AqVEU%3D&")
                .contains("&TimeSections.1.Begin=20000&TimeSections.1.DayOfWeek=0&TimeSections.1.End=60000&")
                .contains("&Timestamp=2020-04-28T12%3A00%3A01Z&");
    }

    @Test
    void fillsInWhatIsCommon() {
        // given
        RpcProtocol protocol = new RpcProtocol(null, () -> "nonce");

        // when
        Map<String, String> query = query(protocol, RpcCalls.call("TriggerCapturePicture", DEVICE));

        // then
        query.remove("Signature");
        assertThat(query)
                .containsOnly(
                        entry("AccessKeyId", "testid"),
                        entry("Action", "TriggerCapturePicture"),
                        entry("Format", "JSON"),
                        entry("IotId", "d"),
                        entry("RegionId", "cn-shanghai"),
                        entry("SignatureMethod", "HMAC-SHA1"),
                        entry("SignatureNonce", "nonce"),
                        entry("SignatureVersion", "1.0"),
                        entry("Timestamp", "2020-04-28T12:00:01Z"),
                        entry("Version", "2018-01-20"));
    }

    @Test
    void countsListsFromOneAndSortsThemByCodeUnit() {
        // given
        RpcProtocol protocol = new RpcProtocol(null, () -> "nonce");
        ApiCall call = RpcCalls.call(
                "QueryDeviceRecordLifeCycle",
                "{\"DeviceList\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]}");

        // then
        assertThat(protocol.encode(call, HOST, KEY, NOW).query())
                .contains("&DeviceList.1=a&DeviceList.10=j&DeviceList.2=b&");
    }

    @Test
    void everyAttemptHasANonceOfItsOwn() {
        // given
        AtomicInteger nonces = new AtomicInteger();
        RpcProtocol protocol = new RpcProtocol(null, () -> "nonce-" + nonces.incrementAndGet());
        ApiCall call = RpcCalls.call("TriggerCapturePicture", DEVICE);

        // then
        assertThat(query(protocol, call)).containsEntry("SignatureNonce", "nonce-1");
        assertThat(query(protocol, call)).containsEntry("SignatureNonce", "nonce-2");
    }

    @Test
    void namesTheInstanceUnlessTheCallDoes() {
        // given
        RpcProtocol protocol = new RpcProtocol("iot-060a", () -> "nonce");

        // then
        assertThat(query(protocol, RpcCalls.call("TriggerCapturePicture", DEVICE)))
                .containsEntry("IotInstanceId", "iot-060a");
        assertThat(query(
                        protocol,
                        RpcCalls.call("TriggerCapturePicture", "{\"IotId\":\"d\",\"IotInstanceId\":\"iot-other\"}")))
                .containsEntry("IotInstanceId", "iot-other");
    }

    @Test
    void sendsWhatTheDocumentDoesNotKnow() {
        assertThat(query(
                        new RpcProtocol(null, () -> "nonce"),
                        RpcCalls.call("QueryDeviceEvent", "{\"ProductKey\":\"p\",\"DeviceName\":\"n\"}")))
                .containsEntry("ProductKey", "p")
                .containsEntry("DeviceName", "n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action", "Signature", "SecurityToken", "RegionId", "Timestamp"})
    void refusesAParameterInPlaceOfItsOwn(String name) {
        ApiCall call = RpcCalls.call("TriggerCapturePicture", "{\"" + name + "\":\"x\"}");

        assertThatThrownBy(() -> new RpcProtocol(null, () -> "nonce").encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("linkvisual/TriggerCapturePicture: not sent: parameters " + name
                        + " have names that the signed request uses itself. Leave it out.");
    }

    @Test
    void refusesAQueryNoServerReads() {
        ApiCall call = RpcCalls.call("TriggerCapturePicture", "{\"IotId\":\"" + "x".repeat(33_000) + "\"}");

        assertThatThrownBy(() -> new RpcProtocol(null, () -> "nonce").encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("limit=32768")
                .hasMessageNotContaining("testsecret");
    }

    private static Map<String, String> query(RpcProtocol protocol, ApiCall call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : protocol.encode(call, HOST, KEY, NOW).query().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
