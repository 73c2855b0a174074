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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.world.Alarm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed while they deliver, and others resume, while the cloud raises new alarms. The number of alarms is fixed, and the
 * test ends when all of them are delivered, so it holds on a slow machine as well. The profile {@code soak} kills more often.
 */
class KillIT {

    private static final int BACKLOG = 100;

    /** New alarms for each process, and the most it delivers before it is killed: so each one has something to deliver. */
    private static final int PER_PROCESS = 25;

    /** Only ends a test that would never end. */
    private static final Duration FOREVER = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final Set<Long> delivered = new HashSet<>();
    private VideoCloudSimulator cloud;
    private String options = "";
    private Long lastBeforeTheKill;
    private int repeated;

    @BeforeEach
    void startTheCloud() {
        cloud = VideoCloudSimulator.builder().rateLimits(false).start();
        Instant now = Instant.now();
        cloud.world().raiseAlarms(BACKLOG, now.minus(2, ChronoUnit.HOURS), now);
    }

    @AfterEach
    void closeTheCloud() {
        cloud.close();
    }

    @Test
    void losesNothingAndRepeatsOnlyTheItemInFlightWithPositionsInFiles() throws Exception {
        killAndResume(
                Integer.getInteger("kills.files", 5),
                directory.resolve("positions").toString());
    }

    @Test
    void losesNothingAndRepeatsOnlyTheItemInFlightWithPositionsInADatabase() throws Exception {
        // committed is written; locked by the system, which frees it after a kill; not opened anew for each position
        killAndResume(
                Integer.getInteger("kills.database", 2),
                "jdbc:h2:file:" + directory.resolve("positions") + ";WRITE_DELAY=0;FILE_LOCK=FS;DB_CLOSE_DELAY=-1");
    }

    /** Some alarms are listed an hour late: only sweeps find them, each beginning while the one before is hardly over. */
    @Test
    @EnabledIfSystemProperty(named = "kills.sweep", matches = "[1-9].*", disabledReason = "takes long")
    void losesNothingAndRepeatsOnlyWhatIsInFlightWithSweeps() throws Exception {
        options = "&sweepEvery=1s&sweepSpan=3h";
        killAndResume(
                Integer.getInteger("kills.sweep"),
                directory.resolve("positions").toString());
    }

    private void killAndResume(int kills, String positions) throws Exception {
        Random random = new Random(kills);
        NodeProcess node = NodeProcess.prepare(cloud.url(), directory, 0, positions, options);
        for (int kill = 1; kill <= kills; kill++) {
            try (NodeProcess killed = node) {
                killed.go();
                raiseNewAlarms();
                node = NodeProcess.prepare(cloud.url(), directory, kill, positions, options);
                int enough = 1 + random.nextInt(PER_PROCESS);
                killed.await(() -> killed.delivered().size() >= enough, FOREVER);
                killed.kill();
                count(killed.delivered());
            }
        }
        try (NodeProcess last = node) {
            last.go();
            last.await(() -> allDelivered(last), FOREVER);
            last.kill();
            count(last.delivered());
        }

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(raised());
        assertThat(repeated).isLessThanOrEqualTo(kills);
    }

    /** One by one while the process works, each with the time at which it can be read. */
    private void raiseNewAlarms() {
        for (int i = 0; i < PER_PROCESS; i++) {
            boolean isLate = !options.isEmpty() && i % 5 == 0;
            cloud.world().raiseAlarm(isLate ? Instant.now().minus(1, ChronoUnit.HOURS) : Instant.now());
        }
    }

    private boolean allDelivered(NodeProcess last) {
        Set<Long> all = new HashSet<>(last.delivered());
        all.addAll(delivered);
        return all.size() == raised().size();
    }

    private List<Long> raised() {
        return cloud.world().alarms().stream().map(Alarm::id).toList();
    }

    /** Only the item that was in flight at the kill may come again, and only at once. */
    private void count(List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (!delivered.add(ids.get(i))) {
                repeated++;
                // a late one comes again with the next sweep
                assertThat(options.isEmpty() ? i : 0).isZero();
                assertThat(ids.get(i)).isEqualTo(lastBeforeTheKill);
            }
        }
        if (!ids.isEmpty()) {
            lastBeforeTheKill = ids.get(ids.size() - 1);
        }
    }
}
