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
package io.github.camelvideo.simulator.wire.cloudapi3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.FormSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signatures printed in the vendor's documents: the keys are what stands there, asterisks and all. */
class SignatureVectorTest {

    private static final String STARS_7_KEY = "Gu5t9xGARNpq86cd98joQYCN3*******";
    private static final String STARS_32 = "*".repeat(32);
    private static final String EXAMPLE_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

    private static HttpCall call(String method, String query, String host, String type, String body) {
        return new HttpCall(
                method,
                "/",
                query,
                Map.of("host", host, "content-type", type, "x-tc-action", "DescribeInstances"),
                body.getBytes(StandardCharsets.UTF_8),
                body.length(),
                null);
    }

    private static HttpCall cvm(String name) {
        return call(
                "POST",
                "",
                "cvm.tencentcloudapi.com",
                "application/json; charset=utf-8",
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"" + name + "\"], \"Name\": \"instance-name\"}]}");
    }

    private static Authorization authorization(String date, String service, String headers) {
        return new Authorization("id", date, service, List.of(headers.split(";")), "");
    }

    @Test
    void v3OfAPlainBody() {
        String signature = SignatureV3.of(
                cvm("unnamed"), authorization("2019-02-25", "cvm", "content-type;host"), "1551113065", STARS_7_KEY);

        assertThat(signature).isEqualTo("c492e8e41437e97a620b728c301bb8d17e7dc0c17eeabce80c20cd70fc3a78ff");
    }

    @Test
    void v3WithASignedActionInLowerCase() {
        HttpCall call = cvm("\\u672a\\u547d\\u540d");
        List<String> headers = List.of("content-type", "host", "x-tc-action");

        assertThat(SignatureV3.canonicalHash(call, headers))
                .isEqualTo("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84");
        assertThat(SignatureV3.of(
                        call,
                        authorization("2019-02-25", "cvm", "content-type;host;x-tc-action"),
                        "1551113065",
                        STARS_32))
                .isEqualTo("10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f");
    }

    @Test
    void v3OfAQuery() {
        HttpCall call =
                call("GET", "Limit=10&Offset=0", "cvm.tencentcloudapi.com", "application/x-www-form-urlencoded", "");

        assertThat(SignatureV3.of(
                        call, authorization("2018-10-09", "cvm", "content-type;host"), "1539084154", EXAMPLE_KEY))
                .isEqualTo("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
    }

    @Test
    void v3OfTheClassicExample() {
        assertThat(SignatureV3.of(
                        cvm("\\u672a\\u547d\\u540d"),
                        authorization("2019-02-25", "cvm", "content-type;host"),
                        "1551113065",
                        EXAMPLE_KEY))
                .isEqualTo("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }

    @Test
    void v3OfAQueryInTheOrderItIsSent() {
        String query = "ChannelId=AEAE83719CE&StartTime=2020-01-01T12%3A00%3A00Z&Name=%E6%B5%8B%20%E8%AF%95~";
        HttpCall call = call("GET", query, "mdl.tencentcloudapi.com", "application/x-www-form-urlencoded", "");

        assertThat(SignatureV3.of(
                        call, authorization("2020-01-01", "mdl", "content-type;host"), "1577887200", EXAMPLE_KEY))
                .isEqualTo("0276013d6ae3987e8099765124f6b43a2b08fb1269f15e8ecb8c509a0c11d935");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******, Gu5t9xGARNpq86cd98joQYCN3*******, , zmmjn35mikh6pM3V7sUEuX4wyYM=",
        "GET,  AKID********************************, ********************************, , 7RAM2xfNMO9EiVTNmPg06MRnCvQ=",
        "GET,  AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE, Gu5t9xGARNpq86cd98joQYCN3EXAMPLE, , EliP9YW3pW28FpsEdkXt/+WcGeI=",
        "GET,  AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE, Gu5t9xGARNpq86cd98joQYCN3EXAMPLE, HmacSHA256,"
                + " A8uy2/o7WBZXYCTWEFpMrVGhGBVlEGIOioeqRM+fzFs=",
        "POST, AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE, Gu5t9xGARNpq86cd98joQYCN3EXAMPLE, , /4JqpPkM1WMS/I5IvWzp5mqoqWY="
    })
    void v1(String method, String id, String key, String signatureMethod, String signature) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "Action", "DescribeInstances",
                "InstanceIds.0", "ins-09dx96dg",
                "Limit", "20",
                "Nonce", "11886",
                "Offset", "0",
                "Region", "ap-guangzhou",
                "Timestamp", "1465185768",
                "Version", "2017-03-12",
                "SecretId", id,
                "Signature", "is not signed itself"));
        if (signatureMethod != null) {
            parameters.put("SignatureMethod", signatureMethod);
        }

        assertThat(FormSignature.of(method + "cvm.tencentcloudapi.com/", parameters, UnaryOperator.identity(), key))
                .isEqualTo(signature);
    }
}
