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
package io.github.camelvideo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A broker in this process, workers in processes of their own, and Connect's REST interface. Used by one thread. */
final class ConnectCluster {

    private static final JsonMapper JSON = new JsonMapper();

    private final Broker broker;
    private final Path workerSettings;
    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<WorkerProcess> workers = new ArrayList<>();

    /** @param workerSettings a file with settings of workers besides, or null */
    ConnectCluster(int size, Path workerSettings, Path folder) throws Exception {
        this.broker = new Broker();
        this.workerSettings = workerSettings;
        this.folder = folder;
        for (int i = 0; i < size; i++) {
            addWorker();
        }
        awaiting().until(() -> get("/connectors").isArray());
    }

    /** Patient, because all processes share a machine that may be busy. */
    static ConditionFactory awaiting() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions();
    }

    void addWorker() throws IOException {
        workers.add(WorkerProcess.start(broker.address(), workerSettings, folder));
    }

    /** Settings of a connector for a feed of the simulator. */
    static Map<String, String> settings(VideoCloudSimulator simulator, String topic, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "connector.class",
                TencentVideoSourceConnector.class.getName(),
                "tasks.max",
                "2",
                "api",
                "iotvideoindustry",
                "action",
                "DescribeWarnings",
                "topic",
                topic,
                "delay",
                "100",
                "startFrom",
                "PT1H",
                "endpointUrl",
                simulator.url(),
                "secretId",
                VideoCloudSimulator.SECRET_ID,
                "secretKey",
                VideoCloudSimulator.SECRET_KEY));
        settings.putAll(more);
        return settings;
    }

    void configure(String connector, Map<String, String> settings) {
        awaiting().untilAsserted(() -> assertThat(
                        send("PUT", "/connectors/" + connector + "/config", JSON.writeValueAsString(settings))
                                .statusCode())
                .isIn(200, 201));
    }

    /** Connect answers 409 while it rebalances. */
    void change(String method, String path, String body) {
        awaiting().untilAsserted(() -> {
            HttpResponse<String> response = send(method, path, body);
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        });
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        IOException failure = null;
        for (WorkerProcess worker : workers) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + worker.id() + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                failure = e; // not started yet
            }
        }
        throw failure;
    }

    /** The workers that run tasks of a connector, by task. */
    List<String> workersOf(String connector) throws Exception {
        List<String> ids = new ArrayList<>();
        get("/connectors/" + connector + "/status").get("tasks").forEach(task -> {
            if (task.get("state").asText().equals("RUNNING")) {
                ids.add(task.get("worker_id").asText());
            }
        });
        return ids;
    }

    /** Kills a worker that runs a task of the connector, and starts another one. */
    void killWorkerOf(String connector) throws Exception {
        awaiting().until(() -> workersOf(connector).stream().anyMatch(id -> find(id) != null));
        String id = workersOf(connector).stream()
                .filter(worker -> find(worker) != null)
                .findFirst()
                .orElseThrow();
        WorkerProcess worker = find(id);
        worker.kill();
        workers.remove(worker);
        addWorker();
    }

    private WorkerProcess find(String id) {
        return workers.stream()
                .filter(worker -> worker.id().equals(id))
                .findAny()
                .orElse(null);
    }

    /** A consumer that sees what is committed, from the beginning. */
    KafkaConsumer<String, String> consumer(String topic) {
        Properties properties = broker.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", "reader-of-" + topic);
        properties.put("enable.auto.commit", "false");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** What a consumer has not seen yet. */
    static List<JsonNode> poll(KafkaConsumer<String, String> consumer) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
            values.add(JSON.readTree(record.value()));
        }
        return values;
    }

    void stop() throws Exception {
        for (WorkerProcess worker : workers) {
            worker.kill();
        }
        broker.stop();
    }
}
