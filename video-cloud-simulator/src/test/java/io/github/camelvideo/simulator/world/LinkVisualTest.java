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
import io.github.camelvideo.simulator.world.LinkVisualDevice.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkVisualTest {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(NOON);
    private final World world = new World(clock, 1, null);
    private final LinkVisual cameras = world.linkVisual();

    @TempDir
    Path directory;

    @Test
    void eachOfManyEventsIsFoundOnOneOfManyCameras() {
        List<String> ids = cameras.addDevices(5_000);
        List<String> events = cameras.addEvents(200_000, NOON.minusSeconds(3600), NOON);

        Set<String> found = new HashSet<>();
        for (String id : ids) {
            cameras.events(id, NOON.minusSeconds(3600), NOON).forEach(event -> found.add(event.id()));
        }

        assertThat(events).hasSize(200_000);
        assertThat(found.equals(new HashSet<>(events))).isTrue();
    }

    @Test
    void bothEndsOfASpanBelongToIt() {
        String camera = cameras.addDevice();
        cameras.addEvent(camera, NOON.minusSeconds(2), 1);
        cameras.addEvent(camera, NOON, 2);

        assertThat(cameras.events(camera, NOON.minusSeconds(2), NOON))
                .extracting(LinkVisualEvent::at)
                .containsExactly(NOON, NOON.minusSeconds(2));
        assertThat(cameras.events(camera, NOON.minusSeconds(1), NOON.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void theNextWorldGoesOnWithTheSameFootage() {
        Path file = directory.resolve("world.jsonl");
        String camera;
        List<LinkVisualEvent> events;
        List<LinkVisualPicture> pictures;
        List<LinkVisualRecording> recordings;
        try (World first = new World(clock, 1, file)) {
            camera = first.linkVisual().addDevice();
            first.linkVisual().addEvent(camera, NOON, 1);
            first.linkVisual().addRecording(camera, NOON.minusSeconds(9), NOON);
            events = first.linkVisual().events(camera, Instant.MIN, Instant.MAX);
            pictures = first.linkVisual().pictures(camera, Instant.MIN, Instant.MAX);
            recordings = first.linkVisual().recordings(camera, Instant.MIN, Instant.MAX);
        }

        try (World next = new World(clock, 1, file)) {
            assertThat(next.linkVisual().deviceIds()).containsExactly(camera);
            assertThat(next.linkVisual().events(camera, Instant.MIN, Instant.MAX))
                    .isEqualTo(events)
                    .hasSize(1);
            assertThat(next.linkVisual().pictures(camera, Instant.MIN, Instant.MAX))
                    .isEqualTo(pictures)
                    .hasSize(1);
            assertThat(next.linkVisual().recordings(camera, Instant.MIN, Instant.MAX))
                    .isEqualTo(recordings)
                    .hasSize(1);
            assertThat(next.linkVisual().addEvent(camera, NOON, 1).id())
                    .isNotEqualTo(events.get(0).id());
        }
    }

    @Test
    void clearedIsEmptyAndGeneratesNothing() {
        String camera = cameras.addDevice();
        cameras.addEvent(camera, NOON, 1);
        cameras.generateEvents(60);

        world.clear();
        clock.set(NOON.plusSeconds(600));

        assertThat(cameras.deviceIds()).isEmpty();
        assertThat(cameras.events(camera, Instant.MIN, Instant.MAX)).isEmpty();
    }

    @Test
    void stoppedGeneratingLeavesWhatWasThere() {
        String camera = cameras.addDevice();
        cameras.generateEvents(60);
        clock.set(NOON.plusSeconds(600));
        cameras.stopGenerating();
        int before = cameras.events(camera, Instant.MIN, Instant.MAX).size();
        clock.set(NOON.plusSeconds(1200));

        assertThat(cameras.events(camera, Instant.MIN, Instant.MAX))
                .hasSize(before)
                .isNotEmpty();
    }

    @Test
    void eventsNeedACamera() {
        assertThatThrownBy(() -> cameras.addEvents(1, NOON, NOON)).hasMessageContaining("no camera");
        assertThatThrownBy(() -> cameras.generateEvents(1)).hasMessageContaining("no camera");
        assertThatThrownBy(() -> cameras.generateEvents(0)).hasMessageContaining("not 0");
    }

    @Test
    void aCameraHasAState() {
        cameras.setDevice("a", State.OFFLINE);

        assertThat(cameras.device("a")).isEqualTo(new LinkVisualDevice("a", State.OFFLINE));
        assertThat(cameras.removeDevice("a")).isTrue();
        assertThat(cameras.device("a")).isNull();
    }
}
