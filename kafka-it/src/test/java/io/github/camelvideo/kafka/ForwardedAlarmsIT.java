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

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the vendor forwards to Kafka and what its list shows, as one feed, with a real broker. */
class ForwardedAlarmsIT extends CamelTestSupport {

    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-06-01T00:00:00Z");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    private static Broker broker;

    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new Broker();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.stop();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        TencentVideoComponent component = new TencentVideoComponent();
        component.setClock(CLOCK);
        TencentVideoConfiguration configuration = component.getConfiguration();
        configuration.setSecretId(VideoCloudSimulator.SECRET_ID);
        configuration.setSecretKey(VideoCloudSimulator.SECRET_KEY);
        configuration.setEndpointUrl(CLOUD.simulator().url());
        configuration.setRateLimit(0);
        created.addComponent("tencent-video", component);
        KafkaComponent kafka = new KafkaComponent();
        kafka.getConfiguration().setBrokers(broker.address());
        created.addComponent("kafka", kafka);
        Properties properties = new Properties();
        properties.put("alarms.delay", "50");
        created.getPropertiesComponent().setOverrideProperties(properties);
        created.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        return created;
    }

    @Override
    protected RouteBuilder[] createRouteBuilders() {
        return new RouteBuilder[] {
            new ForwardedAlarms(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ticket")
                            .process(
                                    exchange -> told.add(exchange.getMessage().getHeader(TencentVideoConstants.ITEM_KEY)
                                            + " " + exchange.getMessage().getHeader(TencentVideoConstants.ORIGIN)));
                }
            }
        };
    }

    private static ConditionFactory soon(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    private static void forward(long id, Device device, Instant time) throws Exception {
        broker.send(
                "alarms",
                "{\"messageType\":1,\"payload\":{\"id\":" + id + ",\"deviceId\":\"" + device.id() + "\",\"createTime\":"
                        + time.getEpochSecond() + "}}");
    }

    @Test
    void eachAlarmIsDeliveredOnceAndRecordsAreCommittedWhenTheyAreTaken() throws Exception {
        Device device = CLOUD.simulator().world().addDevice("gate");
        soon("the first poll").until(() -> CLOUD.simulator().requests().count("DescribeWarnings") > 0);
        Instant time = CLOCK.instant().plusSeconds(1);
        CLOCK.advance(Duration.ofSeconds(60));
        long polled = CLOUD.simulator().world().raiseAlarm(device, time);
        soon("the polled alarm").until(() -> told.size() == 1);
        forward(polled, device, time);
        forward(polled + 1, device, time);
        soon("the forwarded alarm").until(() -> told.size() == 2);
        soon("both records").until(() -> broker.committed("tickets", "alarms") == 2);

        // nobody takes the record: it stays where it is
        context.getRouteController().suspendRoute("alarms");
        forward(polled + 2, device, time);
        forward(polled + 3, device, time);
        assertThat(CLOUD.simulator().world().raiseAlarm(device, time)).isEqualTo(polled + 1);
        assertThat(broker.committed("tickets", "alarms")).isEqualTo(2);
        context.getRouteController().resumeRoute("alarms");
        soon("the records that waited").until(() -> broker.committed("tickets", "alarms") == 4);
        soon("their alarms").until(() -> told.size() >= 4);
        int polls = CLOUD.simulator().requests().count("DescribeWarnings");
        soon("more polls").until(() -> CLOUD.simulator().requests().count("DescribeWarnings") > polls + 2);

        assertThat(told)
                .containsExactly(
                        polled + " poll",
                        (polled + 1) + " forward",
                        (polled + 2) + " forward",
                        (polled + 3) + " forward");
    }
}
