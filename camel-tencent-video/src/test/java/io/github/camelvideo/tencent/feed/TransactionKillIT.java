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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Processes that write alarms into a table in the transactions of their position are killed while they do so, and others resume. Nothing may
 * be lost, repeated or half written. Of the profile {@code soak}; {@code kills.transaction.url} names another database than H2 in a file.
 */
@EnabledIfSystemProperty(named = "kills.transaction", matches = "[1-9][0-9]*")
class TransactionKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionKillIT.class);

    /** New alarms for each process, and the most that enter its route before it is killed. */
    private static final int PER_PROCESS = 40;

    /** Only ends a test that would never end. */
    private static final Duration FOREVER = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void tableAndPositionAgreeWheneverAProcessIsKilled() throws Exception {
        int kills = Integer.getInteger("kills.transaction");
        String url = url();
        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url));
        database.execute("DROP TABLE IF EXISTS ALARM");
        database.execute("CREATE TABLE ALARM (ITEM_KEY VARCHAR(50), PART INTEGER)");
        Random random = new Random(kills);
        List<Long> ids = new ArrayList<>();
        long end;
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().rateLimits(false).start()) {
            String feed =
                    "tencent-video:iotvideoindustry/DescribeWarnings?startFrom=earliest&lookback=PT1M&offsetKey=kills"
                            + Instant.now().toEpochMilli();
            NodeProcess node = prepare(cloud, 0, url, feed);
            for (int kill = 1; kill <= kills; kill++) {
                try (NodeProcess killed = node) {
                    ids.addAll(raise(cloud));
                    killed.go();
                    node = prepare(cloud, kill, url, feed);
                    int enough = 1 + random.nextInt(PER_PROCESS);
                    killed.await(() -> killed.delivered().size() >= enough, () -> enough + " items", FOREVER);
                    killed.kill();
                }
            }
            try (NodeProcess last = node) {
                ids.addAll(raise(cloud));
                // H2 lets no other process look; items come oldest first
                end = cloud.world().raiseAlarm(Instant.now());
                last.go();
                last.await(() -> lastOf(last) == end, () -> lastOf(last), FOREVER);
                last.kill();
            }
        }
        List<Long> written =
                database.queryForList("SELECT CAST(ITEM_KEY AS BIGINT) AS K FROM ALARM ORDER BY K, PART", Long.class);
        // perhaps killed before its commit
        written.removeIf(id -> id == end);
        LOG.info(
                "{} kills, {}: written={} repeated={} lost={}",
                kills,
                url.startsWith("jdbc:h2") ? "H2" : "another database",
                written.size() / 2,
                written.size() / 2 - written.stream().distinct().count(),
                ids.stream().filter(id -> !written.contains(id)).count());
        assertThat(written)
                .isEqualTo(
                        ids.stream().sorted().flatMap(id -> Stream.of(id, id)).toList());
    }

    private String url() {
        return System.getProperty(
                "kills.transaction.url",
                // committed is written; locked by the system, which frees it after a kill
                "jdbc:h2:file:" + directory.resolve("database") + ";WRITE_DELAY=0;FILE_LOCK=FS");
    }

    private NodeProcess prepare(VideoCloudSimulator cloud, int number, String url, String feed) throws Exception {
        return NodeProcess.prepare(TransactedNode.class, cloud.url(), directory, number, url, "", List.of(feed));
    }

    private static List<Long> raise(VideoCloudSimulator cloud) {
        Instant now = Instant.now();
        return cloud.world().raiseAlarms(PER_PROCESS, now.minusSeconds(5), now);
    }

    private static long lastOf(NodeProcess process) {
        List<LedgerLine> entered = process.delivered();
        return entered.isEmpty()
                ? 0
                : Long.parseLong(entered.get(entered.size() - 1).key());
    }
}
