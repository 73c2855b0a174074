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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of docs/recipes.md that send items as CloudEvents. */
class CloudEventRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private final Instant happened =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @BeforeEach
    void removePositions() throws IOException {
        FileUtil.removeDir(new File("data"));
        Files.createDirectories(Path.of("data"));
    }

    @Test
    void inYamlARecordOfKafkaIsACloudEvent() throws Exception {
        var fields = new ObjectMapper().createObjectNode().put("DomainName", "push.example.com");
        CLOUD.simulator()
                .world()
                .feed("live", "DescribeLiveStreamEventList")
                .add(happened, fields.put("AppName", "live").put("StreamName", "cam1"));

        Message event = receive("kafka", "kafka:stream-events", "cloudevents.yaml");

        String id = event.getHeader("CamelTencentVideoItemKey", String.class);
        assertThat(event.getHeaders())
                .containsAllEntriesOf(Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "tencent-video:live/DescribeLiveStreamEventList",
                        "ce_type",
                        "io.github.camelvideo.tencent-video.live.DescribeLiveStreamEventList.added",
                        "ce_subject",
                        id,
                        "ce_time",
                        happened.toString()));
        assertThat(event.getHeaders().entrySet())
                .as("Kafka tells upper and lower case apart")
                .contains(Map.entry("content-type", "application/json"));
        assertThat(event.getBody(String.class)).startsWith("{").contains("\"StreamName\":\"cam1\"");
    }

    @Test
    void inXmlARequestIsACloudEvent() throws Exception {
        String device = CLOUD.simulator().world().linkVisual().addDevices(1).get(0);
        Files.write(Path.of("data/devices.txt"), List.of(device));
        String id = CLOUD.simulator()
                .world()
                .linkVisual()
                .addEvent(device, happened, 1)
                .id();

        Message event = receive("https", "https:events.example.com/cameras", "cloudevents.xml");

        assertThat(event.getHeaders())
                .containsAllEntriesOf(Map.of(
                        "ce-specversion",
                        "1.0",
                        "ce-id",
                        id,
                        "ce-source",
                        "aliyun-linkvisual:linkvisual/QueryDeviceEvent?region=cn-shanghai&IotId=" + device,
                        "ce-type",
                        "io.github.camelvideo.aliyun-linkvisual.linkvisual.QueryDeviceEvent.added",
                        "ce-time",
                        happened.toString(),
                        Exchange.CONTENT_TYPE,
                        "application/json"));
        assertThat(event.getBody(String.class)).startsWith("{").contains(id);
    }

    /** What the route sends first; a mock in the place of the receiver. */
    private static Message receive(String component, String receiver, String routes) throws Exception {
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties("offsets-file.properties")
                .bind(component, new MockComponent())
                .routes(routes)
                .start()) {
            MockEndpoint received = application.mock(receiver);
            received.expectedMessageCount(1);

            received.assertIsSatisfied();

            return received.getExchanges().get(0).getMessage();
        }
    }
}
