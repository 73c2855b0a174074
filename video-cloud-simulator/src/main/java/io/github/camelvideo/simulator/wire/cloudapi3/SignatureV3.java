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

import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** TC3-HMAC-SHA256: what the signature of a request has to be. */
final class SignatureV3 {

    private static final String HMAC = "HmacSHA256";

    private SignatureV3() {}

    /** The signature of a request, in lower-case hex; timestamp and signed headers must be there. */
    static String of(HttpCall call, Authorization authorization, String timestamp, String secretKey) {
        String text = String.join(
                "\n",
                Authorization.ALGORITHM,
                timestamp,
                authorization.date() + "/" + authorization.service() + "/tc3_request",
                canonicalHash(call, authorization.signedHeaders()));
        byte[] date = Hashes.hmac(HMAC, ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), authorization.date());
        byte[] service = Hashes.hmac(HMAC, date, authorization.service());
        byte[] signing = Hashes.hmac(HMAC, service, "tc3_request");
        return HexFormat.of().formatHex(Hashes.hmac(HMAC, signing, text));
    }

    /** SHA-256 of the canonical request. */
    static String canonicalHash(HttpCall call, List<String> signedHeaders) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            // values in lower case too: the vendor's own examples only come out so
            headers.append(name)
                    .append(':')
                    .append(call.header(name).trim().toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        String canonical = String.join(
                "\n",
                call.method(),
                "/",
                call.method().equals("GET") ? call.query() : "",
                headers,
                String.join(";", signedHeaders),
                Hashes.sha256Hex(call.body()));
        return Hashes.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
