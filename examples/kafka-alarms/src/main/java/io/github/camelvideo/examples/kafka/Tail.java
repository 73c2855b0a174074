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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as an application does that wants committed records alone. Used by one thread. */
final class Tail implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    /** Of these, every one is shown; there may be hundreds. */
    private static final int SHOWN = 3;

    private final KafkaConsumer<String, String> consumer;
    private final List<Long> ids = new ArrayList<>();

    Tail(String broker, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "tail",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** Reads what has come, for a moment at most; how many there are by now. */
    int read() throws IOException {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
            JsonNode alarm = JSON.readTree(record.value());
            ids.add(alarm.get("Id").asLong());
            if (ids.size() <= SHOWN) {
                System.out.println(record.key() + "  " + record.value());
            }
        }
        return ids.size();
    }

    /** The alarms, in the order in which they came. */
    List<Long> ids() {
        return ids;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
