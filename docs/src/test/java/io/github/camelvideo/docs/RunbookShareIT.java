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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.simulator.world.Device;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The drill of docs/runbook.md with nodes that share devices. Not in the default build: it waits for leases to end. A node that is cut off
 * from the database is to the others what a dead or paused one is.
 */
class RunbookShareIT extends Drill {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void theOthersTakeOverFromANodeThatIsCutOff() throws Exception {
        List<Device> devices =
                IntStream.range(0, 4).mapToObj(i -> world().addDevice("d" + i)).toList();
        DrillSink sinkOfOther = new DrillSink();
        DrillDatabase way = new DrillDatabase(url);
        DrillDatabase wayOfOther = new DrillDatabase(url);
        try (AlarmApplication node = start(sharing(way, devices), sink);
                AlarmApplication other = start(sharing(wayOfOther, devices), sinkOfOther)) {
            awaitLog("2 nodes share the partitions");
            awaitSpread(devices, sinkOfOther);

            wayOfOther.setDown(true);
            awaitLog("the leases cannot be renewed. If that lasts, this node reads nothing until they can");
            awaitLog("node … is silent. Its partitions are taken over, and it can no longer store anything of them");
            sink.forget();
            List<Long> whileCutOff = raise(devices);
            await().until(() -> sink.taken().size() >= devices.size());
            assertThat(sink.taken()).containsExactlyInAnyOrderElementsOf(whileCutOff);

            wayOfOther.setDown(false);
            awaitLog("this node was silent for too long, and others have removed it. It joins them again");
            awaitLog("the leases can be renewed again");

            way.setDown(true);
            wayOfOther.setDown(true);
            List<Long> whileDown = raise(devices);
            awaitLog("the leases cannot be renewed. If that lasts, this node reads nothing until they can", 3);
            way.setDown(false);
            wayOfOther.setDown(false);
            await().until(() -> taken(sinkOfOther).containsAll(whileDown));
            awaitUp(node, "feed:alarms");
            awaitUp(other, "feed:alarms");
        }
    }

    /** Raises an alarm of each device until both nodes have delivered some. */
    private void awaitSpread(List<Device> devices, DrillSink other) {
        await().until(() -> {
            sink.forget();
            other.forget();
            List<Long> ids = raise(devices);
            await().until(() -> taken(other).containsAll(ids));
            return !sink.taken().isEmpty() && !other.taken().isEmpty();
        });
    }

    private List<Long> taken(DrillSink other) {
        return Stream.of(sink, other).flatMap(one -> one.taken().stream()).toList();
    }

    private static List<Long> raise(List<Device> devices) {
        List<Long> ids = devices.stream()
                .map(device -> world().raiseAlarm(device, CLOCK.instant().plusSeconds(60)))
                .toList();
        CLOCK.advance(Duration.ofMinutes(5));
        return ids;
    }

    private AlarmApplication sharing(DataSource way, List<Device> devices) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(way);
        repository.setCreateTable(true);
        return node(new RunbookRoutes.Shared())
                .withKey()
                .bind("offsets", repository)
                .property("alarms.lease", "2s")
                .bind("devices", devices.stream().map(Device::id).toList());
    }
}
