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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(NOON);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("world.jsonl");
    }

    private World open() {
        return new World(clock, 1, file);
    }

    @Test
    void theNextWorldGoesOnWithTheSameData() {
        List<Alarm> alarms;
        List<Device> devices;
        try (World world = open()) {
            world.hugeIds();
            world.timeForm(TimeForm.MIXED);
            world.raiseAlarms(20, NOON.minusSeconds(60), NOON);
            world.addGroup("north", World.ROOT_GROUP, "");
            world.save(world.devices().get(0).withName("renamed").withAlarms(false));
            world.removeDevice(world.devices().get(1).id());
            List<Long> ids = List.copyOf(world.alarmIds());
            world.acknowledge(ids.get(3));
            world.delete(ids.get(4));
            alarms = world.alarms();
            devices = world.devices();
        }

        try (World world = open()) {
            assertThat(world.alarms()).isEqualTo(alarms);
            assertThat(world.devices()).isEqualTo(devices);
            assertThat(world.groups()).extracting(DeviceGroup::name).containsExactly("north");
            assertThat(world.acknowledged()).hasSize(1);
            assertThat(world.deleted()).hasSize(1);
            assertThat(alarms).extracting(Alarm::id).doesNotContain(world.raiseAlarm(NOON));
        }
    }

    @Test
    void generatedAlarmsThatWereSeenAreThereAgain() {
        List<Alarm> seen;
        try (World world = open()) {
            world.generateAlarms(60);
            clock.advance(Duration.ofMinutes(5));
            seen = world.alarms();
        }

        try (World world = open()) {
            assertThat(world.alarms()).isEqualTo(seen).isNotEmpty();
            world.generateAlarms(60);
            clock.advance(Duration.ofMinutes(5));
            assertThat(world.alarms()).hasSizeGreaterThan(seen.size() + 200).containsAll(seen);
        }
    }

    @Test
    void aHalfWrittenLastLineIsCutOff() throws IOException {
        try (World world = open()) {
            world.raiseAlarms(3, NOON.minusSeconds(60), NOON);
        }
        byte[] whole = Files.readAllBytes(file);

        for (int lost = 1; lost < 40; lost++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - lost));
            try (World world = open()) {
                assertThat(world.alarms()).hasSize(2);
            }
        }

        try (World world = open()) {
            world.raiseAlarm(NOON);
        }
        try (World world = open()) {
            assertThat(world.alarms()).hasSize(3);
        }
    }

    @Test
    void nothingOfALongTornLineIsLeftBehindWhatFollows() throws IOException {
        open().close();
        Files.writeString(file, "{".repeat(5000), StandardOpenOption.APPEND);

        try (World world = open()) {
            world.raiseAlarm(NOON);
        }

        assertThat(Files.readString(file)).doesNotContain("{{").endsWith("}\n");
    }

    @Test
    void aBrokenLineBeforeTheLastIsNamed() throws IOException {
        open().close();
        Files.write(file, "{\"change\":\"alrm\"}\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        long lines = Files.lines(file).count();

        assertThatThrownBy(this::open).hasMessageContaining(file.toString()).hasMessageContaining("line " + lines);
    }

    @Test
    void aFileServesOneSimulatorAtATime() {
        try (World first = open()) {
            assertThat(first.devices()).isNotEmpty();

            assertThatThrownBy(this::open).hasMessageContaining("in use");
        }
    }

    @Test
    void aClearedWorldIsClearedInTheFileToo() {
        try (World world = open()) {
            world.raiseAlarms(3, NOON.minusSeconds(60), NOON);
            world.clear();
        }

        try (World world = open()) {
            assertThat(world.alarms()).isEmpty();
            assertThat(world.devices()).hasSize(3);
        }
    }
}
