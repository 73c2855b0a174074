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
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests of the vendor's own SDK, caught on their way, must carry the signature and parameters that we would send. */
class SdkSignatureIT {

    private static final Credentials KEY = new Credentials("AKIDsdk", "a secret of the SDK's");
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
    @CsvSource({"IOTVIDEOINDUSTRY, POST", "IOTVIDEOINDUSTRY, GET", "LIVE, POST", "LIVE, GET"})
    void version3SignatureOfTheSdkIsTheOneWeCompute(SdkCall call, String method) throws Exception {
        // given
        RecordingProxy.Recorded sent = send(call, ClientProfile.SIGN_TC3_256, method);
        SortedMap<String, String> signed = new TreeMap<>();
        signed.put("content-type", sent.header("content-type"));
        signed.put("host", call.host());

        // when
        String ours = new Tc3Signer(new Tc3Keys())
                .authorization(
                        KEY,
                        call.service(),
                        Instant.ofEpochSecond(Long.parseLong(sent.header("x-tc-timestamp"))),
                        new Tc3Signer.Signed(method, sent.query(), signed, sent.body()));

        // then
        assertThat(sent.header("authorization")).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "IOTVIDEOINDUSTRY, HmacSHA256, POST",
        "IOTVIDEOINDUSTRY, HmacSHA256, GET",
        "IOTVIDEOINDUSTRY, HmacSHA1, POST",
        "IOTVIDEOINDUSTRY, HmacSHA1, GET",
        "LIVE, HmacSHA256, POST",
        "LIVE, HmacSHA1, GET"
    })
    void version1SignatureOfTheSdkIsTheOneWeCompute(SdkCall call, String algorithm, String method) throws Exception {
        // given
        Map<String, String> parameters = form(send(call, algorithm, method));
        String signature = parameters.remove("Signature");

        // then
        assertThat(signature)
                .isEqualTo(new HmacSigner(algorithm).signature(KEY.secret(), method, call.host(), "/", parameters));
    }

    @ParameterizedTest
    @EnumSource
    void jsonOfTheSdkIsOurs(SdkCall call) throws Exception {
        // given
        RecordingProxy.Recorded sent = send(call, ClientProfile.SIGN_TC3_256, "POST");

        // when
        WireRequest ours = encode(call, SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, sent.header("x-tc-timestamp"), 1);

        // then
        assertThat(JSON.readTree(sent.body())).isEqualTo(JSON.readTree(bytes(ours)));
        assertThat(sent.header("content-type")).isEqualTo(ours.contentType());
        assertThat(sent.headers()).containsAllEntriesOf(withoutAuthorization(ours));
    }

    @ParameterizedTest
    @EnumSource
    void queryOfTheSdkSaysTheSame(SdkCall call) throws Exception {
        // given
        RecordingProxy.Recorded sent = send(call, ClientProfile.SIGN_TC3_256, "GET");

        // when
        WireRequest ours = encode(call, SignMethod.TC3_HMAC_SHA256, HttpMethod.GET, sent.header("x-tc-timestamp"), 1);

        // then
        assertThat(pairs(sent.query())).isEqualTo(pairs(ours.query()));
        assertThat(sent.header("content-type")).isEqualTo(ours.contentType());
    }

    @ParameterizedTest
    @CsvSource({
        "IOTVIDEOINDUSTRY, HmacSHA256, HMAC_SHA256, POST",
        "IOTVIDEOINDUSTRY, HmacSHA1, HMAC_SHA1, GET",
        "LIVE, HmacSHA256, HMAC_SHA256, POST",
        "LIVE, HmacSHA1, HMAC_SHA1, GET"
    })
    void formOfTheSdkSaysTheSame(SdkCall call, String algorithm, SignMethod sign, HttpMethod method) throws Exception {
        // given
        Map<String, String> theirs = form(send(call, algorithm, method.name()));

        // when
        WireRequest ours = encode(call, sign, method, theirs.get("Timestamp"), Integer.parseInt(theirs.get("Nonce")));

        // then the SDK names itself and always the algorithm; so its signature is another
        theirs.remove("RequestClient");
        theirs.remove("Signature");
        Map<String, String> ourForm =
                pairs(method == HttpMethod.GET ? ours.query() : new String(bytes(ours), StandardCharsets.UTF_8));
        ourForm.remove("Signature");
        ourForm.putIfAbsent("SignatureMethod", "HmacSHA1");
        assertThat(ourForm).isEqualTo(theirs);
    }

    private RecordingProxy.Recorded send(SdkCall call, String signMethod, String method) throws Exception {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setReqMethod(method);
        http.setProxyHost(proxy.host());
        http.setProxyPort(proxy.port());
        call.send(new Credential(KEY.id(), KEY.secret()), new ClientProfile(signMethod, http));
        return proxy.last();
    }

    private static WireRequest encode(SdkCall call, SignMethod sign, HttpMethod method, String timestamp, int nonce)
            throws Exception {
        return new CloudApi3Protocol(sign, method, null, () -> nonce)
                .encode(call.ours(), call.host(), KEY, Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    private static byte[] bytes(WireRequest request) {
        return ((WireBody.Bytes) request.body()).content();
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
