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
package io.github.camelvideo.simulator.wire.rpc;

import io.github.camelvideo.simulator.wire.Hashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What the signature of a request has to be. */
final class RpcSignature {

    private RpcSignature() {}

    /**
     * The signature in Base64.
     *
     * @param parameters all of query and form, decoded
     */
    static String of(String method, Map<String, String> parameters, String secret) {
        StringBuilder canonical = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("Signature")) {
                canonical.append(canonical.isEmpty() ? "" : "&");
                canonical.append(encoded(name)).append('=').append(encoded(value));
            }
        });
        String text = method + "&%2F&" + encoded(canonical.toString());
        byte[] key = (secret + "&").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hashes.hmac("HmacSHA1", key, text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
