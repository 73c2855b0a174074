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

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T04:00:00Z"), ZoneOffset.UTC);

    @Test
    void theFirstDayHasADeviceOfItsOwnAndOneBehindAGateway() {
        try (World world = new World(CLOCK, 1, null)) {
            List<IssDevice> devices = world.iss().devices();

            assertThat(devices).extracting(IssDevice::name).containsExactly("Entrance", "Recorder");
            assertThat(devices).allMatch(IssDevice::online);
            assertThat(devices.get(0).gatewayId()).isNull();
            assertThat(devices.get(1).gatewayId()).isNotNull();
            assertThat(devices.get(1).channelIds()).hasSize(2);
        }
    }

    @Test
    void theSameSeedMakesTheSameFirstDayAgain() {
        try (World world = new World(CLOCK, 1, null)) {
            List<IssDevice> first = world.iss().devices();
            world.iss().addOrganization("more");

            world.clear();

            assertThat(world.iss().devices()).isEqualTo(first);
            assertThat(world.records(Iss.ORGANIZATIONS).size()).isEqualTo(1);
        }
    }

    @Test
    void theDaysAfterTheFirstAreKeptInTheFile(@TempDir Path dir) {
        Path file = dir.resolve("world");
        List<IssDevice> devices;
        try (World world = new World(CLOCK, 1, file)) {
            String organization = world.iss().addOrganization("more");
            String device = world.iss().addDevice(organization, "door", 1);
            world.iss().setOnline(device, false);
            devices = world.iss().devices();
        }

        try (World world = new World(CLOCK, 1, file)) {
            assertThat(world.iss().devices()).hasSize(3).isEqualTo(devices);
        }
    }

    @Test
    void aDeviceNeedsAnOrganization() {
        try (World world = new World(CLOCK, 1, null)) {
            assertThatThrownBy(() -> world.iss().addDevice("none", "door", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("iss/organization none");
        }
    }
}
