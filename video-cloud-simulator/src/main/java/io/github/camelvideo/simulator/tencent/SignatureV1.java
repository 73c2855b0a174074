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
package io.github.camelvideo.simulator.tencent;

import io.github.camelvideo.simulator.wire.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** HmacSHA1 and HmacSHA256: what the signature of a request by query or form has to be. */
final class SignatureV1 {

    private static final String SHA256 = "HmacSHA256";

    private SignatureV1() {}

    /**
     * The signature in Base64.
     *
     * @param parameters all of the request, decoded
     */
    static String of(String method, String host, Map<String, String> parameters, String secretKey) {
        String text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals("Signature"))
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", method + host + "/?", ""));
        // anything but the name of SHA-256 means SHA-1
        String algorithm = SHA256.equals(parameters.get("SignatureMethod")) ? SHA256 : "HmacSHA1";
        byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hashes.hmac(algorithm, key, text));
    }
}
