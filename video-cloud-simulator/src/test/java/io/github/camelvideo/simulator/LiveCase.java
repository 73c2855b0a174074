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
package io.github.camelvideo.simulator;

import io.github.camelvideo.simulator.world.Live;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of the API live in a world whose clock stands at the same midnight when a test begins. */
abstract class LiveCase {

    static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    static final SimulatorClock CLOCK = new SimulatorClock(START);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false));

    final LiveCalls calls = new LiveCalls(CLOUD.simulator());
    final Live live = CLOUD.simulator().world().live();

    @BeforeEach
    void setClock() {
        CLOCK.set(START);
    }
}
