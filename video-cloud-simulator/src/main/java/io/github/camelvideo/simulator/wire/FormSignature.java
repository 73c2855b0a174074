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
package io.github.camelvideo.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** HmacSHA1 and HmacSHA256: what the signature of a request by query or form has to be. */
public final class FormSignature {

    private static final String SHA256 = "HmacSHA256";

    private FormSignature() {}

    /**
     * The signature in Base64.
     *
     * @param place method, host and path in one
     * @param parameters all of the request, decoded
     * @param signedName what stands for the name of a parameter in the signed text
     */
    public static String of(
            String place, Map<String, String> parameters, UnaryOperator<String> signedName, String secretKey) {
        String text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals("Signature"))
                        .map(parameter -> signedName.apply(parameter.getKey()) + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", place + "?", ""));
        // anything but the name of SHA-256 means SHA-1
        String algorithm = SHA256.equals(parameters.get("SignatureMethod")) ? SHA256 : "HmacSHA1";
        byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hashes.hmac(algorithm, key, text));
    }
}
