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
package io.github.camelvideo.examples.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the demonstration asks of the REST interface of the cluster; any worker answers. */
final class Connect {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();

    List<Worker> workers() {
        return workers;
    }

    /** Whether a connector was accepted: not before the cluster is up. */
    boolean configure(String name, String settings) throws InterruptedException {
        HttpResponse<String> response = send("PUT", "/connectors/" + name + "/config", settings);
        if (response != null && response.statusCode() == 400) {
            throw new IllegalStateException("Connect refuses the connector: " + response.body());
        }
        return response != null && response.statusCode() < 300;
    }

    /** A worker that runs a task of the connector, or null. */
    Worker workerOf(String name) throws InterruptedException, IOException {
        HttpResponse<String> response = send("GET", "/connectors/" + name + "/status", "");
        if (response == null || response.statusCode() != 200) {
            return null;
        }
        for (JsonNode task : JSON.readTree(response.body()).get("tasks")) {
            for (Worker worker : workers) {
                if (task.get("state").asText().equals("RUNNING")
                        && task.get("worker_id").asText().equals(worker.address())) {
                    return worker;
                }
            }
        }
        return null;
    }

    /** Null where no worker answers, as while they start. */
    private HttpResponse<String> send(String method, String path, String body) throws InterruptedException {
        for (Worker worker : workers) {
            try {
                return http.send(
                        HttpRequest.newBuilder(URI.create("http://" + worker.address() + path))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                continue; // it starts, or was killed; the next one may answer
            }
        }
        return null;
    }
}
