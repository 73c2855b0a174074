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
import io.github.camelvideo.simulator.world.LinkVisual;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

    private static final String EVENT = "/product/camera/thing/event/alarm/post";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private List<String> devices;

    /** The third device is not listed. */
    @BeforeEach
    void listTwoDevices() throws IOException {
        devices = world().addDevices(3);
        FileUtil.removeDir(new File("data"));
        Files.createDirectories(Path.of("data"));
        Files.write(Path.of("data/devices.txt"), devices.subList(0, 2));
    }

    @Test
    void theEventsOfTheDevicesListedArriveWithTheirDevice() throws Exception {
        devices.forEach(DeviceEventRoutesIT::raise);
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
                    .anySatisfy(body -> assertThat(body).contains("\"IotId\":\"" + devices.get(0) + "\""))
                    .anySatisfy(body -> assertThat(body).contains("\"IotId\":\"" + devices.get(1) + "\""));
        }
    }

    @Test
    void whatWasPushedIsNotPassedOnAgainWhenItIsPolled() throws Exception {
        String device = devices.get(0);
        try (AlarmApplication application = withPush().start()) {
            MockEndpoint events = application.mock("jms:queue:events");
            application.context().getRouteController().stopRoute("polled");
            String first = raise(device);
            push(application, EVENT, "{\"iotId\":\"%s\",\"eventId\":\"%s\"}".formatted(device, first));
            await().until(() -> seen(application).contains(device + "/" + first));

            String second = raise(device);
            application.context().getRouteController().startRoute("polled");
            await().until(() -> seen(application).contains(device + "/" + second));
            application.settle();

            assertThat(events.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("eventKey", String.class))
                    .containsExactly(device + "/" + first, device + "/" + second);
        }
    }

    @Test
    void theStatusOfADeviceIsPassedOnAsItCame() throws Exception {
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
        try (AlarmApplication application = withPush().start()) {
            MockEndpoint others = application.mock("jms:queue:devices.other");
            others.expectedMessageCount(2);

            push(application, EVENT, "{\"iotId\":\"device-1\"}");
            push(application, EVENT, "{\"iotId\":\"device-1\",\"eventId\":\"\"}");

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

    /** An event of a minute ago. */
    private static String raise(String device) {
        return world().addEvent(device, Instant.now().minusSeconds(60), 1).id();
    }

    private static LinkVisual world() {
        return CLOUD.simulator().world().linkVisual();
    }
}
