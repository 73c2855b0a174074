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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.util.FileUtil;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes that show device events of Link Visual: in docs/feeds.md, and beside a push in docs/recipes.md. */
class DeviceEventRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @BeforeEach
    void listOneDevice() throws IOException {
        FileUtil.removeDir(new File("data"));
        Files.createDirectories(Path.of("data"));
        Files.writeString(Path.of("data/devices.txt"), "device-1\n");
    }

    @Test
    void theEventsOfTheDevicesListedArriveWithTheirDevice() throws Exception {
        cloudHas("a", "b");
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties("offsets-file.properties")
                .routes("events.yaml")
                .start()) {
            MockEndpoint events = application.mock("jms:queue:events");
            events.expectedMessageCount(2);

            events.assertIsSatisfied();

            assertThat(events.getExchanges())
                    .extracting(exchange -> exchange.getIn().getBody(String.class))
                    .allSatisfy(body -> assertThat(body).contains("\"IotId\":\"device-1\""));
        }
    }

    @Test
    void whatWasPushedIsNotPassedOnAgainWhenItIsPolled() throws Exception {
        cloudHas();
        try (AlarmApplication application = withPush().start()) {
            MockEndpoint events = application.mock("jms:queue:events");
            application.context().getRouteController().stopRoute("polled");
            push(application, "/a/b/thing/event/property/post", "{\"iotId\":\"device-1\",\"eventId\":\"a\"}");
            await().until(() -> seen(application).contains("device-1/a"));

            cloudHas("a", "b");
            application.context().getRouteController().startRoute("polled");
            await().until(() -> seen(application).contains("device-1/b"));
            application.settle();

            assertThat(events.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("eventKey", String.class))
                    .containsExactly("device-1/a", "device-1/b");
        }
    }

    @Test
    void theStatusOfADeviceIsPassedOnAsItCame() throws Exception {
        cloudHas();
        try (AlarmApplication application = withPush().start()) {
            MockEndpoint states = application.mock("jms:queue:devices.status");
            states.expectedBodiesReceived("{\"status\":\"offline\"}");

            push(application, "/as/mqtt/status/a/b", "{\"status\":\"offline\"}");

            states.assertIsSatisfied();
        }
    }

    /** Its key would be that of all others without one, and all but the first would be dropped. */
    @Test
    void aPushWithoutAnEventIsKeptApart() throws Exception {
        cloudHas();
        try (AlarmApplication application = withPush().start()) {
            MockEndpoint others = application.mock("jms:queue:devices.other");
            others.expectedMessageCount(2);

            push(application, "/a/b/thing/event/property/post", "{\"iotId\":\"device-1\"}");
            push(application, "/a/b/thing/event/property/post", "{\"iotId\":\"device-1\",\"eventId\":\"\"}");

            others.assertIsSatisfied();
        }
    }

    /** As far as it goes without a broker: routes are made, none is started. */
    @Test
    void theConnectionOfThePushIsMadeOfItsProperties() {
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties("push.properties")
                .routes("push.yaml")
                .property("camel.main.auto-startup", "false")
                .start()) {
            AMQPComponent amqp = application.context().getComponent("amqp", AMQPComponent.class);

            JmsConnectionFactory connections =
                    (JmsConnectionFactory) amqp.getConfiguration().getConnectionFactory();

            assertThat(connections.getUsername())
                    .startsWith("CLIENT|authMode=aksign")
                    .endsWith("GROUP|");
            assertThat(connections.getRemoteURI()).startsWith("failover:(amqps://");
            assertThat(application.context().getRoute("pushed").getEndpoint().getEndpointUri())
                    .isEqualTo("amqp://queue:default");
        }
    }

    /** A queue of this process in the place of the vendor's. */
    private static AlarmApplication withPush() {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("amqp", new SedaComponent())
                .property("push.queue", "default")
                .property("push.event-key", "${body[iotId]}/${body[eventId]}")
                .routes("push.yaml");
    }

    private static void push(AlarmApplication application, String topic, String json) {
        application.context().createProducerTemplate().sendBodyAndHeader("amqp:queue:default", json, "topic", topic);
    }

    private static MemoryIdempotentRepository seen(AlarmApplication application) {
        return application.context().getRegistry().lookupByNameAndType("seen", MemoryIdempotentRepository.class);
    }

    /** From now on the cloud lists these events of a minute ago, whatever the window. */
    private static void cloudHas(String... ids) {
        String time = LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                .minusMinutes(1)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
        String items = Arrays.stream(ids)
                .map(id -> "{\"EventId\":\"%s\",\"EventType\":1,\"EventTime\":\"%s\"}".formatted(id, time))
                .collect(Collectors.joining(","));
        CLOUD.simulator()
                .answer(
                        "linkvisual/QueryDeviceEvent",
                        "{\"RequestId\":\"1\",\"Success\":true,\"Data\":{\"Total\":%d,\"PageCount\":1,\"List\":[%s]}}"
                                .formatted(ids.length, items));
    }
}
