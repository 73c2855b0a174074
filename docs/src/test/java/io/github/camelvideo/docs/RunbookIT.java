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
import io.github.camelvideo.feed.position.PositionsCommandLine;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.Query;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;

/** The drills of docs/runbook.md that one node needs. */
class RunbookIT extends Drill {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void alarmsWaitForASinkThatIsDownAlsoOverARestart() throws Exception {
        List<Long> ids = new ArrayList<>();
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            sink.setDown(true);
            ids.addAll(raise(3));

            awaitLog("Item … failed and is redelivered at the next poll");
            await().untilAsserted(() -> assertThat(
                            health(application, "consumer:alarms").getDetails())
                    .containsEntry("feed.failed", 3));
            // polls succeed, and the vendor is read up to the present
            awaitUp(application, "consumer:alarms");
            awaitUp(application, "feed:alarms");
        }
        ids.addAll(raise(2));
        sink.setDown(false);
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            await().until(() -> sink.taken().size() >= 5);
            await().untilAsserted(() -> assertThat(
                            health(application, "consumer:alarms").getDetails())
                    .containsEntry("feed.failed", 0)
                    .containsEntry("feed.waiting", 0)
                    .containsEntry("feed.watermark", CLOCK.instant().toString()));
        }
        assertThat(sink.taken()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void alarmsWaitForADeadLetterQueueThatIsDownToo() throws Exception {
        DrillSink letters = new DrillSink();
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.DeadLetters()), sink)) {
            application.mock("jms:queue:alarms.failed").whenAnyExchangeReceived(letters);
            sink.setDown(true);
            letters.setDown(true);
            List<Long> ids = raise(2);
            awaitLog("Item … failed and jms:queue:alarms.failed did not take it. It is redelivered at the next poll");

            letters.setDown(false);

            awaitLog("Item … failed and was sent to jms:queue:alarms.failed");
            await().untilAsserted(() -> assertThat(letters.taken()).containsExactlyInAnyOrderElementsOf(ids));
            assertThat(sink.taken()).isEmpty();
        }
    }

    @Test
    void aSpanIsReplayedBesideTheLiveFeed() throws Exception {
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            raise(1);
            Instant from = CLOCK.instant();
            List<Long> span = raise(3);
            Instant to = CLOCK.instant();
            raise(1);
            await().until(() -> sink.taken().size() == 5);
            application.settle();
            sink.forget();

            application.context().getPropertiesComponent().addInitialProperty("replay.from", from.toString());
            application.context().getPropertiesComponent().addInitialProperty("replay.to", to.toString());
            application.context().addRoutes(new RunbookRoutes.Replay());
            List<Long> live = raise(1);

            await().until(() -> isPast(to));
            stopReplay();
            assertThat(PositionsCommandLine.run(shown("delete alarms-replay --directory data/offsets")))
                    .startsWith("Deleted 1 positions of 'alarms-replay'.");
            await().until(() -> sink.taken().size() >= 4);
            assertThat(sink.taken()).hasSize(4).containsAll(span).containsAll(live);
        }
    }

    private static boolean isPast(Instant end) throws Exception {
        // region watermark
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName feeds = new ObjectName("org.apache.camel:type=consumers,name=FeedConsumer(*,*");
        ObjectName replay = server.queryNames(feeds, Query.eq(Query.attr("RouteId"), Query.value("replay")))
                .iterator()
                .next();

        String watermark = (String) server.getAttribute(replay, "Watermark");
        // end
        return watermark != null && !Instant.parse(watermark).isBefore(end);
    }

    private static void stopReplay() throws Exception {
        // region stop
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName routes = new ObjectName("org.apache.camel:type=routes,name=\"replay\",*");

        server.invoke(server.queryNames(routes, null).iterator().next(), "stop", null, null);
        // end
    }

    @Test
    void aFeedCatchesUpAfterAnOutageOfTheVendor() throws Exception {
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            List<Long> ids = new ArrayList<>(raise(1));
            await().until(() -> sink.taken().size() == 1);

            CLOUD.simulator().faults().random(1, 1, Fault.INTERNAL_ERROR);
            ids.addAll(raise(5, Duration.ofHours(3)));
            awaitLog("Failed polling endpoint: … Will try again at next poll.");
            awaitHealth(application, "consumer:alarms", State.DOWN, "Consumer failed polling … times route: alarms");
            assertThat(health(application, "consumer:alarms").getDetails())
                    .containsEntry("vendor.code", "InternalError");
            awaitHealth(
                    application,
                    "feed:alarms",
                    State.DOWN,
                    "was read up to … only, … This process polls it. Check whether polls fail, or wait for exchanges of the route.");

            CLOUD.simulator().faults().clear();

            awaitUp(application, "consumer:alarms");
            awaitUp(application, "feed:alarms");
            await().until(() -> sink.taken().size() >= 6);
            assertThat(sink.taken()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void aKeyIsReplacedWithoutAFailure() throws Exception {
        write(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);
        try (AlarmApplication application = start(withMountedKey(), sink)) {
            List<Long> ids = new ArrayList<>(raise(1));
            await().until(() -> sink.taken().size() == 1);
            awaitLog("the first call goes to …, with the key from secret secrets/tencent-video.");

            write(NEW_KEY, "new-secret-key");
            CLOUD.simulator().disableKey(VideoCloudSimulator.SECRET_ID);
            ids.addAll(raise(1));

            await().until(() -> sink.taken().size() >= 2);
            application.settle();
            assertThat(sink.taken()).containsExactlyElementsOf(ids);
            assertThat(lines()).noneMatch(line -> line.contains("Failed polling endpoint"));
        }
    }

    @Test
    void aFeedWaitsForAKeyThatIsValid() throws Exception {
        write(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);
        try (AlarmApplication application = start(withMountedKey(), sink)) {
            List<Long> ids = new ArrayList<>(raise(1));
            await().until(() -> sink.taken().size() == 1);

            CLOUD.simulator().disableKey(VideoCloudSimulator.SECRET_ID);
            ids.addAll(raise(1));
            awaitHealth(application, "consumer:alarms", State.DOWN, "Consumer failed polling … times route: alarms");
            assertThat(health(application, "consumer:alarms").getDetails())
                    .containsEntry("vendor.code", "AuthFailure.SecretIdNotFound");
            write(NEW_KEY, "new-secret-key");
            // a refused key is replaced every ten seconds at most
            CLOCK.advance(Duration.ofSeconds(10));

            awaitUp(application, "consumer:alarms");
            await().until(() -> sink.taken().size() >= 2);
            assertThat(sink.taken()).containsExactlyElementsOf(ids);
        }
    }

    private static AlarmApplication withMountedKey() {
        return node(new RunbookRoutes.Alarms())
                .bind("offsets", new FileOffsetRepository("data/offsets"))
                .bind("key", new MountedKey())
                .property("camel.component.tencent-video.credentials-provider", "#bean:key");
    }

    private static void write(String id, String key) throws Exception {
        Path secret = Files.createDirectories(Path.of("secrets/tencent-video"));
        Files.writeString(secret.resolve("id"), id + "\n");
        Files.writeString(secret.resolve("key"), key + "\n");
    }

    @Test
    void aPositionThatIsOlderThanTheRetentionIsReported() throws Exception {
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            raise(1);
            await().until(() -> sink.taken().size() == 1);
            application.settle();
        }
        sink.forget();
        raise(1, Duration.ofDays(1));
        CLOCK.advance(Duration.ofDays(2));
        List<Long> kept = raise(2, Duration.ofDays(29));
        try (AlarmApplication application = start(onFiles(new RunbookRoutes.Alarms()), sink)) {
            awaitLog("items from … to … may be lost");
            awaitHealth(
                    application, "consumer:alarms", State.UNKNOWN, "Items from … were no longer kept by the vendor");
            assertThat(health(application, "consumer:alarms").getDetails()).containsKeys("feed.gapFrom", "feed.gapTo");
            await().until(() -> sink.taken().size() >= 2);
            assertThat(sink.taken()).containsExactlyElementsOf(kept);

            application.context().getRouteController().stopRoute("alarms");
            application.context().getRouteController().startRoute("alarms");

            awaitUp(application, "consumer:alarms");
        }
    }

    /** Else the page could promise words that nobody has seen. */
    @Test
    void everyMessageOfThePageIsSeenInADrill() {
        String drills = Project.below("docs/src/test/java", "IT.java")
                .filter(file -> file.getFileName().toString().startsWith("Runbook"))
                .map(Project::read)
                .collect(Collectors.joining());
        assertThat(Project.read(PAGE)
                        .lines()
                        .filter(line -> line.startsWith("| log") || line.startsWith("| health"))
                        .flatMap(line -> CODE.matcher(line).results())
                        .map(code -> code.group(1))
                        // names of checks, details and meters have no blank
                        .filter(words -> words.contains(" ")))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(drills).contains("\"" + words + "\""));
    }

    private static AlarmApplication onFiles(RouteBuilder... routes) {
        return node(routes).withKey().bind("offsets", new FileOffsetRepository("data/offsets"));
    }
}
