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

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.File;
import java.time.Instant;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes with Kamelets that {@code docs/kamelets.md} shows. The module of the Kamelets tests each of them. */
class KameletSnippetsIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().account(AlarmApplication.SECRET_ID, AlarmApplication.SECRET_KEY));

    @BeforeEach
    void removePositions() {
        FileUtil.removeDir(new File("data"));
    }

    @Test
    void aSourceDeliversAlarmsAndASinkForbidsAStream() throws Exception {
        var world = CLOUD.simulator().world();
        world.raiseAlarms(40, Instant.now().minusSeconds(3000), Instant.now().minusSeconds(10));
        long wanted =
                world.alarms().stream().filter(alarm -> alarm.level() <= 2).count();
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .properties("kamelets.properties")
                .routes("kamelets.yaml")
                .start()) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            queue.expectedMessageCount((int) wanted);

            application.context().createProducerTemplate().sendBody("direct:forbid", "{\"StreamName\":\"cam1\"}");
            queue.assertIsSatisfied();

            assertThat(queue.getExchanges()).allSatisfy(exchange -> {
                assertThat(exchange.getIn().getBody(String.class))
                        .startsWith("{")
                        .contains("\"WarnLevel\"");
                assertThat(exchange.getIn().getHeader("alarm")).isNotNull();
            });
            assertThat(world.live().isForbidden("cam1")).isTrue();
        }
    }
}
