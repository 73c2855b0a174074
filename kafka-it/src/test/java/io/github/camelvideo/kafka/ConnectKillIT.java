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

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Device;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers are killed again and again while alarms are raised. */
class ConnectKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectKillIT.class);
    private static final int KILLS = Integer.getInteger("kafka.kills", 20);
    private static final int ALARMS_BETWEEN = 40;

    @TempDir
    Path folder;

    private final VideoCloudSimulator simulator =
            VideoCloudSimulator.builder().rateLimits(false).start();

    /** Of any device, dated now, so that they arrive while workers die. */
    private void raise(int count) {
        List<Device> devices = simulator.world().devices();
        for (int i = 0; i < count; i++) {
            simulator
                    .world()
                    .raiseAlarm(
                            devices.get(i % devices.size()),
                            simulator.clock().instant().minusMillis(i));
        }
    }

    private List<Long> run(boolean exactlyOnce, int kills, Map<String, String> more) throws Exception {
        List<Long> read = new ArrayList<>();
        ConnectCluster cluster = new ConnectCluster(
                2, exactlyOnce ? WorkerProcess.SNIPPETS.resolve("connect-worker.properties") : null, folder);
        try {
            Map<String, String> settings = new HashMap<>(more);
            settings.put("gracePeriod", "0");
            // small batches, so that a kill finds some that are not stored
            settings.put("max.batch.size", "7");
            raise(ALARMS_BETWEEN);
            cluster.configure("alarms", ConnectCluster.settings(simulator, "alarms", settings));
            try (KafkaConsumer<String, String> consumer = cluster.consumer("alarms")) {
                for (int kill = 0; kill < kills; kill++) {
                    int before = read.size();
                    raise(ALARMS_BETWEEN);
                    // in the middle of what was raised
                    awaiting().until(() -> {
                        ConnectCluster.poll(consumer)
                                .forEach(alarm -> read.add(alarm.get("Id").asLong()));
                        return read.size() > before;
                    });
                    cluster.killWorkerOf("alarms");
                    LOG.info("kill {} after {} records", kill + 1, read.size());
                }
                Set<Long> all = simulator.world().alarmIds();
                awaiting().until(() -> {
                    ConnectCluster.poll(consumer)
                            .forEach(alarm -> read.add(alarm.get("Id").asLong()));
                    return new TreeSet<>(read).containsAll(all);
                });
                // what comes behind the last one
                Instant end = Instant.now().plusSeconds(3);
                awaiting().until(() -> {
                    ConnectCluster.poll(consumer)
                            .forEach(alarm -> read.add(alarm.get("Id").asLong()));
                    return Instant.now().isAfter(end);
                });
            }
        } finally {
            cluster.stop();
            simulator.close();
        }
        return read;
    }

    private void tell(String what, int kills, List<Long> read) {
        Set<Long> all = simulator.world().alarmIds();
        long lost = all.stream().filter(id -> !read.contains(id)).count();
        long repeated = read.size() - read.stream().distinct().count();
        LOG.info("{}: kills {}, raised {}, lost {}, repeated {}", what, kills, all.size(), lost, repeated);
        System.out.printf("%s: kills %d, raised %d, lost %d, repeated %d%n", what, kills, all.size(), lost, repeated);
    }

    @Test
    void nothingIsLostAndNothingRepeatedWithExactlyOnceSupport() throws Exception {
        String devices = simulator.world().devices().stream().map(Device::id).collect(Collectors.joining(","));
        List<Long> read = run(true, KILLS, Map.of("forEach", "DeviceId", "forEachIn", devices));

        tell("exactly once", KILLS, read);
        assertThat(read).containsExactlyInAnyOrderElementsOf(simulator.world().alarmIds());
    }

    @Test
    void nothingIsLostWithoutExactlyOnceSupport() throws Exception {
        int kills = Math.max(1, KILLS / 5);
        List<Long> read = run(false, kills, Map.of("lookback", "PT2H"));

        tell("at least once", kills, read);
        assertThat(new TreeSet<>(read)).isEqualTo(simulator.world().alarmIds());
    }
}
