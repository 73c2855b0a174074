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
package io.github.camelvideo.examples.linkvisual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.world.LinkVisualEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are, with the simulator and a broker. */
class DeviceEventsIT {

    @TempDir
    private Path directory;

    private final DemoCloud cloud = new DemoCloud(Clock.systemUTC());
    private final Map<String, String> settings = new HashMap<>(cloud.settings());
    private EmbeddedBroker broker;
    private Receiver receiver;
    private DeviceList list;
    private Routes routes;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        receiver = new Receiver(broker.url());
        list = new DeviceList(directory.resolve("devices.txt"));
        settings.putAll(Map.of(
                "data.dir",
                directory.toString(),
                "broker.url",
                broker.url(),
                "events.delay",
                "100",
                "events.grace-period",
                "PT0S",
                // one attempt, so that a fault is seen by the route
                "camel.component.aliyun-linkvisual.max-retries",
                "0"));
    }

    @AfterEach
    void stop() {
        if (routes != null) {
            routes.close();
        }
        receiver.close();
        broker.close();
        cloud.close();
    }

    @Test
    void eventsOfAllDevicesArriveInOrderWithDeviceAndPicture() throws Exception {
        // given
        List<String> devices = List.of(cloud.addDevice(30), cloud.addDevice(30), cloud.addDevice(30));
        list.add(devices);

        // when
        start();

        // then
        awaitMessages(90);
        for (String device : devices) {
            List<LinkVisualEvent> events = cloud.events(device).stream()
                    .sorted(Comparator.comparing(LinkVisualEvent::at))
                    .toList();
            assertThat(of(device))
                    .extracting(Delivery::eventId)
                    .containsExactlyElementsOf(
                            events.stream().map(LinkVisualEvent::id).toList());
            assertThat(of(device)).allSatisfy(delivery -> {
                assertThat(delivery.group()).isEqualTo(device);
                assertThat(delivery.picture()).contains(device).endsWith(".jpg");
                assertThat(delivery.pictureError()).isNull();
            });
        }
    }

    @Test
    void anEventArrivesWithoutAPictureThatIsNotThereOrCannotBeLookedUp() throws Exception {
        // given one event with a picture, which cannot be looked up, and one without, which is newer
        String device = cloud.addDevice(1);
        list.add(List.of(device));
        cloud.failPictures(1);
        cloud.raiseWithoutPicture(1);

        // when
        start();
        awaitMessages(2);

        // then
        awaitMoreLooks(device);
        assertThat(receiver.deliveries()).hasSize(2);
        Delivery failed = receiver.deliveries().get(0);
        assertThat(failed.picture()).isNull();
        assertThat(failed.pictureError()).contains("QueryDeviceEventPicture", "InternalError");
        Delivery without = receiver.deliveries().get(1);
        assertThat(without.eventTime()).isNotEmpty();
        assertThat(without.picture()).isNull();
        assertThat(without.pictureError()).isNull();
    }

    @Test
    void aDeviceAddedToTheListIsReadWithoutAnything() throws Exception {
        // given
        String first = cloud.addDevice(2);
        String second = cloud.addDevice(3);
        list.add(List.of(first));
        start();
        awaitMessages(2);

        // when
        list.add(List.of(second));

        // then
        awaitMessages(5);
        assertThat(receiver.count(second)).isEqualTo(3);
    }

    @Test
    void aDeviceThatFailsHoldsUpNoOtherAndComesLater() throws Exception {
        // given
        String failing = cloud.addDevice(5);
        String other = cloud.addDevice(5);
        cloud.suspend(failing);
        list.add(List.of(failing, other));
        start();
        awaitMessages(5);
        assertThat(receiver.count(other)).isEqualTo(5);
        cloud.raise(other);
        awaitMessages(6);

        // when
        cloud.resume(failing);

        // then
        awaitMessages(11);
        assertThat(receiver.count(failing)).isEqualTo(5);
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        // given
        String first = cloud.addDevice(10);
        String second = cloud.addDevice(10);
        list.add(List.of(first, second));
        start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !receiver.deliveries().isEmpty());
        routes.close();
        cloud.raise(first);

        // when
        start();
        awaitMessages(21);
        cloud.raise(second);
        awaitMessages(22);
        awaitMoreLooks(first);

        // then
        assertThat(Summary.of(cloud, receiver).isGood()).isTrue();
    }

    @Test
    void anEventThatTheQueueDoesNotTakeComesAgain() throws Exception {
        // given a broker that is away
        String device = cloud.addDevice(3);
        list.add(List.of(device));
        receiver.close();
        broker.close();
        start();
        awaitMoreLooks(device);

        // when
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        receiver = new Receiver(broker.url());

        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Summary.of(cloud, receiver).lost() == 0);
    }

    @Test
    void bringsABrokerOfItsOwnWhenNoneIsGiven() throws Exception {
        // given
        receiver.close();
        broker.close();
        settings.put("broker.url", "embedded");
        list.add(List.of(cloud.addDevice(1)));

        // when
        start();
        receiver = new Receiver(EmbeddedBroker.URL);

        // then
        awaitMessages(1);
    }

    private void start() throws Exception {
        routes = new Routes(settings);
    }

    private List<Delivery> of(String device) {
        return receiver.deliveries().stream()
                .filter(delivery -> device.equals(delivery.device()))
                .toList();
    }

    private void awaitMessages(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.deliveries().size() >= count);
    }

    private void awaitMoreLooks(String device) {
        long before = cloud.looks(device);
        await().atMost(Duration.ofSeconds(30)).until(() -> cloud.looks(device) >= before + 3);
    }
}
