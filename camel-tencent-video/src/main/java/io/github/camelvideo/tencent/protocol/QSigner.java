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
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.FormEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The signature that travels as {@code q-sign-algorithm=sha1&…}: a key made for a span of time signs method, path, query and those
 * headers that are named. For one request.
 */
final class QSigner {

    /** The vendor's examples are valid for an hour and longer; it names no limit. */
    private static final Duration VALIDITY = Duration.ofHours(1);

    /** The span begins a little before now: the vendor names no tolerance, and a clock that is a second fast must not matter. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(1);

    private final String secretId;
    private final String keyTime;
    private final String signKey;

    private QSigner(String secretId, String keyTime, String signKey) {
        this.secretId = secretId;
        this.keyTime = keyTime;
        this.signKey = signKey;
    }

    /**
     * @param now time by the vendor's clock, which is what it compares the span with
     */
    static QSigner at(Instant now, Credentials credentials) {
        String keyTime = now.minus(FAST_CLOCK).getEpochSecond() + ";"
                + now.plus(VALIDITY).getEpochSecond();
        return new QSigner(credentials.id(), keyTime, signKey(credentials.secret(), keyTime));
    }

    /** The Authorization header. Only what is given is signed, the query always as a whole. */
    String authorization(String method, String path, Map<String, String> query, Map<String, String> headers) {
        String text = stringToSign(keyTime, httpString(method, path, query, headers));
        return "q-sign-algorithm=sha1&q-ak=" + secretId
                + "&q-sign-time=" + keyTime
                + "&q-key-time=" + keyTime
                + "&q-header-list=" + names(headers)
                + "&q-url-param-list=" + names(query)
                + "&q-signature=" + signature(signKey, text);
    }

    /** The signature of an Authorization header, which stands at its end. */
    static String signature(String authorization) {
        return authorization.substring(authorization.lastIndexOf('=') + 1);
    }

    static String signKey(String secretKey, String keyTime) {
        return Digests.hex(Digests.hmac(Digests.HMAC_SHA1, Digests.utf8(secretKey), keyTime));
    }

    /** The key is the text of its hexadecimal digits. */
    static String signature(String signKey, String stringToSign) {
        return Digests.hex(Digests.hmac(Digests.HMAC_SHA1, Digests.utf8(signKey), stringToSign));
    }

    static String stringToSign(String keyTime, String httpString) {
        return "sha1\n" + keyTime + "\n" + Digests.sha1Hex(Digests.utf8(httpString)) + "\n";
    }

    static String httpString(String method, String path, Map<String, String> query, Map<String, String> headers) {
        return method.toLowerCase(Locale.ROOT) + "\n" + path + "\n" + pairs(query) + "\n" + pairs(headers) + "\n";
    }

    /** The names that are signed. */
    static String names(Map<String, String> values) {
        return String.join(";", sorted(values).keySet());
    }

    /** Names and values that are signed. */
    static String pairs(Map<String, String> values) {
        return sorted(values).entrySet().stream()
                .map(pair -> pair.getKey() + "=" + FormEncoding.percent(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static TreeMap<String, String> sorted(Map<String, String> values) {
        TreeMap<String, String> sorted = new TreeMap<>();
        values.forEach((name, value) ->
                sorted.put(FormEncoding.percent(name.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT), value));
        return sorted;
    }

    @Override
    public String toString() {
        return "QSigner[" + secretId + "]";
    }
}
