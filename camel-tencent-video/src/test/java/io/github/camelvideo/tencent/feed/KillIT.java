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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes with a route of {@linkplain KilledFeed each kind of feed} are killed while they deliver, and others resume, while the cloud goes
 * on, also between a process and the next. The cloud waits for no time: its clock moves on when all that has happened was received, so the test
 * holds on a slow machine as well. The profile {@code soak} kills more often.
 */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);

    /** The most items of the feed that is aimed at before a process is killed. */
    private static final int PER_PROCESS = 12;

    /** So long the last process must show that it repeats nothing. */
    private static final int MINUTES_AFTER = 4;

    /** Only ends a test that would never end. */
    private static final Duration FOREVER = Duration.ofMinutes(2);

    private static final List<String> ROUTES =
            Arrays.stream(KilledFeed.values()).map(KilledFeed::route).toList();

    @TempDir
    Path directory;

    private final Ledger ledger = new Ledger();
    private SharedClock clock;
    private VideoCloudSimulator simulator;
    private MovingCloud cloud;

    @BeforeEach
    void startTheCloud() throws Exception {
        clock = SharedClock.in(directory.resolve("clock"));
        simulator = VideoCloudSimulator.builder().clock(clock).rateLimits(false).start();
        cloud = new MovingCloud(simulator.world(), clock, ledger);
    }

    @AfterEach
    void closeTheCloud() {
        simulator.close();
    }

    @Test
    void losesNothingAndRepeatsOnlyTheItemInFlightWithPositionsInFiles() throws Exception {
        killAndResume(
                Integer.getInteger("kills.files", 4),
                directory.resolve("positions").toString());
    }

    @Test
    void losesNothingAndRepeatsOnlyTheItemInFlightWithPositionsInADatabase() throws Exception {
        // committed is written; locked by the system, which frees it after a kill; not opened anew for each position
        killAndResume(
                Integer.getInteger("kills.database", 2),
                "jdbc:h2:file:" + directory.resolve("positions") + ";WRITE_DELAY=0;FILE_LOCK=FS;DB_CLOSE_DELAY=-1");
    }

    private void killAndResume(int kills, String positions) throws Exception {
        Random random = new Random(kills);
        NodeProcess node = prepare(0, positions);
        for (int kill = 1; kill <= kills; kill++) {
            KilledFeed aim = KilledFeed.values()[kill % KilledFeed.values().length];
            try (NodeProcess killed = node) {
                killed.go();
                node = prepare(kill, positions);
                int enough = 1 + random.nextInt(PER_PROCESS);
                killed.await(() -> hasReceived(killed, aim, enough), ledger::missing, FOREVER);
                kill(killed);
            }
            if (ledger.isComplete()) {
                cloud.move();
            }
        }
        try (NodeProcess last = node) {
            last.go();
            for (int minute = 0; minute < MINUTES_AFTER; minute++) {
                last.await(() -> hasReceivedAll(last), ledger::missing, FOREVER);
                cloud.move();
            }
            last.await(() -> hasReceivedAll(last), ledger::missing, FOREVER);
            kill(last);
        }

        ledger.assertComplete();
        ledger.summary().forEach(line -> LOG.info("{} kills, positions in {}: {}", kills, place(positions), line));
        for (KilledFeed feed : KilledFeed.values()) {
            assertThat(ledger.repeated(feed)).as(feed.name()).isLessThanOrEqualTo(kills);
        }
    }

    private NodeProcess prepare(int number, String positions) throws Exception {
        return NodeProcess.prepare(
                simulator.url(),
                directory,
                number,
                positions,
                directory.resolve("clock").toString(),
                ROUTES);
    }

    private boolean hasReceived(NodeProcess process, KilledFeed feed, int items) {
        if (hasReceivedAll(process)) {
            cloud.move();
        }
        return ledger.ofProcess(feed) >= items;
    }

    private boolean hasReceivedAll(NodeProcess process) {
        ledger.take(process.delivered());
        return ledger.isComplete();
    }

    private void kill(NodeProcess process) throws InterruptedException {
        process.kill();
        ledger.take(process.delivered());
        ledger.killed();
    }

    private static String place(String positions) {
        return positions.startsWith("jdbc:") ? "a database" : "files";
    }
}
