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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.ChannelItem;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateSceneRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DeviceItem;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.client.ApiCall;
import io.github.camelvideo.client.Credentials;
import io.github.camelvideo.client.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of the vendor's own SDK, caught on their way, must carry the signature and parameters that we would send. */
class SdkSignatureIT {

    private static final String HOST = "iotvideoindustry.tencentcloudapi.com";
    private static final Credentials KEY = new Credentials("AKIDsdk", "a secret of the SDK's");
    private static final String PARAMETERS =
            """
            {"SceneName":"测试 a+b&c=d*~/%","SceneTrigger":"[{\\"WarnMode\\":[5]}]","RecordDuration":60,"StoreDuration":7,
             "Devices":[{"DeviceId":"d1"},{"DeviceId":"d2"}],
             "Channels":[{"DeviceId":"d1","ChannelId":"c1"},{"DeviceId":"d2","ChannelId":"c2"}]}""";

    private static final JsonMapper JSON = new JsonMapper();

    private RecordingProxy proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = new RecordingProxy();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void version3SignatureOfTheSdkIsTheOneWeCompute(String method) throws Exception {
        // given
        RecordingProxy.Recorded sent = send(ClientProfile.SIGN_TC3_256, method);
        SortedMap<String, String> signed = new TreeMap<>();
        signed.put("content-type", sent.header("content-type"));
        signed.put("host", HOST);

        // when
        String ours = new Tc3Signer(new Tc3Keys())
                .authorization(
                        KEY,
                        "iotvideoindustry",
                        Instant.ofEpochSecond(Long.parseLong(sent.header("x-tc-timestamp"))),
                        new Tc3Signer.Signed(method, sent.query(), signed, sent.body()));

        // then
        assertThat(sent.header("authorization")).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA256, POST", "HmacSHA256, GET", "HmacSHA1, POST", "HmacSHA1, GET"})
    void version1SignatureOfTheSdkIsTheOneWeCompute(String algorithm, String method) throws Exception {
        // given
        Map<String, String> parameters = form(send(algorithm, method));
        String signature = parameters.remove("Signature");

        // then
        assertThat(signature)
                .isEqualTo(new HmacSigner(algorithm).signature(KEY.secret(), method, HOST, "/", parameters));
    }

    @Test
    void jsonOfTheSdkIsOurs() throws Exception {
        // given
        RecordingProxy.Recorded sent = send(ClientProfile.SIGN_TC3_256, "POST");

        // when
        WireRequest ours = encode(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, sent.header("x-tc-timestamp"), 1);

        // then
        assertThat(JSON.readTree(sent.body())).isEqualTo(JSON.readTree(ours.body()));
        assertThat(sent.header("content-type")).isEqualTo(ours.contentType());
        assertThat(sent.headers()).containsAllEntriesOf(withoutAuthorization(ours));
    }

    @Test
    void queryOfTheSdkSaysTheSame() throws Exception {
        // given
        RecordingProxy.Recorded sent = send(ClientProfile.SIGN_TC3_256, "GET");

        // when
        WireRequest ours = encode(SignMethod.TC3_HMAC_SHA256, HttpMethod.GET, sent.header("x-tc-timestamp"), 1);

        // then
        assertThat(pairs(sent.query())).isEqualTo(pairs(ours.query()));
        assertThat(sent.header("content-type")).isEqualTo(ours.contentType());
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA256, HMAC_SHA256, POST", "HmacSHA1, HMAC_SHA1, GET"})
    void formOfTheSdkSaysTheSame(String algorithm, SignMethod sign, HttpMethod method) throws Exception {
        // given
        Map<String, String> theirs = form(send(algorithm, method.name()));

        // when
        WireRequest ours = encode(sign, method, theirs.get("Timestamp"), Integer.parseInt(theirs.get("Nonce")));

        // then the SDK names itself and always the algorithm; so its signature is another
        theirs.remove("RequestClient");
        theirs.remove("Signature");
        Map<String, String> ourForm =
                pairs(method == HttpMethod.GET ? ours.query() : new String(ours.body(), StandardCharsets.UTF_8));
        ourForm.remove("Signature");
        ourForm.putIfAbsent("SignatureMethod", "HmacSHA1");
        assertThat(ourForm).isEqualTo(theirs);
    }

    private RecordingProxy.Recorded send(String signMethod, String method) throws Exception {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setReqMethod(method);
        http.setProxyHost(proxy.host());
        http.setProxyPort(proxy.port());
        new IotvideoindustryClient(
                        new Credential(KEY.id(), KEY.secret()), "ap-guangzhou", new ClientProfile(signMethod, http))
                .CreateScene(scene());
        return proxy.last();
    }

    private static CreateSceneRequest scene() throws Exception {
        ObjectNode parameters = (ObjectNode) JSON.readTree(PARAMETERS);
        CreateSceneRequest scene = new CreateSceneRequest();
        scene.setSceneName(parameters.get("SceneName").asText());
        scene.setSceneTrigger(parameters.get("SceneTrigger").asText());
        scene.setRecordDuration(60L);
        scene.setStoreDuration(7L);
        scene.setDevices(new DeviceItem[] {device("d1"), device("d2")});
        scene.setChannels(new ChannelItem[] {channel("d1", "c1"), channel("d2", "c2")});
        return scene;
    }

    private static DeviceItem device(String id) {
        DeviceItem device = new DeviceItem();
        device.setDeviceId(id);
        return device;
    }

    private static ChannelItem channel(String device, String id) {
        ChannelItem channel = new ChannelItem();
        channel.setDeviceId(device);
        channel.setChannelId(id);
        return channel;
    }

    private static WireRequest encode(SignMethod sign, HttpMethod method, String timestamp, int nonce)
            throws Exception {
        ApiCatalog api =
                Catalogs.of(CloudApi3Protocol.class, "iotvideoindustry").get("iotvideoindustry");
        ApiCall call =
                new ApiCall(api, api.action("CreateScene"), (ObjectNode) JSON.readTree(PARAMETERS), "ap-guangzhou");
        return new CloudApi3Protocol(sign, method, null, () -> nonce)
                .encode(call, HOST, KEY, Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    private static Map<String, String> withoutAuthorization(WireRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        // we sign one header more than the SDK
        headers.remove("Authorization");
        return headers;
    }

    private static Map<String, String> form(RecordingProxy.Recorded sent) {
        return pairs(sent.query() == null ? sent.text() : sent.query());
    }

    private static Map<String, String> pairs(String form) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            pairs.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return pairs;
    }
}
