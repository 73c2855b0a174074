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

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A worker of a distributed Connect cluster in a process of its own, which can be killed. */
final class WorkerProcess {

    /** What the documentation shows. */
    static final Path SNIPPETS = Path.of("..", "docs", "src", "test", "resources", "snippets");

    private final Process process;
    private final int port;
    private final Path folder;

    private WorkerProcess(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * Starts a worker.
     *
     * @param brokers addresses of the brokers
     * @param settings a file with more settings, or null
     */
    static WorkerProcess start(String brokers, Path settings, Path root) throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory(root, "worker");
        Map<String, String> properties = new TreeMap<>(Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "connect",
                "listeners",
                "http://127.0.0.1:" + port,
                "rest.advertised.host.name",
                "127.0.0.1",
                "rest.advertised.port",
                Integer.toString(port),
                "key.converter",
                "org.apache.kafka.connect.json.JsonConverter",
                "value.converter",
                "org.apache.kafka.connect.json.JsonConverter",
                "plugin.discovery",
                "service_load",
                "offset.flush.interval.ms",
                "500"));
        if (settings != null) {
            Properties shown = new Properties();
            try (Reader file = Files.newBufferedReader(settings)) {
                shown.load(file);
            }
            shown.forEach((name, value) -> properties.put((String) name, (String) value));
        }
        properties.put("key.converter.schemas.enable", "false");
        properties.put("value.converter.schemas.enable", "false");
        for (String topic : List.of("config", "offset", "status")) {
            properties.put(topic + ".storage.topic", "connect-" + topic);
            properties.put(topic + ".storage.replication.factor", "1");
        }
        properties.put("offset.storage.partitions", "3");
        properties.put("status.storage.partitions", "1");
        // a killed worker is missed soon, and its tasks are given away at once
        properties.put("session.timeout.ms", "4000");
        properties.put("heartbeat.interval.ms", "500");
        properties.put("rebalance.timeout.ms", "10000");
        properties.put("scheduled.rebalance.max.delay.ms", "0");
        Path file = folder.resolve("worker.properties");
        Files.write(
                file,
                properties.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.toList()));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "org.apache.kafka.connect.cli.ConnectDistributed",
                file.toString());
        // in the environment: on the command line it may be too long
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("TENCENTCLOUD_SECRET_ID", VideoCloudSimulator.SECRET_ID);
        builder.environment().put("TENCENTCLOUD_SECRET_KEY", VideoCloudSimulator.SECRET_KEY);
        builder.directory(folder.toFile());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        return new WorkerProcess(process, port, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Host and port, as the cluster names the worker. */
    String id() {
        return "127.0.0.1:" + port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Where its log is. */
    Path folder() {
        return folder;
    }

    /** Ends it without any last step of its own. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}
