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

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * Alarms of cameras come into a topic, through a Connect cluster whose workers are killed. The main thread does all of it, and ends with 0
 * only if no alarm is lost and none repeated.
 */
public final class KafkaAlarms {

    private static final int KILLS = 2;
    private static final int ALARMS_AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CONNECTOR = "camera-alarms";

    private final VideoCloudSimulator cloud = VideoCloudSimulator.start();
    private final Connect connect = new Connect();
    private final Path folder;
    private final Broker broker;
    private int shown;

    private KafkaAlarms() throws Exception {
        folder = Files.createTempDirectory("kafka-alarms");
        broker = new Broker();
    }

    public static void main(String[] arguments) throws Exception {
        KafkaAlarms demonstration = new KafkaAlarms();
        boolean isRight;
        try {
            isRight = demonstration.run();
        } finally {
            demonstration.stop();
        }
        System.exit(isRight ? 0 : 1);
    }

    private boolean run() throws Exception {
        say("Cloud simulator at " + cloud.url() + ", broker at " + broker.address());
        addWorker();
        addWorker();
        raise();
        String settings = settings();
        await("the cluster accepts the connector", () -> connect.configure(CONNECTOR, settings));
        say("Two workers run, and the connector is configured");
        try (Tail tail = new Tail(broker.address(), "alarms")) {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = tail.ids().size();
                raise();
                await("alarms arrive", () -> tail.read() > before);
                kill(tail);
            }
            raise();
            Set<Long> raised = cloud.world().alarmIds();
            await("all alarms are in the topic", () -> {
                tail.read();
                return new HashSet<>(tail.ids()).containsAll(raised);
            });
            // a repeated one would come behind them
            tail.read();
            return summary(raised, tail.ids());
        }
    }

    private static boolean summary(Set<Long> raised, List<Long> received) {
        Set<Long> different = new HashSet<>(received);
        long lost = raised.stream().filter(id -> !different.contains(id)).count();
        int repeated = received.size() - different.size();
        System.out.printf(
                "%nworkers killed %d, alarms raised %d, in the topic %d, lost %d, repeated %d%n",
                KILLS, raised.size(), received.size(), lost, repeated);
        return lost == 0 && repeated == 0;
    }

    private void addWorker() throws IOException {
        connect.workers().add(Worker.start(broker.address(), folder));
    }

    private void kill(Tail tail) throws Exception {
        await("a worker has a task", () -> connect.workerOf(CONNECTOR) != null);
        Worker worker = connect.workerOf(CONNECTOR);
        worker.kill();
        connect.workers().remove(worker);
        say("Worker " + worker.address() + " killed after " + tail.ids().size() + " alarms; another one starts");
        addWorker();
    }

    /** The connector's settings, with the addresses and keys of this run. */
    private String settings() throws IOException {
        try (InputStream file = KafkaAlarms.class.getResourceAsStream("/connector.json")) {
            ObjectNode settings = (ObjectNode) new JsonMapper().readTree(file);
            settings.put("endpointUrl", cloud.url());
            settings.put("secretId", VideoCloudSimulator.SECRET_ID);
            settings.put("secretKey", VideoCloudSimulator.SECRET_KEY);
            return settings.toString();
        }
    }

    /** Now, at all devices. */
    private void raise() {
        List<Device> devices = cloud.world().devices();
        for (int i = 0; i < ALARMS_AT_ONCE; i++) {
            cloud.world()
                    .raiseAlarm(devices.get(i % devices.size()), cloud.clock().instant());
        }
        say(ALARMS_AT_ONCE + " alarms raised");
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException(
                        "Not within " + PATIENCE + ": " + what + ". The workers' logs are in " + folder);
            }
            Thread.sleep(100);
        }
    }

    private void say(String line) {
        System.out.println(++shown + "  " + line);
    }

    private void stop() throws Exception {
        for (Worker worker : connect.workers()) {
            worker.kill();
        }
        broker.stop();
        cloud.close();
    }
}
