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
package com.example.checks;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.time.Duration;
import java.time.Instant;

/**
 * The simulated cloud with a few alarms. The secrets of its account, and all others that the applications set, contain the word
 * {@code canary}, by which {@code .ci/run} finds them in the output.
 */
public final class Cloud implements AutoCloseable {

    static final int ALARMS = 3;

    private final VideoCloudSimulator simulator = VideoCloudSimulator.builder()
            .account("canary-id", "canary-key", "canary-token")
            .start();

    public Cloud() {
        Instant now = Instant.now();
        simulator.world().raiseAlarms(ALARMS, now.minus(Duration.ofMinutes(10)), now);
    }

    /** What an application sets as {@code endpoint-url}. */
    public String url() {
        return simulator.url();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
