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

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.FormEncoding;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HmacSignerTest {

    static Stream<Cases.Case> cases() {
        return Cases.of("hmac-signing.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheExpectedSignature(Cases.Case given) {
        // given
        Map<String, String> parameters = given.map("parameters");

        FormRules rules = FormRules.valueOf(given.data().path("rules").asText("API_3"));
        HmacSigner signer = new HmacSigner(given.text("algorithm"), rules::signedName);

        // when
        String signature = signer.signature(
                given.text("secretKey"), given.text("method"), given.text("host"), given.text("path"), parameters);

        // then
        assertThat(signature).isEqualTo(given.expect().get("signature").asText());
        if (given.expect().has("sent")) {
            assertThat(FormEncoding.percent(signature))
                    .isEqualTo(given.expect().get("sent").asText());
        }
        if (given.expect().has("text")) {
            assertThat(signer.stringToSign(given.text("method"), given.text("host"), given.text("path"), parameters))
                    .isEqualTo(given.expect().get("text").asText());
        }
    }

    @Test
    void sortsByTheBytesOfTheNames() {
        // given
        Map<String, String> parameters =
                Map.of("Ids.2", "", "Ids.12", "", "ids", "", "Idsx", "", "Z", "", "\uFF21", "", "\uD83D\uDE00", "");

        // then UTF-16 order would put the last two the other way round
        assertThat(HmacSigner.sorted(parameters).keySet())
                .containsExactly("Ids.12", "Ids.2", "Idsx", "Z", "ids", "\uFF21", "\uD83D\uDE00");
    }

    @Test
    void encodesTheSignatureOfTheVendorsExampleOfApi2() {
        // given the one of a key nobody knows
        String signature = "NSI3UqqD99b/UJb4tbG/xZpRW64=";

        // then
        assertThat(FormEncoding.percent(signature)).isEqualTo("NSI3UqqD99b%2FUJb4tbG%2FxZpRW64%3D");
    }

    @Test
    void signsRawValues() {
        assertThat(new HmacSigner(Digests.HMAC_SHA1).stringToSign("POST", "h", "/", Map.of("B", "a b&c=测", "A", "")))
                .isEqualTo("POSTh/?A=&B=a b&c=测");
    }
}
