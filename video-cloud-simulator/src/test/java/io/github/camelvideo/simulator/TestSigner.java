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
package io.github.camelvideo.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests of tests the plain way: only content type and host, no caching, no options. */
final class TestSigner {

    private TestSigner() {}

    static String v3(
            String method,
            String query,
            String contentType,
            String host,
            byte[] body,
            String timestamp,
            String day,
            String service,
            String id,
            String key) {
        String canonical = method + "\n/\n" + query + "\ncontent-type:" + contentType.toLowerCase(Locale.ROOT)
                + "\nhost:" + host + "\n\ncontent-type;host\n" + sha(body);
        String scope = day + "/" + service + "/tc3_request";
        String text =
                "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + sha(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] derived = ("TC3" + key).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            derived = mac("HmacSHA256", derived, part);
        }
        return "TC3-HMAC-SHA256 Credential=" + id + "/" + scope + ", SignedHeaders=content-type;host, Signature="
                + HexFormat.of().formatHex(mac("HmacSHA256", derived, text));
    }

    static String v1(String method, String host, Map<String, String> parameters, String key) {
        StringBuilder text = new StringBuilder(method + host + "/?");
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('&'));
        text.setLength(text.length() - 1);
        String algorithm = parameters.getOrDefault("SignatureMethod", "HmacSHA1");
        return Base64.getEncoder()
                .encodeToString(mac(algorithm, key.getBytes(StandardCharsets.UTF_8), text.toString()));
    }

    /** API 2.0: dots are signed for underscores. */
    static String api2(String method, String host, Map<String, String> parameters, String key) {
        StringBuilder text = new StringBuilder(method + host + "/v2/index.php?");
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name.replace('_', '.'))
                .append('=')
                .append(value)
                .append('&'));
        text.setLength(text.length() - 1);
        return Base64.getEncoder()
                .encodeToString(mac("HmacSHA1", key.getBytes(StandardCharsets.UTF_8), text.toString()));
    }

    /** The interfaces of 2017. */
    static String md5(String text) {
        return hash("MD5", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of {@code Authorization} for the REST protocol, with the host alone among the signed headers. */
    static String q(
            String method, String path, Map<String, String> query, String host, String keyTime, String id, String key) {
        Map<String, String> sorted = new TreeMap<>();
        query.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), encoded(value)));
        String joined = sorted.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
        String request =
                method.toLowerCase(Locale.ROOT) + "\n" + path + "\n" + joined + "\nhost=" + encoded(host) + "\n";
        String text = "sha1\n" + keyTime + "\n" + hash("SHA-1", request.getBytes(StandardCharsets.UTF_8)) + "\n";
        return "q-sign-algorithm=sha1&q-ak=" + id + "&q-sign-time=" + keyTime + "&q-key-time=" + keyTime
                + "&q-header-list=host&q-url-param-list=" + String.join(";", sorted.keySet()) + "&q-signature="
                + hmac(hmac(key, keyTime), text);
    }

    /** RPC of Alibaba Cloud: escaped twice, the key with an ampersand behind it. */
    static String rpc(String method, Map<String, String> parameters, String key) {
        String joined = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(pair -> strict(pair.getKey()) + "=" + strict(pair.getValue()))
                        .collect(Collectors.joining("&"));
        String text = method + "&" + strict("/") + "&" + strict(joined);
        return Base64.getEncoder().encodeToString(mac("HmacSHA1", (key + "&").getBytes(StandardCharsets.UTF_8), text));
    }

    private static String strict(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (Character.isLetterOrDigit(each) || "-_.~".indexOf(each) >= 0);
            encoded.append(plain ? "" + (char) each : "%%%02X".formatted(each));
        }
        return encoded.toString();
    }

    private static String hmac(String key, String text) {
        return HexFormat.of().formatHex(mac("HmacSHA1", key.getBytes(StandardCharsets.UTF_8), text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String utcDay(String timestamp) {
        return Instant.ofEpochSecond(Long.parseLong(timestamp)).toString().substring(0, 10);
    }

    private static String sha(byte[] bytes) {
        return hash("SHA-256", bytes);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
