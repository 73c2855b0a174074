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

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** One broker in this process, in a directory of its own that goes with it. */
final class Broker {

    private static final String ONE = "1";

    private final KafkaClusterTestKit cluster;
    private final KafkaProducer<String, String> sender;

    Broker() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", ONE)
                .setConfigProp("offsets.topic.num.partitions", ONE)
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("group.min.session.timeout.ms", "1000")
                .setConfigProp("transaction.state.log.replication.factor", ONE)
                .setConfigProp("transaction.state.log.min.isr", ONE)
                .setConfigProp("transaction.state.log.num.partitions", ONE)
                .setConfigProp("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        sender = new KafkaProducer<>(clientProperties(), new StringSerializer(), new StringSerializer());
    }

    Properties clientProperties() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", address());
        return properties;
    }

    String address() {
        return cluster.bootstrapServers();
    }

    /** Returns when the broker has the record. */
    void send(String topic, String record) throws Exception {
        sender.send(new ProducerRecord<>(topic, record)).get(30, TimeUnit.SECONDS);
    }

    /** How many records of the topic's only partition a group has committed. */
    long committed(String group, String topic) throws Exception {
        try (Admin admin = Admin.create(clientProperties())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
            OffsetAndMetadata offset = offsets.get(new TopicPartition(topic, 0));
            return offset == null ? 0 : offset.offset();
        }
    }

    void stop() throws Exception {
        sender.close();
        cluster.close();
    }
}
