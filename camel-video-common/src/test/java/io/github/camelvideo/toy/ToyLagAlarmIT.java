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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.feed.position.PositionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lag alarm on two nodes, of which one polls, or none. */
class ToyLagAlarmIT extends ToyVideoTestSupport {

    private static final String ALARMS = "ListAlarms?lagAlarm=PT1M&offsetRepository=#offsets&offsetKey=alarms";

    private static final Duration STEP = Duration.ofSeconds(10);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final SharedStates states = new SharedStates();
    private CamelContext other;

    @TempDir
    private Path directory;

    @AfterEach
    void stopOtherNode() {
        if (other != null) {
            other.stop();
        }
    }

    /** What {@code offsets} of each node are. */
    private interface Offsets {
        Object ofNode();
    }

    private JdbcOffsetRepository database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        JdbcOffsetRepository repository = new JdbcOffsetRepository(source);
        repository.setCreateTable(true);
        return repository;
    }

    private FileOffsetRepository files() {
        return new FileOffsetRepository(directory.toString());
    }

    /** The first node polls, and the other waits. */
    private void startNodes(String uri, Offsets offsets) throws Exception {
        context.getRegistry().bind("offsets", offsets.ofNode());
        consume(uri);
        startOtherNode(uri, offsets);
    }

    private void startOtherNode(String uri, Offsets offsets) throws Exception {
        other = new DefaultCamelContext();
        ToyVideoComponent component = other.getComponent("toy-video", ToyVideoComponent.class);
        component.setClock(clock);
        component.getConfiguration().setEndpointUrl(cloud.url());
        component.getConfiguration().setKeyId(ToyCloud.KEY_ID);
        component.getConfiguration().setKeySecret(ToyCloud.KEY_SECRET);
        other.getRegistry().bind("offsets", offsets.ofNode());
        other.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("toy-video:" + uri + "&initialDelay=0&delay=20")
                        .routeId("feed")
                        .autoStartup(false)
                        .to("log:items?level=OFF");
            }
        });
        other.start();
    }

    private static HealthCheck.Result health(CamelContext node) {
        List<HealthCheck.Result> checks = HealthCheckHelper.invoke(node).stream()
                .filter(ToyLagAlarmIT::isOfFeed)
                .toList();
        assertThat(checks).hasSize(1);
        return checks.get(0);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().pollInterval(Duration.ofMillis(5));
    }

    private static boolean isOfFeed(HealthCheck.Result result) {
        return result.getCheck().getId().equals("feed:feed");
    }

    private static HealthCheck.State state(CamelContext node) {
        return health(node).getState();
    }

    private static String message(CamelContext node) {
        return health(node).getMessage().orElse("");
    }

    /** Time goes on and the first node polls, so that a quiet feed stores how far it was read. */
    private void pollFor(Duration time, String action) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            clock.advance(STEP);
            int calls = cloud.calls(action).size();
            soon().until(() -> cloud.calls(action).size() >= calls + 2);
            assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health(other)).satisfies(result -> assertThat(result.getState())
                    .as("%s %s", result.getMessage(), result.getDetails())
                    .isEqualTo(HealthCheck.State.UP));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListAlarms", "ListCameras"})
    void aQuietFeedIsHealthyOnBothNodesUntilNobodyPolls(String action) throws Exception {
        startNodes(ALARMS.replace("ListAlarms", action), this::database);
        soon().until(() -> !cloud.calls(action).isEmpty());
        pollFor(Duration.ofMinutes(2), action);
        assertThat(health(other).getDetails()).containsEntry("feed.polledHere", false);
        assertThat(health(context).getDetails()).containsEntry("feed.polledHere", true);

        context.getRouteController().stopRoute("feed");
        clock.advance(Duration.ofSeconds(61));

        assertThat(List.of(state(context), state(other))).containsOnly(HealthCheck.State.DOWN);
        assertThat(message(other))
                .contains(
                        "toy-video:" + action + " was read up to ",
                        "lagAlarm=PT1M",
                        "Start its route on one node",
                        "alarms");

        other.getRouteController().startRoute("feed");
        soon().until(() -> state(other) == HealthCheck.State.UP);
        // what the first node has read of the position is a tenth of the alarm old at most
        clock.advance(Duration.ofSeconds(6));
        soon().until(() -> state(context) == HealthCheck.State.UP);
    }

    @Test
    void theHolderOfThePositionIsNamed() throws Exception {
        startNodes(ALARMS, this::database);
        soon().until(() -> !cloud.calls("ListAlarms").isEmpty());
        pollTwiceMore();
        context.getRouteController().stopRoute("feed");
        JdbcOffsetRepository evicted = database();
        evicted.start();
        try (PositionStore held = evicted.open("alarms")) {
            clock.advance(Duration.ofSeconds(61));

            assertThat(state(other)).isEqualTo(HealthCheck.State.DOWN);
            assertThat(message(other))
                    .contains(
                            "process " + ProcessHandle.current().pid() + "@",
                            "has the position 'alarms' open",
                            "lease");
            assertThat(held.load("")).isNotNull();
        }
    }

    @Test
    void aFeedThatNobodyHasEverReadLagsSinceTheNodeStarted() throws Exception {
        startOtherNode(ALARMS, this::database);

        clock.advance(Duration.ofSeconds(60));
        assertThat(state(other)).isEqualTo(HealthCheck.State.UP);

        clock.advance(Duration.ofSeconds(1));
        assertThat(state(other)).isEqualTo(HealthCheck.State.DOWN);
        assertThat(message(other)).contains("has not been read since this process started, PT1M1S ago");
        // nothing may take a node from the cluster, or restart it, because of that
        assertThat(HealthCheckHelper.invokeReadiness(other)).noneMatch(ToyLagAlarmIT::isOfFeed);
        assertThat(HealthCheckHelper.invokeLiveness(other)).noneMatch(ToyLagAlarmIT::isOfFeed);
    }

    @Test
    void whilePollsHangTheNodeThatPollsIsDownToo() throws Exception {
        startNodes(ALARMS, this::files);
        soon().until(() -> !cloud.calls("ListAlarms").isEmpty());
        pollFor(Duration.ofSeconds(20), "ListAlarms");
        CountDownLatch answered = new CountDownLatch(1);
        cloud.holdUntil(answered);

        clock.advance(Duration.ofSeconds(61));
        soon().until(() -> state(context) == HealthCheck.State.DOWN);
        assertThat(message(context)).contains("This process polls it");
        assertThat(state(other)).isEqualTo(HealthCheck.State.DOWN);
        assertThat(message(other)).contains("this process, ", "has the position 'alarms' open");

        answered.countDown();
        soon().until(() -> state(context) == HealthCheck.State.UP);
    }

    @Test
    void ofManyPartitionsTheOneFurthestBehindCountsAndThoseThatAreGoneDoNot() throws Exception {
        cloud.camera("c1", "door").camera("c2", "gate").camera("c3", "yard");
        startNodes(ALARMS + "&forEach=CameraId&forEachIn=action:ListCameras&forEachRefresh=1s", () -> states);
        soon().until(() -> cloud.calls("ListAlarms").size() >= 6);
        pollFor(Duration.ofSeconds(40), "ListAlarms");
        cloud.removeCamera("c3");
        pollFor(Duration.ofSeconds(80), "ListAlarms");

        cloud.faults((call, response) ->
                call.parameters().path("CameraId").asText().equals("c2") ? ToyCloud.refusal("Broken") : response);
        clock.advance(Duration.ofSeconds(61));
        soon().until(() -> state(context) == HealthCheck.State.DOWN);
        assertThat(message(context)).contains("The partition furthest behind is", "c2");
        soon().until(() -> state(other) == HealthCheck.State.DOWN);
    }

    @Test
    void healthIsAskedOftenAndTheRepositorySeldom() throws Exception {
        startNodes(ALARMS, () -> states);
        soon().until(() -> !cloud.calls("ListAlarms").isEmpty());
        pollTwiceMore();
        context.getRouteController().stopRoute("feed");
        state(other);
        int before = states.reads.get();

        for (int i = 0; i < 100; i++) {
            state(other);
        }

        assertThat(states.reads.get()).isEqualTo(before);
    }

    @Test
    void aRepositoryThatFailsIsUnknownUntilTheFeedLagsByWhatWasReadLast() throws Exception {
        startNodes(ALARMS, () -> states);
        soon().until(() -> !cloud.calls("ListAlarms").isEmpty());
        pollFor(Duration.ofSeconds(30), "ListAlarms");

        states.broken = true;
        clock.advance(Duration.ofSeconds(7));
        assertThat(state(other)).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(message(other)).contains("cannot be read: no connection");

        clock.advance(Duration.ofSeconds(60));
        assertThat(state(other)).isEqualTo(HealthCheck.State.DOWN);
        states.broken = false;
    }

    @Test
    void aPositionThatOthersCannotSeeIsJudgedByTheNodeThatPollsOnly() throws Exception {
        try (LogLines log = new LogLines()) {
            startOtherNode(ALARMS, MemoryStateRepository::new);
            clock.advance(Duration.ofMinutes(2));

            assertThat(state(other)).isEqualTo(HealthCheck.State.UP);
            assertThat(message(other)).contains("does not poll the feed");
            assertThat(log.infos("MemoryStateRepository does not show what other processes store"))
                    .hasSize(1);
        }
    }

    @Test
    void aRepositoryThatCannotBeAskedIsRefused() {
        context.getRegistry().bind("offsets", new WriteOnly());

        assertThatThrownBy(() -> consume(ALARMS))
                .hasStackTraceContaining(
                        "lagAlarm=PT1M: the offsetRepository cannot tell how far another process has read")
                .hasStackTraceContaining("JdbcOffsetRepository");
    }

    @Test
    void anAlarmThatAWorkingFeedWouldRaiseIsRefusedWithTheLeastSensibleOne() {
        assertThatThrownBy(() -> consume("ListViewers?lagAlarm=PT1M&CameraId=c1&Lens=l1"))
                .hasStackTraceContaining("lagAlarm=PT1M: must be at least PT6M1S")
                .hasStackTraceContaining("PT3M behind after a poll");
    }

    @Test
    void wholeResponsesHaveNoLag() {
        assertThatThrownBy(() -> consume("ListAlarms?lagAlarm=PT1M&mode=RESPONSE"))
                .hasStackTraceContaining("mode=RESPONSE has no position. Remove lagAlarm, or use mode=FEED.");
    }

    @Test
    void aRouteThatIsRemovedHasNoCheckAnyMore() throws Exception {
        context.getRegistry().bind("offsets", states);
        consume(ALARMS);

        context.getRouteController().stopRoute("feed");
        assertThat(health(context)).isNotNull();
        context.removeRoute("feed");

        assertThat(HealthCheckHelper.invoke(context)).noneMatch(ToyLagAlarmIT::isOfFeed);
    }

    /** A repository of a user that all nodes share. */
    private static final class SharedStates implements StateRepository<String, String> {

        private final Map<String, String> states = new ConcurrentHashMap<>();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public void setState(String key, String value) {
            states.put(key, value);
        }

        @Override
        public String getState(String key) {
            if (broken) {
                throw new IllegalStateException("no connection");
            }
            reads.incrementAndGet();
            return states.get(key);
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    /** A repository of a user that does not show what it keeps. */
    private static final class WriteOnly extends MemoryStateRepository implements PositionRepository {

        @Override
        public PositionStore open(String feed) {
            throw new IllegalStateException("not reached");
        }

        @Override
        public List<String> feeds() {
            return List.of();
        }

        @Override
        public List<String> partitions(String feed) {
            return List.of();
        }
    }
}
