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

import io.github.camelvideo.json.Digests;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Signature version 1, and that of API 2.0: all parameters as text, signed in the order of their names, not percent-encoded.
 */
final class HmacSigner {

    private static final Comparator<String> BYTE_ORDER =
            (a, b) -> Arrays.compareUnsigned(Digests.utf8(a), Digests.utf8(b));

    private final String algorithm;
    private final UnaryOperator<String> signedName;

    /** @param algorithm {@link Digests#HMAC_SHA1} or {@link Digests#HMAC_SHA256} */
    HmacSigner(String algorithm) {
        this(algorithm, UnaryOperator.identity());
    }

    /** @param signedName what stands for the name of a parameter in the signed text; the order is that of the names as sent */
    HmacSigner(String algorithm, UnaryOperator<String> signedName) {
        this.algorithm = algorithm;
        this.signedName = signedName;
    }

    /** Parameters in the order they are signed: by the bytes of their names, so that {@code Ids.12} stands before {@code Ids.2}. */
    static SortedMap<String, String> sorted(Map<String, String> parameters) {
        SortedMap<String, String> sorted = new TreeMap<>(BYTE_ORDER);
        sorted.putAll(parameters);
        return sorted;
    }

    /** @return the signature in Base64, not yet percent-encoded */
    String signature(String secret, String method, String host, String path, Map<String, String> parameters) {
        return Base64.getEncoder()
                .encodeToString(
                        Digests.hmac(algorithm, Digests.utf8(secret), stringToSign(method, host, path, parameters)));
    }

    String stringToSign(String method, String host, String path, Map<String, String> parameters) {
        return method + host + path + "?"
                + sorted(parameters).entrySet().stream()
                        .map(parameter -> signedName.apply(parameter.getKey()) + "=" + parameter.getValue())
                        .collect(Collectors.joining("&"));
    }
}
