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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.Credentials;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Tc3SignerTest {

    private final Tc3Signer signer = new Tc3Signer(new Tc3Keys());

    static Stream<Cases.Case> cases() {
        return Cases.of("tc3-signing.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepGivesTheExpectedValue(Cases.Case given) {
        // given
        Instant time = Instant.ofEpochSecond(given.data().get("timestamp").asLong());
        Credentials credentials = new Credentials(given.text("secretId"), given.text("secretKey"));
        Tc3Scope scope = Tc3Scope.at(time, given.text("service"));
        Tc3Signer.Signed request = new Tc3Signer.Signed(
                given.text("method"),
                given.text("query"),
                new TreeMap<>(given.map("headers")),
                Digests.utf8(given.text("body")));

        // when
        Tc3Keys.Derivation keys = Tc3Keys.Derivation.of(credentials.secret(), scope);
        String authorization = signer.authorization(credentials, given.text("service"), time, request);

        // then
        expect(given, "canonicalRequest", request.canonicalRequest());
        expect(given, "payloadHash", Digests.sha256Hex(request.body()));
        expect(given, "requestHash", Digests.sha256Hex(Digests.utf8(request.canonicalRequest())));
        expect(given, "stringToSign", Tc3Signer.stringToSign(scope.text(), time, request));
        expect(given, "dateKey", Digests.hex(keys.date()));
        expect(given, "serviceKey", Digests.hex(keys.service()));
        expect(given, "signingKey", Digests.hex(keys.signing()));
        expect(given, "authorization", authorization);
        assertThat(authorization)
                .startsWith("TC3-HMAC-SHA256 Credential=" + credentials.id() + "/" + scope.text() + ", SignedHeaders="
                        + request.headerNames() + ", Signature=")
                .endsWith("Signature=" + given.expect().get("signature").asText());
    }

    @Test
    void mostCasesComeFromTheVendor() {
        assertThat(cases().filter(given -> given.data().get("vendor").asBoolean())
                        .map(given -> given.text("id")))
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void theDayChangesAtMidnightUtc() {
        // given the last second of a UTC day, which is the next morning in China
        Instant last = Instant.parse("2019-12-31T23:59:59.999Z");

        // then
        assertThat(Tc3Scope.at(last, "mdl").text()).isEqualTo("2019-12-31/mdl/tc3_request");
        assertThat(Tc3Scope.at(last.plusMillis(1), "mdl").text()).isEqualTo("2020-01-01/mdl/tc3_request");
    }

    @Test
    void namesOnlyTheHeadersWhenPrinted() {
        // given
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("host", "h");

        // when
        String text =
                new Tc3Signer.Signed("POST", "Password=p", headers, Digests.utf8("{\"PassWord\":\"p\"}")).toString();

        // then
        assertThat(text).isEqualTo("POST with signed headers host");
    }

    private static void expect(Cases.Case given, String name, String actual) {
        JsonNode expected = given.expect().get(name);
        if (expected != null) {
            assertThat(actual).as(name).isEqualTo(expected.asText());
        }
    }
}
