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
package io.github.camelvideo.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.simulator.SimulatorClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamLiveTest {

    private final SimulatorClock clock = new SimulatorClock(Instant.parse("2026-05-01T04:00:00Z"));
    private final World world = new World(clock, 1, null);
    private final StreamLive live = world.streamLive();

    @TempDir
    Path directory;

    @Test
    void aChannelIsIdleUntilItIsStarted() {
        String input = live.addInput("i");
        String id = live.addChannel("c", input);

        assertThat(live.channels()).containsExactly(new StreamLiveChannel(id, "c", false, List.of(input)));
        assertThat(live.stop(id)).isFalse();
        assertThat(live.start(id)).isTrue();
        assertThat(live.start(id)).isFalse();
        assertThat(live.channel(id).running()).isTrue();
        assertThat(live.stop(id)).isTrue();
    }

    @Test
    void aPushIsStartedOnce() {
        String input = live.addInput("i");

        live.startPush(input);
        live.startPush(input);
        live.stopPush(input);

        assertThat(live.isPushed(input)).isFalse();
        assertThat(world.records(StreamLive.PUSHES).size()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> live.startPush("ABC")).hasMessageContaining("ABC");
        assertThatThrownBy(() -> live.start("ABC")).hasMessageContaining("ABC");
        assertThatThrownBy(() -> live.raiseAlert("ABC", 0, "t", "m")).hasMessageContaining("ABC");
        assertThatThrownBy(() -> live.raiseAlert(live.addChannel("c"), 2, "t", "m"))
                .hasMessageContaining("not 2");
        assertThat(live.clearAlert("ABC")).isFalse();
        assertThat(live.channel("ABC")).isNull();
    }

    @Test
    void theNextWorldGoesOnWithTheRunningChannel() {
        Path file = directory.resolve("world.jsonl");
        String id;
        String alert;
        try (World first = new World(clock, 1, file)) {
            id = first.streamLive().addChannel("c", first.streamLive().addInput("i"));
            first.streamLive().start(id);
            alert = first.streamLive().raiseAlert(id, 0, "t", "m");
        }

        try (World next = new World(clock, 1, file)) {
            assertThat(next.streamLive().channel(id).running()).isTrue();
            assertThat(next.streamLive().clearAlert(alert)).isTrue();
            assertThat(next.streamLive().stop(id)).isTrue();
            assertThat(next.records(StreamLive.RUNS).all().get(0).has("End")).isTrue();
        }
    }

    @Test
    void clearedIsEmpty() {
        live.addChannel("c", live.addInput("i"));

        world.clear();

        assertThat(live.channels()).isEmpty();
    }
}
