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
package io.github.camelvideo.aliyun.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.SimulatedCloud;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Events of devices as CloudEvents. */
class CloudEventsIT extends SimulatedCloud {

    @Test
    void anEventOfADeviceIsACloudEventOfThatDevice() throws Exception {
        List<String> devices = cloud().world().linkVisual().addDevices(1);
        Instant happened = CLOCK.instant().minusSeconds(60);
        String event = cloud().world()
                .linkVisual()
                .addEvent(devices.get(0), happened, 1)
                .id();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(SCHEME + "QueryDeviceEvent?startFrom=PT1H&initialDelay=0&delay=50&forEach=IotId&forEachIn="
                                + devices.get(0))
                        .transformDataType("aliyun-linkvisual:application-cloudevents")
                        .to("seda:events");
            }
        });

        Exchange received = consumer.receive("seda:events", 20_000);

        assertThat(received.getMessage().getHeaders())
                .containsEntry("CamelCloudEventID", event)
                .containsEntry(
                        "CamelCloudEventType",
                        "io.github.camelvideo.aliyun-linkvisual.linkvisual.QueryDeviceEvent.added")
                .containsEntry("CamelCloudEventTime", happened.toString());
        assertThat(received.getMessage().getHeader("CamelCloudEventSource", String.class))
                .startsWith("aliyun-linkvisual:linkvisual/QueryDeviceEvent?")
                .endsWith("IotId=" + devices.get(0));
    }
}
