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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** One request by the RPC protocol, right in every part until the test spoils one. */
final class AliyunCall {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VideoCloudSimulator simulator;
    /** All parameters but the signature. */
    final Map<String, String> all = new TreeMap<>();

    String method = "POST";
    /** What the signature is made with. */
    String signedMethod;

    String key = VideoCloudSimulator.SECRET_KEY;
    String contentType = "application/x-www-form-urlencoded";
    /** Whether all parameters travel in the body. */
    boolean form;
    /** A body beside parameters in the query. */
    String body = "";

    AliyunCall(VideoCloudSimulator simulator, String action) {
        this.simulator = simulator;
        all.put("Action", action);
        all.put("Version", "2018-01-20");
        all.put("Format", "JSON");
        all.put("AccessKeyId", VideoCloudSimulator.SECRET_ID);
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", UUID.randomUUID().toString());
        all.put(
                "Timestamp",
                simulator.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("RegionId", "cn-shanghai");
    }

    AliyunCall with(String name, Object value) {
        all.put(name, value.toString());
        return this;
    }

    /** The parameters of a JSON object, whose single quotes stand for double ones, with lists flattened. */
    AliyunCall with(String json) {
        try {
            JSON.readTree(json.replace('\'', '"'))
                    .properties()
                    .forEach(entry -> flatten(entry.getKey(), entry.getValue()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flatten(String name, JsonNode value) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(name + "." + (i + 1), value.get(i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(entry -> flatten(name + "." + entry.getKey(), entry.getValue()));
        } else {
            all.put(name, value.asText());
        }
    }

    /** The value of {@code Data} of an answer that must be good. */
    JsonNode data() {
        JsonNode answer = answer();
        if (!answer.path("Success").asBoolean()) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("Data");
    }

    /** The error code in either envelope, or 200. */
    String code() {
        return answer().path("Code").asText();
    }

    JsonNode answer() {
        try {
            return JSON.readTree(send().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send() {
        Map<String, String> signed = new TreeMap<>(all);
        signed.putIfAbsent("Signature", TestSigner.rpc(signedMethod == null ? method : signedMethod, all, key));
        String encoded = signed.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.url() + "/" + (form ? "" : "?" + encoded)))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(form ? encoded : body));
        if (form || !body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
