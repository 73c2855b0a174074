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

/** The route of the README in its three languages, with its properties. */
class AlarmRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().account(AlarmApplication.SECRET_ID, AlarmApplication.SECRET_KEY));

    /** Where the snippets keep positions; those of an earlier test would hide the alarms of this one. */
    @BeforeEach
    void removePositions() {
        FileUtil.removeDir(new File("data"));
    }

    @Test
    void inJavaTheRouteTakesAlarms() throws Exception {
        assertTakesAlarms(application().routes(new AlarmRoutes()));
    }

    @Test
    void inYamlTheRouteTakesAlarms() throws Exception {
        assertTakesAlarms(application().routes("alarms.yaml"));
    }

    @Test
    void inXmlTheRouteTakesAlarms() throws Exception {
        assertTakesAlarms(application().routes("alarms.xml"));
    }

    private AlarmApplication application() {
        return new AlarmApplication(CLOUD.simulator()).properties("account.properties");
    }

    private static void assertTakesAlarms(AlarmApplication application) throws Exception {
        var world = CLOUD.simulator().world();
        Instant now = Instant.now();
        world.raiseAlarms(40, now.minusSeconds(3000), now.minusSeconds(10));
        long wanted =
                world.alarms().stream().filter(alarm -> alarm.level() <= 2).count();
        try (application) {
            application.start();
            MockEndpoint queue = application.mock("jms:queue:alarms");
            queue.expectedMessageCount((int) wanted);

            queue.assertIsSatisfied();

            assertThat(queue.getExchanges().get(0).getIn().getBody(String.class))
                    .startsWith("{")
                    .contains("\"WarnLevel\"");
        }
    }
}
