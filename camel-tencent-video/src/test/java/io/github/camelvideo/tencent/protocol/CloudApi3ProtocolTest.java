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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.DecimalNode;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudApi3ProtocolTest {

    private static final String HOST = "cvm.tencentcloudapi.com";
    private static final Instant NOW = Instant.parse("2019-02-25T16:44:25.700Z");
    private static final Credentials KEY = new Credentials("AKIDid", "secret");
    private static final Credentials TEMPORARY = new Credentials("AKIDid", "secret", "to/ken", null);

    @Test
    void sendsJsonWithTheCommonParametersInHeaders() {
        // given
        ApiCall call =
                Cases.call("ap-guangzhou", "{\"Name\":\"测 \",\"Empty\":\"\",\"None\":[],\"Id\":18446744073709551615}");
        call.parameters().set("Price", DecimalNode.valueOf(new BigDecimal("1.10")));

        // when
        WireRequest request = protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, Language.EN_US)
                .encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.query()).isNull();
        assertThat(request.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(Cases.text(request))
                .isEqualTo("{\"Name\":\"测 \",\"Empty\":\"\",\"None\":[],\"Id\":18446744073709551615,\"Price\":1.10}");
        assertThat(request.headers())
                .hasSize(6)
                .contains(
                        entry("X-TC-Action", "DescribeInstances"),
                        entry("X-TC-Version", "2017-03-12"),
                        entry("X-TC-Timestamp", "1551113065"),
                        entry("X-TC-Region", "ap-guangzhou"),
                        entry("X-TC-Language", "en-US"));
    }

    @Test
    void signsExactlyWhatItSends() {
        // when
        WireRequest request = protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null)
                .encode(Cases.call(null, "{\"Limit\":1}"), "127.0.0.1:8080", KEY, NOW);

        // then the service is the vendor's, the host the one it is sent to
        TreeMap<String, String> signed = new TreeMap<>();
        signed.put("content-type", request.contentType());
        signed.put("host", "127.0.0.1:8080");
        signed.put("x-tc-action", "DescribeInstances");
        assertThat(request.headers())
                .containsEntry(
                        "Authorization",
                        new Tc3Signer(new Tc3Keys())
                                .authorization(
                                        KEY,
                                        "cvm",
                                        NOW,
                                        new Tc3Signer.Signed("POST", null, signed, Cases.bytes(request))));
    }

    @Test
    void sendsNeitherRegionNorTokenWithoutOne() {
        // when
        WireRequest request = protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null)
                .encode(Cases.call(null, "{}"), HOST, KEY, NOW);

        // then
        assertThat(request.headers())
                .containsOnlyKeys("Authorization", "X-TC-Action", "X-TC-Version", "X-TC-Timestamp");
        assertThat(Cases.text(request)).isEqualTo("{}");
    }

    @Test
    void sendsTheTokenOfTemporaryCredentials() {
        // given
        ApiCall call = Cases.call(null, "{}");

        // then
        assertThat(protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null)
                        .encode(call, HOST, TEMPORARY, NOW)
                        .headers())
                .containsEntry("X-TC-Token", "to/ken");
        assertThat(Cases.text(
                        protocol(SignMethod.HMAC_SHA1, HttpMethod.POST, null).encode(call, HOST, TEMPORARY, NOW)))
                .contains("&Token=to%2Fken&");
    }

    @Test
    void sendsAQueryWithASignedGet() {
        // when
        WireRequest request = protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.GET, null)
                .encode(Cases.call(null, "{\"Z\":\"a b\",\"Channels\":[{\"Id\":1}]}"), HOST, KEY, NOW);

        // then the order is the call's own
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.query()).isEqualTo("Z=a%20b&Channels.0.Id=1");
        assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.body()).isNull();
        assertThat(request.headers()).containsKey("Authorization");
    }

    @Test
    void sendsNoQueryWithAGetWithoutParameters() {
        assertThat(protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.GET, null)
                        .encode(Cases.call(null, "{}"), HOST, KEY, NOW)
                        .query())
                .isNull();
    }

    @Test
    void givesTheVendorsVersion1ExampleAsAWhole() {
        // given
        ApiCall call = Cases.call("ap-guangzhou", "{\"InstanceIds\":[\"ins-09dx96dg\"],\"Limit\":20,\"Offset\":0}");
        Credentials published =
                new Credentials("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");

        // when
        WireRequest request = protocol(SignMethod.HMAC_SHA1, HttpMethod.GET, null)
                .encode(call, HOST, published, Instant.ofEpochSecond(1465185768));

        // then
        assertThat(request.query())
                .isEqualTo("Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0"
                        + "&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE&Timestamp=1465185768"
                        + "&Version=2017-03-12&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D");
        assertThat(request.headers()).isEmpty();
        assertThat(request.body()).isNull();
    }

    @Test
    void sendsAFormWithVersion1() {
        // when
        WireRequest request = protocol(SignMethod.HMAC_SHA256, HttpMethod.POST, Language.ZH_CN)
                .encode(Cases.call(null, "{\"Name\":\"a b\"}"), HOST, KEY, NOW);

        // then
        assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.query()).isNull();
        assertThat(Cases.text(request))
                .startsWith("Action=DescribeInstances&Language=zh-CN&Name=a%20b&Nonce=11886&SecretId=AKIDid"
                        + "&SignatureMethod=HmacSHA256&Timestamp=1551113065&Version=2017-03-12&Signature=");
    }

    @Test
    void takesANewNonceForEachAttempt() {
        // given
        AtomicInteger nonces = new AtomicInteger(7);
        CloudApi3Protocol protocol =
                new CloudApi3Protocol(SignMethod.HMAC_SHA1, HttpMethod.POST, null, nonces::getAndIncrement);
        ApiCall call = Cases.call(null, "{}");

        // then
        assertThat(Cases.text(protocol.encode(call, HOST, KEY, NOW))).contains("&Nonce=7&");
        assertThat(Cases.text(protocol.encode(call, HOST, KEY, NOW))).contains("&Nonce=8&");
    }

    @Test
    void refusesParametersThatVersion1UsesItself() {
        // given
        ApiCall call = Cases.call(null, "{\"Version\":\"1\",\"Action\":\"Other\",\"Name\":\"n\"}");

        // then
        assertThatThrownBy(() ->
                        protocol(SignMethod.HMAC_SHA1, HttpMethod.POST, null).encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parameters Action, Version have names");
        assertThat(Cases.text(protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null)
                        .encode(call, HOST, KEY, NOW)))
                .contains("\"Action\":\"Other\"");
    }

    @ParameterizedTest
    @CsvSource({"GET, 32768, httpMethod=POST", "POST, 10485760, fewer items"})
    void sendsUpToTheLimitInBytesAndRefusesOneMore(HttpMethod method, int limit, String remedy) {
        // given a text whose first character takes more bytes than one
        CloudApi3Protocol protocol = protocol(SignMethod.TC3_HMAC_SHA256, method, null);
        int frame = size(protocol.encode(named("测"), HOST, KEY, NOW));
        String fitting = "测" + "x".repeat(limit - frame);

        // then
        assertThat(size(protocol.encode(named(fitting), HOST, KEY, NOW))).isEqualTo(limit);
        assertThatThrownBy(() -> protocol.encode(named(fitting + "x"), HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("bytes=" + (limit + 1))
                .hasMessageContaining("limit=" + limit)
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"GET, 32768, httpMethod=POST", "POST, 1048576, signMethod=TC3-HMAC-SHA256"})
    void limitsVersion1AfterEncoding(HttpMethod method, int limit, String remedy) {
        // given 9 bytes for each character, which make the text larger than the limit only when encoded
        ApiCall call = named("测".repeat(limit / 9));

        // then
        assertThatThrownBy(() -> protocol(SignMethod.HMAC_SHA1, method, null).encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("limit=" + limit)
                .hasMessageContaining(remedy);
    }

    /** The signature changes with the text, and so does the room its escapes take: the length that fits is searched for. */
    @ParameterizedTest
    @CsvSource({"GET, 32768", "POST, 1048576"})
    void sendsVersion1UpToTheLimitInBytes(HttpMethod method, int limit) {
        // given
        CloudApi3Protocol protocol = protocol(SignMethod.HMAC_SHA256, method, null);
        int frame = size(protocol.encode(named(""), HOST, KEY, NOW));

        // when: another letter makes another signature
        int largest = IntStream.rangeClosed('a', 'z')
                .boxed()
                .flatMap(letter -> IntStream.rangeClosed(limit - frame - 12, limit - frame + 12)
                        .mapToObj(length -> named(Character.toString(letter).repeat(length))))
                .mapToInt(call -> sizeIfSent(protocol, call))
                .filter(size -> size >= limit)
                .findFirst()
                .orElseThrow();

        // then
        assertThat(largest).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"TC3-HMAC-SHA256, TC3_HMAC_SHA256", "HmacSHA256, HMAC_SHA256", "HmacSHA1, HMAC_SHA1"})
    void camelReadsTheVendorsSpelling(String option, SignMethod expected) throws IOException {
        // given
        try (DefaultCamelContext camel = new DefaultCamelContext()) {

            // then
            assertThat(camel.getTypeConverter().convertTo(SignMethod.class, option))
                    .isEqualTo(expected);
        }
    }

    private static CloudApi3Protocol protocol(SignMethod sign, HttpMethod method, Language language) {
        return new CloudApi3Protocol(sign, method, language, () -> 11886);
    }

    private static ApiCall named(String name) {
        ApiCall call = Cases.call(null, "{}");
        call.parameters().put("Name", name);
        return call;
    }

    private static int size(WireRequest request) {
        return request.query() == null
                ? Cases.bytes(request).length
                : request.query().length();
    }

    private static int sizeIfSent(CloudApi3Protocol protocol, ApiCall call) {
        try {
            return size(protocol.encode(call, HOST, KEY, NOW));
        } catch (InvalidRequestException refused) {
            return 0;
        }
    }
}
