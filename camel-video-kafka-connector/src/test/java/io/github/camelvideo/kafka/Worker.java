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

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectorContext;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * What Connect does with a connector, without Kafka: the calls in their order, offsets as JSON, records in a list. Polls are made by the
 * test's thread.
 */
final class Worker {

    private static final RecordMetadata SENT = new RecordMetadata(new TopicPartition("t", 0), 0, 0, 0, 0, 0);
    private static final JsonMapper JSON = new JsonMapper();

    /** Offsets by their keys, both as JSON; they survive the worker. */
    final Map<String, String> offsets = new HashMap<>();

    final List<SourceRecord> records = new ArrayList<>();
    final AtomicInteger reconfigurations = new AtomicInteger();
    private final List<VideoSourceTask> tasks = new ArrayList<>();
    private VideoSourceConnector connector;
    private Predicate<SourceRecord> dropped = record -> false;

    /** Settings for a feed of the simulator. */
    static Map<String, String> settings(VideoCloudSimulator simulator, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "name", "test",
                "connector.class", TencentVideoSourceConnector.class.getName(),
                "api", "iotvideoindustry",
                "action", "DescribeWarnings",
                "topic", "alarms",
                "delay", "10",
                "endpointUrl", simulator.url(),
                "secretId", VideoCloudSimulator.SECRET_ID,
                "secretKey", VideoCloudSimulator.SECRET_KEY));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** A transformation filters these records. */
    Worker dropping(Predicate<SourceRecord> which) {
        dropped = which;
        return this;
    }

    Worker start(Map<String, String> settings, int maxTasks) {
        connector = settings.get("connector.class").contains("Aliyun")
                ? new AliyunLinkVisualSourceConnector()
                : new TencentVideoSourceConnector();
        assertThat(connector.validate(settings).configValues())
                .flatExtracting(ConfigValue::errorMessages)
                .isEmpty();
        connector.initialize(new ConnectorContext() {

            @Override
            public void requestTaskReconfiguration() {
                reconfigurations.incrementAndGet();
            }

            @Override
            public void raiseError(Exception e) {
                throw new IllegalStateException(e);
            }

            @Override
            public PluginMetrics pluginMetrics() {
                throw new UnsupportedOperationException("metrics");
            }
        });
        connector.start(settings);
        startTasks(maxTasks);
        return this;
    }

    void startTasks(int maxTasks) {
        for (Map<String, String> task : connector.taskConfigs(maxTasks)) {
            VideoSourceTask started = new VideoSourceTask();
            started.initialize(context(task));
            started.start(task);
            tasks.add(started);
        }
    }

    int tasks() {
        return tasks.size();
    }

    private SourceTaskContext context(Map<String, String> settings) {
        return new SourceTaskContext() {

            @Override
            public Map<String, String> configs() {
                return settings;
            }

            @Override
            public OffsetStorageReader offsetStorageReader() {
                return reader();
            }

            @Override
            public PluginMetrics pluginMetrics() {
                throw new UnsupportedOperationException("metrics");
            }
        };
    }

    private OffsetStorageReader reader() {
        return new OffsetStorageReader() {

            @Override
            public <T> Map<String, Object> offset(Map<String, T> partition) {
                return offsets(List.of(partition)).get(partition);
            }

            @Override
            public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                synchronized (offsets) {
                    partitions.forEach(partition -> {
                        String offset = offsets.get(json(partition));
                        if (offset != null) {
                            found.put(partition, map(offset));
                        }
                    });
                }
                return found;
            }
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One poll of each task, whose records and offsets are stored at once. */
    Worker poll() throws InterruptedException {
        for (VideoSourceTask task : tasks) {
            store(task, task.poll());
        }
        return this;
    }

    private void store(VideoSourceTask task, List<SourceRecord> polled) {
        if (polled == null) {
            return;
        }
        for (SourceRecord record : polled) {
            boolean isDropped = dropped.test(record);
            if (!isDropped) {
                records.add(record);
                synchronized (offsets) {
                    offsets.put(json(record.sourcePartition()), json(record.sourceOffset()));
                }
            }
        }
        polled.forEach(record -> task.commitRecord(record, dropped.test(record) ? null : SENT));
    }

    /**
     * Polls the first task until items come, some of these arrive, Connect stores the offsets of these and no others, and the worker dies.
     *
     * @return how many records came with them
     */
    int pollAndDieAfter(int stored) throws InterruptedException {
        List<SourceRecord> polled = null;
        while (polled == null || polled.get(0).topic().endsWith("-heartbeat")) {
            store(tasks.get(0), polled);
            polled = tasks.get(0).poll();
        }
        store(tasks.get(0), polled.subList(0, Math.min(stored, polled.size())));
        stop();
        return polled.size();
    }

    /** Polls the first task, and the worker dies before it can store anything: what was polled, and is lost with it. */
    List<SourceRecord> pollAndDie() throws InterruptedException {
        List<SourceRecord> polled = tasks.get(0).poll();
        stop();
        return polled == null ? List.of() : polled;
    }

    void stop() {
        tasks.forEach(VideoSourceTask::stop);
        tasks.clear();
        connector.stop();
    }

    /** A user sets an offset, as with PATCH /connectors/x/offsets. */
    void alter(Map<String, Object> partition, Map<String, Object> offset) {
        Map<Map<String, ?>, Map<String, ?>> all = new HashMap<>();
        all.put(partition, offset);
        assertThat(new TencentVideoSourceConnector().alterOffsets(Map.of(), all))
                .isTrue();
        if (offset == null) {
            offsets.remove(json(partition));
        } else {
            offsets.put(json(partition), json(offset));
        }
    }

    /** The keys of all offsets without segments. */
    List<Map<String, Object>> sourcePartitions() {
        return offsets.keySet().stream()
                .map(Worker::map)
                .filter(key -> !key.containsKey("segment"))
                .toList();
    }

    /** Those of a topic. */
    List<SourceRecord> of(String topic) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
