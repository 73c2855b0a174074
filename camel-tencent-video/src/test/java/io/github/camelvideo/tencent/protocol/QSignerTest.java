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
import io.github.camelvideo.protocol.Credentials;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QSignerTest {

    static Stream<Cases.Case> all() {
        return Cases.of("iss-signing.json");
    }

    static Stream<Cases.Case> listing() {
        return all().filter(given -> given.data().has("query") && !given.data().has("method"));
    }

    static Stream<Cases.Case> requests() {
        return all().filter(given -> given.data().has("method"));
    }

    static Stream<Cases.Case> hashing() {
        return all().filter(given -> given.expect().has("hash"));
    }

    static Stream<Cases.Case> keys() {
        return all().filter(given -> given.data().has("secretKey"));
    }

    static Stream<Cases.Case> signing() {
        return all().filter(given -> given.expect().has("signature"));
    }

    @ParameterizedTest
    @MethodSource("listing")
    void listsNamesAndPairs(Cases.Case given) {
        Map<String, String> query = given.map("query");
        Map<String, String> headers = given.map("headers");
        given.expect().properties().forEach(expected -> assertThat(
                        switch (expected.getKey()) {
                            case "queryNames" -> QSigner.names(query);
                            case "queryPairs" -> QSigner.pairs(query);
                            case "headerNames" -> QSigner.names(headers);
                            default -> QSigner.pairs(headers);
                        })
                .isEqualTo(expected.getValue().asText()));
    }

    @ParameterizedTest
    @MethodSource("hashing")
    void hashesTheRequest(Cases.Case given) {
        // given a text as printed, or the parts of one
        String keyTime = given.data().path("keyTime").asText("1;2");
        String text = given.data().has("method")
                ? httpString(given)
                : given.expect().get("httpString").asText();

        // then
        assertThat(QSigner.stringToSign(keyTime, text))
                .isEqualTo(
                        "sha1\n" + keyTime + "\n" + given.expect().get("hash").asText() + "\n");
        if (given.expect().has("httpString")) {
            assertThat(text).isEqualTo(given.expect().get("httpString").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void derivesTheKeyOfASpan(Cases.Case given) {
        assertThat(QSigner.signKey(given.text("secretKey"), given.text("keyTime")))
                .isEqualTo(given.expect().get("signKey").asText());
    }

    @ParameterizedTest
    @MethodSource("signing")
    void givesTheExpectedSignature(Cases.Case given) {
        // given
        JsonNode key = given.data().has("signKey")
                ? given.data().get("signKey")
                : given.expect().get("signKey");
        String text = given.expect().get("stringToSign").asText();

        // then
        assertThat(QSigner.signature(key.asText(), text))
                .isEqualTo(given.expect().get("signature").asText());
        if (given.data().has("method")) {
            assertThat(QSigner.stringToSign(given.text("keyTime"), httpString(given)))
                    .isEqualTo(text);
        }
    }

    @Test
    void writesTheHeaderWithASpanOfAnHourThatCoversAFastClock() {
        // given
        Instant now = Instant.ofEpochSecond(1_671_038_349);

        // when
        String header = QSigner.at(now, new Credentials("AKIDid", "secret"))
                .authorization("GET", "/ivc/x", Map.of("B", "a b/ü", "a", ""), Map.of("host", "127.0.0.1:80"));

        // then
        String keyTime = "1671038289;1671041949";
        String text = "get\n/ivc/x\na=&b=a%20b%2F%C3%BC\nhost=127.0.0.1%3A80\n";
        String signature = QSigner.signature(QSigner.signKey("secret", keyTime), QSigner.stringToSign(keyTime, text));
        assertThat(header)
                .isEqualTo("q-sign-algorithm=sha1&q-ak=AKIDid&q-sign-time=" + keyTime + "&q-key-time=" + keyTime
                        + "&q-header-list=host&q-url-param-list=a;b&q-signature=" + signature);
    }

    private static String httpString(Cases.Case given) {
        return QSigner.httpString(given.text("method"), given.text("path"), given.map("query"), given.map("headers"));
    }
}
