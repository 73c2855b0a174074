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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleIT {

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("video-cloud-simulator") || name.contains("Connector-Scheduler"))
                .toList();
    }

    @Test
    void closingLeavesNoThreadAndCutsOpenRequests() {
        VideoCloudSimulator simulator = VideoCloudSimulator.start();
        simulator.faults().next(Fault.NO_ANSWER);
        TestRequest request = new TestRequest(simulator, "DescribeDeviceList");
        CompletableFuture<?> open = CompletableFuture.supplyAsync(request::send);
        Awaitility.await().until(() -> simulator.requests().count() == 1);

        simulator.close();

        assertThatThrownBy(() -> open.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        Awaitility.await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void aTakenPortIsNamed() {
        try (VideoCloudSimulator first = VideoCloudSimulator.start()) {
            SimulatorBuilder second = VideoCloudSimulator.builder().port(first.port());

            assertThatThrownBy(second::start).hasMessageContaining("127.0.0.1:" + first.port());
        }
    }

    @Test
    void theProgramPrintsWhereItListensAndGoesOnWithItsWorld(@TempDir Path directory) {
        String world = "--world=" + directory.resolve("world.jsonl");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        long alarm;
        try (VideoCloudSimulator first = new SimulatorMain(
                        world, "--seed=3", "--alarms-per-minute=1", "--cameras=2", "--events-per-minute=1")
                .start(new PrintStream(printed, true, StandardCharsets.UTF_8))) {
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains(first.url(), "AKIDsimulator");
            alarm = first.world().raiseAlarm(first.clock().instant());
        }

        try (VideoCloudSimulator second =
                new SimulatorMain(world, "--cameras=2").start(new PrintStream(printed, true, StandardCharsets.UTF_8))) {
            assertThat(second.world().alarmIds()).contains(alarm);
            assertThat(second.world().linkVisual().deviceIds()).hasSize(2);
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> new SimulatorMain("--prot=1")).hasMessageContaining("--prot=1");
        assertThatThrownBy(() -> new SimulatorMain("--port=many")).hasMessageContaining("--port=many");
    }
}
