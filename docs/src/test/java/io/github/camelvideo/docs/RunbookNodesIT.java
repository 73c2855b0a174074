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

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.feed.position.PositionsCommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;

/** The drills of docs/runbook.md that need a second node, or another place for the position. */
class RunbookNodesIT extends Drill {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void aStoppedFeedIsMovedBackByTheCommand() throws Exception {
        deliver(3, onFiles("data/offsets"));
        Instant from = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(30));
        List<Long> ids = deliver(2, onFiles("data/offsets"));

        String moved =
                PositionsCommandLine.run(shown("rewind alarms --to 2026-01-31T08:00:00Z --directory data/offsets")
                        .replace("2026-01-31T08:00:00Z", from.toString()));

        assertThat(moved).contains("Feed 'alarms': moved from " + CLOCK.instant());
        sink.forget();
        assertDelivered(ids, onFiles("data/offsets"));
    }

    @Test
    void aFeedMovesWithItsDirectory() throws Exception {
        deliver(3, onFiles("data/offsets"));
        sink.forget();
        Path copy = Files.createDirectories(Path.of("data/copy"));
        try (Stream<Path> files = Files.list(Path.of("data/offsets"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }

        assertDelivered(raise(1), onFiles(copy.toString()));
    }

    @Test
    void aFeedMovesFromFilesToADatabase() throws Exception {
        deliver(3, onFiles("data/offsets"));
        sink.forget();
        createTables();

        String copied = PositionsCommandLine.run(shown(
                        "copy alarms --directory data/offsets --to-jdbc-url jdbc:postgresql://db.example.com/camel --to-user camel")
                .replace("jdbc:postgresql://db.example.com/camel --to-user camel", url));

        assertThat(copied).startsWith("Copied 1 positions of 'alarms'");
        assertDelivered(raise(1), onDatabase(new DrillDatabase(url), new RunbookRoutes.Alarms()));
    }

    private void createTables() {
        JdbcOffsetRepository repository = repository(new DrillDatabase(url));
        repository.start();
        repository.stop();
    }

    @Test
    void aNodeThatStartsTakesTheFeedOverFromOneThatRuns() throws Exception {
        DrillSink sinkOfOther = new DrillSink();
        try (AlarmApplication former =
                        start(onDatabase(new DrillDatabase(url), new RunbookRoutes.Alarms()), sinkOfOther);
                AlarmApplication next = onDatabase(new DrillDatabase(url), new RunbookRoutes.Alarms())) {
            raise(3);
            await().until(() -> sinkOfOther.taken().size() == 3);
            former.settle();

            start(next, sink);
            List<Long> ids = new ArrayList<>(raise(1));
            awaitLog("another process has taken the feed over. The route is stopped");
            await().until(() ->
                    former.context().getRouteController().getRouteStatus("alarms") == ServiceStatus.Stopped);
            ids.addAll(raise(1));

            await().until(() -> sink.taken().size() >= 2);
            assertThat(sink.taken()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void deliveryContinuesWhileTheDatabaseIsDown() throws Exception {
        DrillDatabase database = new DrillDatabase(url);
        List<Long> ids = new ArrayList<>();
        try (AlarmApplication node = start(onDatabase(database, new RunbookRoutes.Alarms()), sink)) {
            ids.addAll(raise(1));
            await().until(() -> sink.taken().size() == 1);

            database.setDown(true);
            ids.addAll(raise(1));
            awaitLog("the position cannot be stored. Delivery continues");
            awaitHealth(node, "consumer:alarms", State.DOWN, "The position cannot be stored: …");
            await().until(() -> sink.taken().size() == 2);

            database.setDown(false);
            ids.addAll(raise(1));
            awaitUp(node, "consumer:alarms");
        }
        ids.addAll(raise(1));
        assertDelivered(ids, onDatabase(new DrillDatabase(url), new RunbookRoutes.Alarms()));
    }

    /** The next engine knows nothing of what the former remembered. */
    @Test
    void aFeedStartsElsewhereAtItsWatermarkLessTheLookback() throws Exception {
        Duration lookback = Duration.ofMinutes(10);
        raise(1);
        CLOCK.advance(Duration.ofMinutes(30));
        List<Long> sent = raise(2);
        try (AlarmApplication application = start(onFiles("data/offsets"), sink)) {
            await().until(() -> sink.taken().size() == 3);
            application.settle();
        }
        String listed = PositionsCommandLine.run(shown("list alarms --directory data/offsets"));
        Instant watermark = Instant.parse(listed.lines().toList().get(1).split("\t")[3]);
        long late = world().raiseLate(world().devices().get(0), CLOCK.instant().minusSeconds(300), CLOCK.instant());
        sink.forget();

        try (AlarmApplication application = start(
                onFiles("data/other", new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("tencent-video:iotvideoindustry/DescribeWarnings?offsetRepository=#offsets&startFrom="
                                        + watermark.minus(lookback))
                                .to("jms:queue:alarms");
                    }
                }),
                sink)) {
            await().until(() -> sink.taken().size() >= 3);
            application.settle();
        }
        assertThat(sink.taken()).hasSize(3).containsAll(sent).contains(late);
    }

    /** Raises alarms and lets a node deliver them. */
    private List<Long> deliver(int count, AlarmApplication node) throws Exception {
        List<Long> ids = new ArrayList<>(raise(count));
        sink.forget();
        assertDelivered(ids, node);
        return ids;
    }

    /** Starts a node, and waits until it has delivered these and nothing else. */
    private void assertDelivered(List<Long> ids, AlarmApplication node) throws Exception {
        try (AlarmApplication application = start(node, sink)) {
            await().until(() -> sink.taken().size() >= ids.size());
            application.settle();
        }
        assertThat(sink.taken()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static AlarmApplication onFiles(String directory) {
        return onFiles(directory, new RunbookRoutes.Alarms());
    }

    private static AlarmApplication onFiles(String directory, RouteBuilder routes) {
        return node(routes).withKey().bind("offsets", new FileOffsetRepository(directory));
    }

    private static AlarmApplication onDatabase(DataSource database, RouteBuilder routes) {
        return node(routes).withKey().bind("offsets", repository(database));
    }

    private static JdbcOffsetRepository repository(DataSource database) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(database);
        repository.setCreateTable(true);
        return repository;
    }
}
