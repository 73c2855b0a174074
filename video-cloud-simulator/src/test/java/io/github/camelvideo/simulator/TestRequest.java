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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** One request of a test, right in every part until the test spoils one. */
final class TestRequest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final VideoCloudSimulator simulator;
    String method = "POST";
    String action;
    String version = "2020-12-01";
    String region = "ap-guangzhou";
    String service = "iotvideoindustry";
    String id = VideoCloudSimulator.SECRET_ID;
    String key = VideoCloudSimulator.SECRET_KEY;
    String token;
    String contentType = "application/json";
    String body = "{}";
    String timestamp;
    String path = "/";
    String authorization;
    /** Day of the credential scope; the timestamp's when null. */
    String day;

    String nonce = Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    Duration timeout = Duration.ofSeconds(20);
    /** Parameters of a query or form. */
    final Map<String, String> flat = new LinkedHashMap<>();

    TestRequest(VideoCloudSimulator simulator, String action) {
        this.simulator = simulator;
        this.action = action;
        this.timestamp = Long.toString(simulator.clock().instant().getEpochSecond());
    }

    TestRequest with(String json) {
        body = json;
        return this;
    }

    TestRequest with(String name, String value) {
        flat.put(name, value);
        return this;
    }

    /** The content of {@code Response}. */
    JsonNode answer() {
        return parse(send());
    }

    JsonNode answerV3Get() {
        return parse(sendV3Get());
    }

    JsonNode answerV1(String httpMethod, String signatureMethod) {
        return parse(sendV1(httpMethod, signatureMethod));
    }

    /** The error code, or null. */
    String code() {
        return answer().at("/Error/Code").textValue();
    }

    HttpResponse<String> send() {
        return sendV3("");
    }

    HttpResponse<String> sendV3Get() {
        method = "GET";
        contentType = FORM;
        body = "";
        return sendV3(encoded(flat));
    }

    private HttpResponse<String> sendV3(String query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.url() + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(timeout);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.method(method, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        request.header("Content-Type", contentType);
        header(request, "X-TC-Action", action);
        header(request, "X-TC-Version", version);
        header(request, "X-TC-Region", region);
        header(request, "X-TC-Token", token);
        header(request, "X-TC-Timestamp", timestamp);
        String signed = authorization != null
                ? authorization
                : TestSigner.v3(
                        method,
                        query,
                        contentType,
                        host(),
                        bytes,
                        timestamp,
                        day == null ? TestSigner.utcDay(timestamp) : day,
                        service,
                        id,
                        key);
        header(request, "Authorization", signed);
        return send(request.build());
    }

    HttpResponse<String> sendV1(String httpMethod, String signatureMethod) {
        Map<String, String> all = new TreeMap<>(flat);
        all.put("Action", action);
        all.put("Version", version);
        all.put("Region", region);
        all.put("Timestamp", timestamp);
        all.put("Nonce", nonce);
        all.put("SecretId", id);
        all.put("SignatureMethod", signatureMethod);
        if (token != null) {
            all.put("Token", token);
        }
        all.values().removeIf(Objects::isNull);
        all.put("Signature", TestSigner.v1(httpMethod, host(), all, key));
        String encoded = encoded(all);
        boolean get = httpMethod.equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.url() + path + (get ? "?" + encoded : "")))
                .timeout(timeout)
                .method(httpMethod, get ? BodyPublishers.noBody() : BodyPublishers.ofString(encoded));
        return send(get ? request.build() : request.header("Content-Type", FORM).build());
    }

    private String host() {
        return "127.0.0.1:" + simulator.port();
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (value != null && !value.isEmpty()) {
            request.header(name, value);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            if (response.statusCode() != 200) {
                throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body()).get("Response");
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
