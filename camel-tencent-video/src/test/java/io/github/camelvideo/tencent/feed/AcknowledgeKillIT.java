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

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed while they deliver alarms and acknowledge them, which takes longer than the delivery. The test ends when every
 * alarm is acknowledged. The profile {@code soak} kills more often.
 */
class AcknowledgeKillIT {

    /** New alarms for each process, and the most it delivers before it is killed: so each one has something to deliver. */
    private static final int PER_PROCESS = 40;

    /** So many items may be in the route or being acknowledged at a time, and so many a kill may repeat. */
    private static final int OUTSTANDING = 8;

    /** Only ends a test that would never end. */
    private static final Duration FOREVER = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final Set<Long> delivered = new HashSet<>();
    private VideoCloudSimulator cloud;

    @BeforeEach
    void startTheCloud() {
        cloud = VideoCloudSimulator.builder().rateLimits(false).start();
        // slow, so that items are being acknowledged at each kill
        cloud.faults()
                .add(FaultPlan.of(Fault.SLOW_BODY)
                        .on("DeleteWarning")
                        .times(Integer.MAX_VALUE)
                        .pause(Duration.ofMillis(20)));
    }

    @AfterEach
    void closeTheCloud() {
        cloud.close();
    }

    @Test
    void losesNoItemAndNoAcknowledgementAndRepeatsAtMostWhatWasOutstanding() throws Exception {
        int kills = Integer.getInteger("kills.acknowledge", 3);
        Random random = new Random(kills);
        NodeProcess node = prepare(0);
        for (int kill = 1; kill <= kills; kill++) {
            try (NodeProcess killed = node) {
                raiseNewAlarms();
                killed.go();
                node = prepare(kill);
                // far enough into the process to be in the middle of acknowledgements
                int enough = 2 * OUTSTANDING + random.nextInt(PER_PROCESS - 2 * OUTSTANDING);
                killed.await(() -> killed.delivered().size() >= enough, killed::delivered, FOREVER);
                killed.kill();
                count(killed.delivered());
            }
        }
        try (NodeProcess last = node) {
            raiseNewAlarms();
            last.go();
            last.await(() -> cloud.world().deleted().equals(cloud.world().alarmIds()), last::delivered, FOREVER);
            last.kill();
            count(last.delivered());
        }

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(cloud.world().alarmIds());
    }

    private void raiseNewAlarms() {
        Instant now = Instant.now();
        cloud.world().raiseAlarms(PER_PROCESS, now.minusSeconds(30), now);
    }

    private NodeProcess prepare(int number) throws Exception {
        return NodeProcess.prepare(
                cloud.url(),
                directory,
                number,
                directory.resolve("positions").toString(),
                "",
                List.of("alarms\tId\ttencent-video:iotvideoindustry/DescribeWarnings"
                        + "?startFrom=earliest&acknowledge=DeleteWarning"));
    }

    private void count(List<LedgerLine> lines) {
        List<Long> ids = lines.stream().map(line -> Long.valueOf(line.key())).toList();
        assertThat(ids).as("of one process").doesNotHaveDuplicates();
        long repeated = ids.stream().filter(id -> !delivered.add(id)).count();
        assertThat(repeated).isLessThanOrEqualTo(OUTSTANDING);
    }
}
