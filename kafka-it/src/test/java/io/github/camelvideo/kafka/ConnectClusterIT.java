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

import static io.github.camelvideo.kafka.ConnectCluster.awaiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors on a distributed Connect cluster with exactly-once support, with real brokers and workers. */
class ConnectClusterIT {

    @TempDir
    static Path folder;

    private static final Path EXACTLY_ONCE = WorkerProcess.SNIPPETS.resolve("connect-worker.properties");

    private static ConnectCluster cluster;

    private final VideoCloudSimulator simulator =
            VideoCloudSimulator.builder().rateLimits(false).start();

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = new ConnectCluster(2, EXACTLY_ONCE, folder);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        cluster.stop();
    }

    @AfterEach
    void closeSimulator() throws Exception {
        for (JsonNode connector : cluster.get("/connectors")) {
            cluster.change("DELETE", "/connectors/" + connector.asText(), null);
        }
        simulator.close();
    }

    private void raise(int count) {
        Instant now = simulator.clock().instant();
        simulator.world().raiseAlarms(count, now.minusSeconds(600), now.minusSeconds(120));
    }

    private static List<Long> ids(List<JsonNode> alarms) {
        return alarms.stream().map(alarm -> alarm.get("Id").asLong()).toList();
    }

    /** Reads until all alarms of the world are there, and a little longer. */
    private List<Long> readAll(KafkaConsumer<String, String> consumer, Set<Long> expected) {
        List<Long> read = new ArrayList<>();
        awaiting().until(() -> {
            read.addAll(ids(ConnectCluster.poll(consumer)));
            return new TreeSet<>(read).containsAll(expected);
        });
        return read;
    }

    @Test
    void alarmsArriveOnceAndAUserMovesTheFeedBackWithConnectsOwnInterface() throws Exception {
        raise(20);
        cluster.configure(
                "moved", ConnectCluster.settings(simulator, "moved", Map.of("exactly.once.support", "required")));
        Set<Long> all = simulator.world().alarmIds();
        try (KafkaConsumer<String, String> consumer = cluster.consumer("moved")) {
            assertThat(readAll(consumer, all)).containsExactlyInAnyOrderElementsOf(all);

            cluster.change("PUT", "/connectors/moved/stop", null);
            awaiting().until(() -> cluster.get("/connectors/moved/status")
                    .at("/connector/state")
                    .asText()
                    .equals("STOPPED"));
            JsonNode offsets = cluster.get("/connectors/moved/offsets").get("offsets");
            assertThat(offsets).hasSize(1);
            assertThat(Instant.parse(offsets.at("/0/offset/watermark").asText()))
                    .isBefore(Instant.now());
            Instant middle = simulator.world().alarms().stream()
                    .map(alarm -> alarm.createdAt())
                    .sorted()
                    .skip(12)
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> refused = cluster.send(
                    "PATCH",
                    "/connectors/moved/offsets",
                    patch(offsets.at("/0/partition"), "{\"startFrom\": \"tomorrow\"}"));
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(refused.body()).contains("tomorrow").contains("is not an instant such as 2026-05-01T00:00:00Z");

            cluster.change(
                    "PATCH",
                    "/connectors/moved/offsets",
                    patch(offsets.at("/0/partition"), "{\"startFrom\": \"" + middle + "\"}"));
            cluster.change("PUT", "/connectors/moved/resume", null);

            Set<Long> since = simulator.world().alarms().stream()
                    .filter(alarm -> !alarm.createdAt().isBefore(middle))
                    .map(alarm -> alarm.id())
                    .collect(Collectors.toSet());
            assertThat(readAll(consumer, since)).containsExactlyInAnyOrderElementsOf(since);
        }
    }

    private static String patch(JsonNode partition, String offset) {
        return "{\"offsets\": [{\"partition\": " + partition + ", \"offset\": " + offset + "}]}";
    }

    @Test
    void tasksFollowAListOfDevicesThatGrows() throws Exception {
        Path list = folder.resolve("devices.txt");
        List<String> devices =
                simulator.world().devices().stream().map(Device::id).toList();
        Files.write(list, devices.subList(0, 1));
        for (Device device : simulator.world().devices()) {
            for (int i = 0; i < 5; i++) {
                simulator.world().raiseAlarm(device, simulator.clock().instant().minusSeconds(300 + i));
            }
        }
        cluster.configure(
                "spread",
                ConnectCluster.settings(
                        simulator,
                        "spread",
                        Map.of(
                                "tasks.max",
                                "3",
                                "forEach",
                                "DeviceId",
                                "forEachIn",
                                "file:" + list,
                                "forEachRefresh",
                                "200")));
        awaiting().until(() -> cluster.workersOf("spread").size() == 1);
        try (KafkaConsumer<String, String> consumer = cluster.consumer("spread")) {
            List<Long> read = new ArrayList<>();
            awaiting().until(() -> {
                read.addAll(ids(ConnectCluster.poll(consumer)));
                return read.size() == 5;
            });

            Files.write(list, devices);

            awaiting().until(() -> cluster.workersOf("spread").size() == 3);
            assertThat(cluster.workersOf("spread").stream().distinct()).hasSize(2);
            awaiting().until(() -> {
                read.addAll(ids(ConnectCluster.poll(consumer)));
                return read.size() >= 15;
            });
            assertThat(read)
                    .containsExactlyInAnyOrderElementsOf(simulator.world().alarmIds());
        }
        awaiting().untilAsserted(() -> assertThat(
                        cluster.get("/connectors/spread/offsets").get("offsets"))
                .extracting(offset -> offset.at("/partition/partition").asText())
                .containsExactlyInAnyOrderElementsOf(devices));
    }

    /** Settings that the documentation shows, for the simulator. */
    private Map<String, String> shown(String... files) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String file : files) {
            settings.putAll(new JsonMapper()
                    .readValue(
                            WorkerProcess.SNIPPETS.resolve(file).toFile(),
                            new TypeReference<Map<String, String>>() {}));
        }
        settings.put("endpointUrl", simulator.url());
        settings.put("delay", "100");
        return settings;
    }

    @Test
    void theDocumentationShowsHowToReadAlarmsAndHowToReadThemAgain() throws Exception {
        raise(20);
        Set<Long> all = simulator.world().alarmIds();
        cluster.configure("camera-alarms", shown("kafka-connect-alarms.json", "kafka-connect-heartbeats.json"));
        try (KafkaConsumer<String, String> consumer = cluster.consumer("alarms")) {
            assertThat(readAll(consumer, all)).containsExactlyInAnyOrderElementsOf(all);

            cluster.change("PUT", "/connectors/camera-alarms/stop", null);
            cluster.change(
                    "PATCH",
                    "/connectors/camera-alarms/offsets",
                    Files.readString(WorkerProcess.SNIPPETS.resolve("kafka-connect-offsets.json")));
            cluster.change("PUT", "/connectors/camera-alarms/resume", null);

            assertThat(readAll(consumer, all)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(consumer.listTopics()).doesNotContainKey("alarms-heartbeat");
        }
    }

    @Test
    void theDocumentationShowsHowToReadManyDevices() throws Exception {
        for (Device device : simulator.world().devices()) {
            simulator.world().raiseAlarm(device, simulator.clock().instant().minusSeconds(300));
        }
        Set<Long> all = simulator.world().alarmIds();
        cluster.configure("devices", shown("kafka-connect-devices.json"));
        try (KafkaConsumer<String, String> consumer = cluster.consumer("alarms-by-device")) {
            assertThat(readAll(consumer, all)).containsExactlyInAnyOrderElementsOf(all);
        }
        awaiting().until(() -> cluster.workersOf("devices").size() == 3);
    }

    @Test
    void aMisspelledActionIsRefusedAtItsSetting() throws Exception {
        HttpResponse<String> response = cluster.send(
                "PUT",
                "/connector-plugins/" + TencentVideoSourceConnector.class.getName() + "/config/validate",
                "{\"connector.class\": \"" + TencentVideoSourceConnector.class.getName()
                        + "\", \"name\": \"x\", \"topic\": \"t\", \"api\": \"iotvideoindustry\", \"action\": \"DescribeWarning\","
                        + " \"secretId\": \"id\", \"secretKey\": \"canary\"}");

        assertThat(response.body())
                .contains("\"error_count\":1")
                .contains("did you mean 'DescribeWarnings'")
                .doesNotContain("canary");
    }
}
