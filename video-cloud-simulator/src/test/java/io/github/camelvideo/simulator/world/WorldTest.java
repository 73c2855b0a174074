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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(NOON);
    private final World world = new World(clock, 1, null);

    @Test
    void theSameSeedGivesTheSameWorld() {
        World other = new World(clock, 1, null);
        for (World each : List.of(world, other)) {
            each.raiseAlarms(50, NOON.minus(Duration.ofDays(40)), NOON);
        }

        assertThat(other.devices()).isEqualTo(world.devices());
        assertThat(other.alarms()).isEqualTo(world.alarms());
        assertThat(new World(clock, 2, null).devices()).isNotEqualTo(world.devices());
    }

    @Test
    void generatedAlarmsDoNotDependOnHowOftenSomeoneLooks() {
        World other = new World(clock, 1, null);
        world.generateAlarms(30);
        other.generateAlarms(30);

        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofSeconds(1));
            world.alarms();
        }

        assertThat(world.alarms()).isNotEmpty().isEqualTo(other.alarms());
    }

    @Test
    void anAlarmCannotBeReadBeforeItsTime() {
        long id = world.raiseAlarm(NOON.plusSeconds(1));
        assertThat(world.alarmIds()).isEmpty();
        assertThat(world.delete(id)).isFalse();

        clock.advance(Duration.ofSeconds(1));

        assertThat(world.alarmIds()).containsExactly(id);
    }

    @Test
    void alarmsOfOneSecondAreToldApartByTheirIds() {
        List<Long> ids = world.raiseAlarms(5, NOON, NOON);

        assertThat(world.alarms()).extracting(Alarm::createdAt).containsOnly(NOON);
        assertThat(world.alarmIds()).containsExactlyElementsOf(ids).hasSize(5);
    }

    @Test
    void onlySubscribedDevicesRaiseAlarmsByThemselves() {
        List<Device> devices = world.devices();
        world.save(devices.get(0).withAlarms(false));

        world.raiseAlarms(50, NOON, NOON);

        assertThat(world.alarms())
                .extracting(Alarm::deviceId)
                .contains(devices.get(1).id(), devices.get(2).id())
                .doesNotContain(devices.get(0).id());
    }

    @Test
    void aWorldWithoutSubscribedDevicesCannotRaiseAlarms() {
        world.devices().forEach(device -> world.save(device.withAlarms(false)));

        assertThatThrownBy(() -> world.raiseAlarm(NOON)).hasMessageContaining("subscribed");
    }

    @Test
    void noMoreAlarmsComeAfterTheGeneratorIsStopped() {
        world.generateAlarms(30);
        clock.advance(Duration.ofMinutes(1));
        world.stopGenerating();
        int count = world.alarms().size();

        clock.advance(Duration.ofMinutes(1));

        assertThat(world.alarms()).hasSize(count).isNotEmpty();
    }

    @Test
    void clearedIsAsNew() {
        List<Device> devices = world.devices();
        List<Long> ids = world.raiseAlarms(2, NOON, NOON);
        world.addDevice("another");
        world.generateAlarms(1);

        world.clear();

        assertThat(world.devices()).isEqualTo(devices);
        assertThat(world.alarms()).isEmpty();
        assertThat(world.raiseAlarms(2, NOON, NOON)).isEqualTo(ids);
    }
}
