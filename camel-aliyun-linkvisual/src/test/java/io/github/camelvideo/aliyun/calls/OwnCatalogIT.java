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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An API that a user brings with the option {@code catalogs} of component and simulator. */
class OwnCatalogIT extends CamelTestSupport {

    private static final String CATALOGS = "classpath:own-catalogs/doors.json";
    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-06-01T00:00:00Z");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().catalogs(CATALOGS).clock(CLOCK));

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        component.setCatalogs(CATALOGS);
        component.setClock(CLOCK);
        component.getConfiguration().setAccessKeyId(VideoCloudSimulator.SECRET_ID);
        component.getConfiguration().setAccessKeySecret(VideoCloudSimulator.SECRET_KEY);
        component.getConfiguration().setEndpointUrl(CLOUD.simulator().url());
        context.addComponent("aliyun-linkvisual", component);
        return context;
    }

    @Test
    void isNamedInThePathAndCalledWithItsOwnVersion() {
        Exchange exchange = template.send("aliyun-linkvisual:doors/OpenDoor?DoorId=d1&region=cn-hangzhou", any -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(CLOUD.simulator().requests().last().action()).isEqualTo("OpenDoor");
        assertThat(CLOUD.simulator().requests().last().parameters().toString()).isEqualTo("{\"DoorId\":\"d1\"}");
    }

    @Test
    void theBuiltInApiNeedsNoName() {
        assertThat(catchThrowable(() -> context.getEndpoint("aliyun-linkvisual:QueryDeviceEvent")))
                .isNull();
        assertThat(catchThrowable(() -> context.getEndpoint("aliyun-linkvisual:gates/OpenGate")))
                .rootCause()
                .hasMessageContaining("Unknown API 'gates'")
                .hasMessageContaining("doors");
    }
}
