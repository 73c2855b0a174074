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

import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of docs/typed-builders.md do what routes with URIs do. */
class BuilderRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @Test
    void feedsAndCallsWork() throws Exception {
        var world = CLOUD.simulator().world();
        String camera = world.linkVisual().addDevice();
        world.raiseAlarm(Instant.now().minusSeconds(60));
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .property("cameras", camera)
                .property("device", world.devices().get(0).id())
                .bind("offsets", new MemoryStateRepository())
                .routes(new BuilderRoutes())
                .start()) {
            ProducerTemplate template = application.context().createProducerTemplate();
            MockEndpoint alarms = application.mock("jms:queue:alarms");
            MockEndpoint cameras = application.mock("jms:queue:cameras");
            MockEndpoint events = application.mock("jms:queue:events");
            alarms.expectedMessageCount(1);
            cameras.expectedMessageCount(3);
            events.expectedMinimumMessageCount(1);

            world.linkVisual().addEvent(camera, Instant.now().minusSeconds(30), 1);
            template.requestBody("direct:cameras", (Object) null);
            template.requestBody("direct:turn", "channel-1");

            MockEndpoint.assertIsSatisfied(alarms, cameras, events);
            assertThat(alarms.getExchanges().get(0).getIn().getBody(String.class))
                    .startsWith("{");
        }
    }
}
