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
package io.github.camelvideo.tencent;

import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Camel context whose {@code tencent-video} calls a simulator of its own, both by a clock that the test moves. */
public abstract class SimulatedCloud extends CamelTestSupport {

    protected static final String API = "tencent-video:iotvideoindustry/";

    protected static final SimulatorClock CLOCK = SimulatorClock.at("2026-06-01T00:00:00Z");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    protected static VideoCloudSimulator cloud() {
        return CLOUD.simulator();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        TencentVideoComponent component = SimulatedComponent.at(cloud().url());
        component.setClock(CLOCK);
        TencentVideoConfiguration configuration = component.getConfiguration();
        configuration.setAppId(VideoCloudSimulator.APP_ID);
        configuration.setApiKey(VideoCloudSimulator.API_KEY);
        configuration.setCallTimeout(Duration.ofSeconds(20));
        context.addComponent("tencent-video", component);
        return context;
    }

    protected TencentVideoComponent component() {
        return context.getComponent("tencent-video", TencentVideoComponent.class);
    }
}
