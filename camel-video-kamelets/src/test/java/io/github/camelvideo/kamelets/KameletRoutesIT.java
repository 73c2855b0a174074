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
package io.github.camelvideo.kamelets;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each Kamelet in a route of YAML, against a simulated cloud. A new Kamelet needs a route in {@code routes} and a case here. */
class KameletRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private static final Map<String, Case> CASES = Map.ofEntries(
            entry("tencent-video-alarm-source", delivers(world -> world.raiseAlarm(ago("PT1M")), "\"WarnLevel\":")),
            entry(
                    "tencent-video-device-event-source",
                    delivers(
                            world -> world.feed("iotvideoindustry", "DescribeDeviceEvent")
                                    .add(ago("PT1M"), fields("DeviceId", "d1").put("EventType", 2)),
                            "\"DeviceId\":\"d1\"")),
            entry("tencent-video-stream-event-source", KameletRoutesIT::pushesAStreamEvent),
            entry(
                    "tencent-video-statistics-source",
                    delivers(
                            world -> world.feed("live", "DescribeBillBandwidthAndFluxList")
                                    .add(
                                            ago("PT10H"),
                                            fields("PlayDomain", "play.example.com")
                                                    .put("Bandwidth", 1.5)),
                            "\"Bandwidth\":1.5")),
            entry("tencent-video-snapshot-source", delivers(KameletRoutesIT::onlyDevice, "\"NickName\":\"Porch\"")),
            entry("tencent-video-callback-source", KameletRoutesIT::pushesAStreamEvent),
            entry("tencent-video-action", application -> {
                onlyDevice(world());
                application.start().send(Map.of("NickName", "Porch"));
                assertThat(application.first().getBody()).asString().contains("\"NickName\":\"Porch\"");
            }),
            entry("tencent-video-paged-action", application -> {
                List.of("Gate", "Hall", "Yard").forEach(world()::addDevice);
                application.start().send("{}");
                assertThat(application.first().getBody()).asInstanceOf(LIST).hasSameSizeAs(world().devices());
            }),
            entry("tencent-video-sink", application -> {
                application.start().send("{\"StreamName\":\"cam1\"}");
                assertThat(world().live().isForbidden("cam1")).isTrue();
            }),
            entry("aliyun-linkvisual-device-event-source", application -> {
                String device = listDevice(application);
                String event =
                        world().linkVisual().addEvent(device, ago("PT1M"), 1).id();
                Message item = application.start().first();
                assertThat(item.getBody()).asString().contains(event);
                assertThat(item.getHeaders()).containsEntry("CamelAliyunLinkVisualForEach", device);
            }),
            entry("aliyun-linkvisual-picture-source", application -> {
                world().linkVisual().addPicture(listDevice(application), ago("PT1M"), ago("PT1M"), 0);
                assertThat(application.start().first().getBody()).asString().contains("\"PicId\":");
            }),
            entry(
                    "aliyun-linkvisual-snapshot-source",
                    delivers(
                            world -> world.feed("linkvisual", "QueryEventRecordPlans")
                                    .add(null, fields("PlanId", "p1")),
                            "\"PlanId\":\"p1\"")),
            entry("aliyun-linkvisual-action", application -> {
                application.start().send(askForEvents(1));
                assertThat(application.first().getBody()).asString().contains("\"EventId\":");
            }),
            entry("aliyun-linkvisual-paged-action", application -> {
                application.start().send(askForEvents(3));
                assertThat(application.first().getBody()).asInstanceOf(LIST).hasSize(3);
            }),
            entry("aliyun-linkvisual-sink", application -> {
                application.start().send("{\"IotId\":\"" + world().linkVisual().addDevice() + "\"}");
                assertThat(CLOUD.simulator().requests().count("TriggerCapturePicture"))
                        .isEqualTo(1);
            }));

    /** What happens, and what the route does. */
    private interface Case {

        void run(KameletApplication application) throws Exception;
    }

    static List<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void runs(KameletFile kamelet) throws Exception {
        assertThat(CASES).as("no case of this test runs %s", kamelet).containsKey(kamelet.name());
        try (KameletApplication application = new KameletApplication(CLOUD.simulator(), kamelet.name())) {
            CASES.get(kamelet.name()).run(application);
        }
    }

    @Test
    void noCaseIsLeftOver() {
        assertThat(kamelets()).extracting(KameletFile::name).containsAll(CASES.keySet());
    }

    private static Case delivers(Consumer<World> happens, String content) {
        return application -> {
            happens.accept(world());
            Message item = application.start().first();
            assertThat(item.getBody()).isInstanceOf(String.class).asString().contains(content);
            assertThat(item.getHeaders())
                    .anySatisfy((name, key) -> assertThat(name).endsWith("ItemKey"));
        };
    }

    private static void pushesAStreamEvent(KameletApplication application) throws Exception {
        application.withServer().start().callBack();

        assertThat(application.first().getHeaders())
                .containsEntry("CamelTencentVideoEvent", "stream-started")
                .containsEntry("CamelTencentVideoOrigin", "push");
        assertThat(application.first().getBody()).isInstanceOf(String.class);
    }

    private static void onlyDevice(World world) {
        world.devices().forEach(device -> world.removeDevice(device.id()));
        world.addDevice("Porch");
    }

    /** A device that the route asks about. */
    private static String listDevice(KameletApplication application) {
        String device = world().linkVisual().addDevice();
        application.property("devices", device);
        return device;
    }

    /** Parameters that ask for the events of a new device. */
    private static Map<String, Object> askForEvents(int count) {
        String device = world().linkVisual().addDevice();
        for (int i = 0; i < count; i++) {
            world().linkVisual().addEvent(device, ago("PT1M").minusSeconds(i), 1);
        }
        return Map.of(
                "IotId",
                device,
                "BeginTime",
                ago("PT1H").toEpochMilli(),
                "EndTime",
                Instant.now().toEpochMilli());
    }

    private static World world() {
        return CLOUD.simulator().world();
    }

    private static Instant ago(String span) {
        return Instant.now().minus(Duration.parse(span));
    }

    private static ObjectNode fields(String name, String value) {
        return new ObjectMapper().createObjectNode().put(name, value);
    }
}
