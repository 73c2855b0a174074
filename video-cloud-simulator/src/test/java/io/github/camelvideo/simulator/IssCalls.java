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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls of the surveillance platform; single quotes in the request stand for double ones. */
record IssCalls(VideoCloudSimulator simulator) {

    static final ApiCatalog API = SimulatedApis.with(null).catalog("iss");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----edge----";

    /** The value of {@code Data} of an answer that must be good. */
    JsonNode data(String action, String request) {
        JsonNode answer = call(action, request);
        assertThat(answer.path("StatusCode").asInt(200))
                .as("%s %s: %s", action, request, answer)
                .isEqualTo(200);
        return answer.has("StatusCode") ? answer.path("Data") : answer;
    }

    /** The status code in the envelope. */
    String code(String action, String request) {
        return call(action, request).path("StatusCode").asText();
    }

    /** The whole answer. */
    JsonNode call(String action, String request) {
        try {
            return JSON.readTree(send(action, request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> send(String actionName, String json) {
        try {
            Action action = API.action(actionName);
            ObjectNode parameters = (ObjectNode) JSON.readTree(json.replace('\'', '"'));
            Map<String, String> query = new TreeMap<>();
            ObjectNode body = JSON.createObjectNode();
            parameters.properties().forEach(entry -> {
                Field field = action.parameters().get(entry.getKey());
                if (field != null && field.in().contains(Field.Place.QUERY)) {
                    query.put(entry.getKey(), entry.getValue().asText());
                }
                if (field == null || field.in().contains(Field.Place.BODY)) {
                    body.set(entry.getKey(), entry.getValue());
                }
            });
            return HTTP.send(request(action, query, body), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(Action action, Map<String, String> query, ObjectNode body) {
        String method = action.wire().method();
        String path = action.wire().path();
        long now = simulator.clock().instant().getEpochSecond();
        String authorization = TestSigner.q(
                method,
                path,
                query,
                "127.0.0.1:" + simulator.port(),
                now + ";" + (now + 600),
                VideoCloudSimulator.SECRET_ID,
                VideoCloudSimulator.SECRET_KEY);
        String joined = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.url() + path + (joined.isEmpty() ? "" : "?" + joined)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", authorization);
        if (body.isEmpty()) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        boolean form = action.wire().body() == Action.Body.MULTIPART;
        return request.header("Content-Type", form ? "multipart/form-data; boundary=" + BOUNDARY : "application/json")
                .method(method, BodyPublishers.ofString(form ? form(action, body) : body.toString()))
                .build();
    }

    private static String form(Action action, ObjectNode body) {
        StringBuilder form = new StringBuilder();
        body.properties().forEach(entry -> {
            boolean file =
                    action.parameters().get(entry.getKey()).type().toString().equals("File");
            form.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            form.append(entry.getKey())
                    .append(file ? "\"; filename=\"file\"" : "\"")
                    .append("\r\n\r\n");
            form.append(entry.getValue().asText()).append("\r\n");
        });
        return form.append("--").append(BOUNDARY).append("--\r\n").toString();
    }
}
