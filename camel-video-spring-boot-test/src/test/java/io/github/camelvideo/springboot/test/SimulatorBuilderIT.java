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
package io.github.camelvideo.springboot.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.simulator.SimulatorBuilder;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A simulator that starts as a bean of the test says. */
@VideoCloudSimulatorTest(properties = {"camel.component.tencent-video.clock=#clock", "camel.main.auto-startup=false"})
class SimulatorBuilderIT {

    @TestConfiguration
    static class Time {
        @Bean
        SimulatorClock clock() {
            return SimulatorClock.at("2026-06-01T12:00:00Z");
        }

        @Bean
        SimulatorBuilder simulatorBuilder(SimulatorClock clock) {
            return VideoCloudSimulator.builder().clock(clock);
        }
    }

    @Test
    void simulatorAndComponentShareTheClock(
            @Autowired VideoCloudSimulator cloud, @Autowired SimulatorClock clock, @Autowired CamelContext camel) {
        assertThat(cloud.clock()).isSameAs(clock);
        assertThat(camel.getComponent("tencent-video", VideoComponent.class).getClock())
                .isSameAs(clock);
    }
}
