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
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvideo.simulator.SimulatorClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final String DOMAIN = "push.test.com";

    private final SimulatorClock clock = new SimulatorClock(NOON);
    private final World world = new World(clock, 1, null);
    private final Live live = world.live();

    private void schedule(Live where, String name, int from, int to) {
        where.schedule(DOMAIN, "live", name, NOON.plusSeconds(from), NOON.plusSeconds(to));
    }

    @Test
    void aStreamIsPushedUntilItStops() {
        assertThat(live.startStream(DOMAIN, "live", "a")).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(live.startStream(DOMAIN, "live", "a")).isTrue();
        assertThat(live.streams()).extracting(LiveStream::startedAt).containsExactly(NOON);

        assertThat(live.stopStream(DOMAIN, "live", "a")).isTrue();

        assertThat(live.stopStream(DOMAIN, "live", "a")).isFalse();
        assertThat(live.streams()).isEmpty();
        assertThat(live.endedStreams()).extracting(LiveStream::endedAt).containsExactly(NOON.plusSeconds(5));
    }

    @Test
    void aScheduledStreamComesAndGoesWithTheClock() {
        schedule(live, "a", 10, 20);
        assertThat(live.streams()).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        assertThat(live.streams()).extracting(LiveStream::name).containsExactly("a");
        clock.advance(Duration.ofSeconds(10));
        assertThat(live.streams()).isEmpty();
        assertThat(live.endedStreams()).hasSize(1);
    }

    @Test
    void scheduledStreamsHappenInOrderEvenIfNobodyLooks() {
        schedule(live, "a", 10, 20);
        schedule(live, "a", 20, 30);
        schedule(live, "b", 5, 25);

        clock.advance(Duration.ofMinutes(1));

        assertThat(live.endedStreams())
                .extracting(LiveStream::name, LiveStream::endedAt)
                .containsExactly(
                        tuple("a", NOON.plusSeconds(20)),
                        tuple("b", NOON.plusSeconds(25)),
                        tuple("a", NOON.plusSeconds(30)));
    }

    @Test
    void theEndOfAScheduleLeavesAStreamThatWasPushedAnewAlone() {
        schedule(live, "a", 10, 20);
        clock.advance(Duration.ofSeconds(15));
        live.dropStream(DOMAIN, "live", "a");
        clock.advance(Duration.ofSeconds(1));
        live.startStream(DOMAIN, "live", "a");

        clock.advance(Duration.ofMinutes(1));

        assertThat(live.streams()).hasSize(1);
    }

    @Test
    void aScheduledStreamIsTurnedAwayWhileItIsForbidden() {
        schedule(live, "a", 10, 20);
        live.forbidStream("a", NOON.plusSeconds(15));

        clock.advance(Duration.ofMinutes(1));

        assertThat(live.endedStreams()).hasSize(1).allMatch(LiveStream::refused);
    }

    @Test
    void aDisabledDomainEndsItsStreamsAndTurnsNewOnesAway() {
        live.startStream(DOMAIN, "live", "a");

        live.save(live.domain(DOMAIN).withEnabled(false));

        assertThat(live.streams()).isEmpty();
        assertThat(live.startStream(DOMAIN, "live", "b")).isFalse();
    }

    @Test
    void aStreamMustStartBeforeItEnds() {
        assertThatThrownBy(() -> schedule(live, "a", 10, 10)).hasMessageContaining("before it ends");
        assertThatThrownBy(() -> live.generateStreams(0)).hasMessageContaining("above 0");
    }

    @Test
    void generatedStreamsDoNotDependOnHowOftenSomeoneLooks() {
        Live other = new World(clock, 1, null).live();
        live.generateStreams(2);
        other.generateStreams(2);

        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofMinutes(1));
            live.streams();
        }

        assertThat(live.streams()).isNotEmpty().isEqualTo(other.streams());
        assertThat(live.endedStreams()).isNotEmpty().isEqualTo(other.endedStreams());
    }

    @Test
    void noMoreStreamsComeAfterTheGeneratorIsStopped() {
        live.generateStreams(10);
        clock.advance(Duration.ofMinutes(2));
        live.stopGenerating();
        int came = live.streams().size() + live.endedStreams().size();

        clock.advance(Duration.ofHours(1));

        assertThat(live.endedStreams()).hasSize(came).isNotEmpty();
        assertThat(live.streams()).isEmpty();
    }

    @Test
    void aClearedWorldHasNoStreamsAndNothingScheduled() {
        live.startStream(DOMAIN, "live", "a");
        schedule(live, "b", 10, 20);
        live.generateStreams(10);

        world.clear();
        clock.advance(Duration.ofHours(1));

        assertThat(live.streams()).isEmpty();
        assertThat(live.endedStreams()).isEmpty();
        assertThat(live.domains()).isEmpty();
    }

    @Test
    void streamsAndSchedulesLiveOnInTheWorldFile(@TempDir Path directory) {
        Path file = directory.resolve("world");
        try (World first = new World(clock, 1, file)) {
            first.live().startStream(DOMAIN, "live", "a");
            schedule(first.live(), "b", -10, 20);
            schedule(first.live(), "c", 10, 30);
            first.live().streams();
        }
        clock.advance(Duration.ofSeconds(25));

        try (World next = new World(clock, 1, file)) {
            assertThat(next.live().streams()).extracting(LiveStream::name).isEqualTo(List.of("a", "c"));
            assertThat(next.live().endedStreams()).extracting(LiveStream::name).isEqualTo(List.of("b"));
        }
    }
}
