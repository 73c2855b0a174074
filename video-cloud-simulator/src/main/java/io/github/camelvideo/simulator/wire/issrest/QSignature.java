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
package io.github.camelvideo.simulator.wire.issrest;

import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Hashes;
import io.github.camelvideo.simulator.wire.Pairs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the signature of a request has to be. */
final class QSignature {

    private static final String HMAC = "HmacSHA1";

    private QSignature() {}

    /** The signature, in lower-case hex; the signed headers must be there. */
    static String of(HttpCall call, QAuthorization authorization, String secretKey) {
        String keyTime = authorization.keyTime();
        String text = "sha1\n" + keyTime + "\n" + hash(call, authorization) + "\n";
        return hmac(hmac(secretKey, keyTime), text);
    }

    /** Hash of what is signed of the request. */
    static String hash(HttpCall call, QAuthorization authorization) {
        Map<String, String> headers = new TreeMap<>();
        authorization.headers().forEach(name -> headers.put(name, call.header(name)));
        String text = call.method().toLowerCase(Locale.ROOT) + "\n" + call.path() + "\n" + joined(query(call)) + "\n"
                + joined(headers) + "\n";
        return Hashes.sha1Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names of the query's parameters as they have to be listed. */
    static List<String> names(HttpCall call) {
        return List.copyOf(new TreeSet<>(query(call).keySet()));
    }

    private static Map<String, String> query(HttpCall call) {
        Map<String, String> query = new TreeMap<>();
        Pairs.of(call.query())
                .forEach((name, value) ->
                        query.put(encoded(name.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT), value));
        return query;
    }

    private static String joined(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value)));
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The hex digits of a key are the key of the next hash. */
    private static String hmac(String key, String text) {
        return HexFormat.of().formatHex(Hashes.hmac(HMAC, key.getBytes(StandardCharsets.UTF_8), text));
    }
}
