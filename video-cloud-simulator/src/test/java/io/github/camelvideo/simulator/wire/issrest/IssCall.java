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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One request of a test, right in every part until the test spoils one. */
final class IssCall {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VideoCloudSimulator simulator;
    private final String method;
    private final String path;
    private final Map<String, String> query = new TreeMap<>();
    private byte[] body = {};
    private String contentType = "application/json";
    String key = VideoCloudSimulator.SECRET_KEY;
    String id = VideoCloudSimulator.SECRET_ID;
    String token;
    String authorization;
    /** Names in the signature instead of those of the query. */
    String names;

    long begin;
    long end;

    IssCall(VideoCloudSimulator simulator, String method, String path) {
        this.simulator = simulator;
        this.method = method;
        this.path = path;
        begin = simulator.clock().instant().getEpochSecond();
        end = begin + 60;
    }

    IssCall query(String name, String value) {
        query.put(name, value);
        return this;
    }

    IssCall body(String json) {
        return body("application/json", json);
    }

    IssCall body(String type, String content) {
        contentType = type;
        body = content.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** The StatusCode of the answer. */
    int code() {
        return json().get("StatusCode").asInt();
    }

    JsonNode json() {
        try {
            return JSON.readTree(send().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> send() {
        String encoded = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.url() + path + (encoded.isEmpty() ? "" : "?" + encoded)))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", authorization == null ? signed() : authorization);
        if (body.length > 0) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("x-iss-security-token", token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String signed() {
        Map<String, String> lower = new TreeMap<>();
        query.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), encoded(value)));
        String pairs = lower.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
        String time = begin + ";" + end;
        String host = "127.0.0.1%3A" + simulator.port();
        String text = method.toLowerCase(Locale.ROOT) + "\n" + path + "\n" + pairs + "\nhost=" + host + "\n";
        String signature = mac(mac(key, time), "sha1\n" + time + "\n" + sha1(text) + "\n");
        return "q-sign-algorithm=sha1&q-ak=" + id + "&q-sign-time=" + time + "&q-key-time=" + time
                + "&q-header-list=host&q-url-param-list=" + (names == null ? String.join(";", lower.keySet()) : names)
                + "&q-signature=" + signature;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
