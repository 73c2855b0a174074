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
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.SimpleRegistry;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.util.FileUtil;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The routes of docs/feeds.md, and what it says happens in them. */
class FeedRoutesIT {

    private static final String FEED =
            "tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&delay=200&initialDelay=0";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    /** Where the snippets keep positions; those of an earlier run would hide the alarms of this one. */
    @BeforeEach
    void removePositions() {
        FileUtil.removeDir(new File("data"));
    }

    @Test
    void acknowledgedAlarmsAreResetAtTheVendor() throws Exception {
        List<Long> ids = raise(5);
        try (AlarmApplication application = application(new FeedRoutes.Acknowledged())) {
            assertThat(application.context().isStarted()).isTrue();
            await().untilAsserted(() -> assertThat(world().acknowledged()).containsExactlyElementsOf(ids));
        }
    }

    @Test
    void keyAndTimeOfAnAlarmCrossABroker() throws Exception {
        List<Long> ids = raise(1);
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties("offsets-file.properties")
                .routes(new FeedRoutes.OverABroker())
                .start()) {
            MockEndpoint alarms = application.mock("jms:queue:alarms");
            alarms.expectedMessageCount(1);

            alarms.assertIsSatisfied();

            Exchange alarm = alarms.getExchanges().get(0);
            assertThat(crossing(alarm))
                    .containsOnlyKeys("alarmKey", "alarmTime", "Content-Type")
                    .containsEntry("alarmKey", "" + ids.get(0));
            assertThat(Instant.parse(alarm.getMessage().getHeader("alarmTime", String.class)))
                    .isEqualTo(alarm.getMessage().getHeader("CamelTencentVideoItemTime"));
        }
    }

    /** The headers that Camel's JMS component sends: no name of Camel's, and values that JMS has a type for. */
    private static Map<String, Object> crossing(Exchange exchange) {
        JmsHeaderFilterStrategy filter = new JmsHeaderFilterStrategy();
        Map<String, Object> crossing = new HashMap<>(exchange.getMessage().getHeaders());
        crossing.entrySet()
                .removeIf(header -> filter.applyFilterToCamelHeaders(header.getKey(), header.getValue(), exchange)
                        || !(header.getValue() instanceof String));
        return crossing;
    }

    @Test
    void anAlarmThatIsDeliveredAgainAfterItsPositionWasLostIsProcessedOnce() throws Exception {
        raise(3);
        Tickets tickets = new Tickets(exchange -> {});
        for (int run = 0; run < 2; run++) {
            try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                    .withKey()
                    .property("camel.health.enabled", "true")
                    .bind("tickets", tickets)
                    .bind("seen", FileIdempotentRepository.fileIdempotentRepository(new File("data/seen")))
                    .bind("offsets", new MemoryStateRepository())
                    .routes(new FeedRoutes.Once())
                    .start()) {
                await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.delivered", 3L));
            }
        }
        assertThat(tickets.redeliveries).hasSize(3);
    }

    @Test
    void alarmsAreWrittenInTheTransactionOfTheirPosition() throws Exception {
        List<Long> ids = raise(3);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:transaction;DB_CLOSE_DELAY=-1");
        JdbcTemplate table = new JdbcTemplate(database);
        table.execute("create table alarm (id bigint, device varchar(100))");
        for (int run = 0; run < 2; run++) {
            SimpleRegistry beans = new SimpleRegistry();
            FeedRoutes.OneDatabase.bind(beans, database);
            AlarmApplication application = new AlarmApplication(CLOUD.simulator()).withKey();
            beans.forEach((name, bean) ->
                    application.bind(name, bean.values().iterator().next()));
            try (application) {
                application.routes(new FeedRoutes.InOneTransaction()).start();
                await().until(() -> CLOUD.simulator().requests().count("DescribeWarnings") > 0);
                await().untilAsserted(
                                () -> assertThat(table.queryForList("select id from alarm order by id", Long.class))
                                        .isEqualTo(ids));
                CLOUD.simulator().requests().clear();
            }
        }
        JdbcOffsetRepository offsets = new JdbcOffsetRepository(database);
        offsets.start();
        assertThat(offsets.feeds()).hasSize(1);
    }

    @Test
    void aHandledFailureCountsAsDelivered() throws Exception {
        raise(3);
        Tickets tickets = new Tickets(exchange -> {
            throw new IllegalStateException("the database is away");
        });
        try (AlarmApplication application = application(new FeedRoutes.HandledFailures(), tickets)) {
            MockEndpoint failed = application.mock("jms:queue:alarms.failed");
            failed.expectedMessageCount(3);

            failed.assertIsSatisfied();

            await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.failed", 0));
            // three attempts of the route's own error handling for each, none of another poll
            assertThat(tickets.redeliveries).hasSize(9).containsOnly(0);
        }
    }

    @Test
    void aFailedAlarmComesAgainUntilItIsGivenUp() throws Exception {
        raise(1);
        Tickets tickets = new Tickets(exchange -> {
            throw new IllegalStateException("never");
        });
        try (AlarmApplication application = application(new FeedRoutes.LimitedRedeliveries(), tickets)) {
            await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.skipped", 1L));
            assertThat(tickets.redeliveries).containsExactly(0, 1, 2);
        }
    }

    @Test
    void aFailedAlarmGoesToTheDeadLetterEndpointAfterItsRedeliveries() throws Exception {
        raise(1);
        Tickets tickets = new Tickets(exchange -> {
            throw new IllegalStateException("never");
        });
        try (AlarmApplication application = application(new FeedRoutes.DeadLetters(), tickets)) {
            MockEndpoint failed = application.mock("jms:queue:alarms.failed");
            failed.expectedMessageCount(1);

            failed.assertIsSatisfied();

            assertThat(tickets.redeliveries).containsExactly(0, 1, 2);
            assertThat(failed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT))
                    .isInstanceOf(IllegalStateException.class);
            await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.skipped", 1L));
        }
    }

    @Test
    void anAlarmIsDoneWhenAnAggregatorHasTakenItIn() throws Exception {
        raise(2);
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from(FEED)
                        .aggregate(constant(true), new GroupedBodyAggregationStrategy())
                        .completionSize(100)
                        .to("jms:queue:alarms");
            }
        };
        try (AlarmApplication application = application(route)) {
            await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.delivered", 2L));
            assertThat(application.mock("jms:queue:alarms").getReceivedCounter())
                    .isZero();
        }
    }

    @Test
    void anAlarmIsDoneWhateverHappensToTheMessageOfAWireTap() throws Exception {
        raise(1);
        CountDownLatch failed = new CountDownLatch(1);
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from(FEED).wireTap("direct:tapped").to("jms:queue:alarms");
                from("direct:tapped").process(exchange -> {
                    failed.countDown();
                    throw new IllegalStateException("tapped");
                });
            }
        };
        try (AlarmApplication application = application(route)) {
            failed.await();
            await().untilAsserted(() -> assertThat(details(application)).containsEntry("feed.delivered", 1L));
            assertThat(details(application)).containsEntry("feed.failed", 0);
        }
    }

    @Test
    void thePositionIsStoredAtIntervals() throws Exception {
        assertPositionIsKept(new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties("offsets-file.properties")
                .routes(new FeedRoutes.CommitAtIntervals())
                .start());
    }

    @Test
    void alarmsAreInFlightTogetherInAnAsynchronousRoute() throws Exception {
        raise(8);
        CountDownLatch together = new CountDownLatch(8);
        Tickets tickets = new Tickets(exchange -> {
            together.countDown();
            together.await();
        });
        try (AlarmApplication application = application(new FeedRoutes.InParallel(), tickets)) {
            assertThat(application.context().isStarted()).isTrue();
            await().untilAsserted(() -> assertThat(tickets.redeliveries).hasSize(8));
        }
    }

    @Test
    void anAlarmIsDoneWhenTheRouteBehindSedaIs() throws Exception {
        raise(1);
        Tickets tickets = new Tickets(exchange -> {
            if (exchange.getIn().getHeader("CamelTencentVideoRedelivery", Integer.class) == 0) {
                throw new IllegalStateException("once");
            }
        });
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from(FEED).to("seda:work");
                from("seda:work").to("bean:tickets").to("jms:queue:alarms");
            }
        };
        try (AlarmApplication application = application(route, tickets)) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            queue.expectedMessageCount(1);

            queue.assertIsSatisfied();

            assertThat(tickets.redeliveries).containsExactly(0, 1);
        }
    }

    @Test
    void aNodeTakesOverWhereTheOtherStopped() throws Exception {
        raise(4);
        for (int alarms : List.of(4, 1)) {
            try (AlarmApplication node = new AlarmApplication(CLOUD.simulator())
                    .withKey()
                    .properties("offsets-file.properties")
                    .routes(new FeedRoutes.OnOneNode())
                    .start()) {
                MockEndpoint queue = node.mock("jms:queue:alarms");
                queue.expectedMessageCount(alarms);

                queue.assertIsSatisfied();
            }
            raise(1);
        }
    }

    @Test
    void theAlarmsOfTheDevicesListedArriveWithTheirDevice() throws Exception {
        List<Device> devices = world().devices();
        devices.forEach(device -> world().raiseAlarm(device, Instant.now().minusSeconds(60)));
        List<String> listed = List.of(devices.get(0).id(), devices.get(2).id());
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("devices", listed)
                .routes(new FeedRoutes.ManyDevices())
                .start()) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            queue.expectedMessageCount(2);

            queue.assertIsSatisfied();

            assertThat(queue.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("CamelTencentVideoForEach", String.class))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void theDevicesThatNodesShareArriveWithTheirDevice() throws Exception {
        List<Device> devices = world().devices();
        devices.forEach(device -> world().raiseAlarm(device, Instant.now().minusSeconds(60)));
        List<String> listed = List.of(devices.get(0).id(), devices.get(2).id());
        org.h2.jdbcx.JdbcDataSource database = new org.h2.jdbcx.JdbcDataSource();
        database.setUrl("jdbc:h2:mem:share;DB_CLOSE_DELAY=-1");
        JdbcOffsetRepository offsets = new JdbcOffsetRepository(database);
        offsets.setCreateTable(true);
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("devices", listed)
                .bind("offsets", offsets)
                .routes(new FeedRoutes.SharedDevices())
                .start()) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            queue.expectedMessageCount(2);

            queue.assertIsSatisfied();

            assertThat(queue.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("CamelTencentVideoForEach", String.class))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void everyTimeSlotOfEachDomainThatIsCompleteArrives() throws Exception {
        world().live().addPlayDomain("play.example.com");
        try (AlarmApplication application = withRepository(new FeedRoutes.Bandwidth())) {
            MockEndpoint queue = application.mock("jms:queue:bandwidth");
            // the hour before the last, in slots of five minutes
            await().until(() -> queue.getReceivedCounter() >= 12);

            assertThat(queue.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("CamelTencentVideoItemTime", Instant.class))
                    .doesNotHaveDuplicates()
                    .allMatch(time -> time.getEpochSecond() % 300 == 0);
        }
    }

    @Test
    void alertsArriveWhenTheyAreRaisedAndWhenTheyAreCleared() throws Exception {
        StreamLive streamLive = world().streamLive();
        String channel = streamLive.addChannel("news", streamLive.addInput("studio"));
        String alert = streamLive.raiseAlert(channel, 1, "No input data", "Nothing arrives");
        try (AlarmApplication application = withRepository(new FeedRoutes.Alerts())) {
            MockEndpoint raised = application.mock("jms:queue:alerts.raised");
            MockEndpoint cleared = application.mock("jms:queue:alerts.cleared");
            await().until(() -> raised.getReceivedCounter() == 1);
            streamLive.clearAlert(alert);
            await().until(() -> cleared.getReceivedCounter() == 1);

            assertThat(raised.getReceivedCounter()).isOne();
            Map<?, ?> body = cleared.getExchanges().get(0).getIn().getBody(Map.class);
            assertThat(body.get("pipeline")).isEqualTo("Pipeline1");
            assertThat(body.get("Type")).isEqualTo("No input data");
        }
    }

    @Test
    void everyDeviceIsAnnouncedAsAdded() throws Exception {
        try (AlarmApplication application = withRepository(new FeedRoutes.Inventory())) {
            MockEndpoint added = application.mock("jms:queue:device.changes");

            await().untilAsserted(() -> assertThat(added.getExchanges())
                    .extracting(exchange -> exchange.getIn().getHeader("CamelTencentVideoItemKey"))
                    .containsExactlyInAnyOrderElementsOf(
                            world().devices().stream().map(Device::id).toList()));
        }
    }

    private AlarmApplication withRepository(RouteBuilder routes) {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("offsets", new MemoryStateRepository())
                .routes(routes)
                .start();
    }

    @Test
    void theWholeAnswerIsOneMessage() throws Exception {
        try (AlarmApplication application = application(new FeedRoutes.WholeAnswer())) {
            MockEndpoint devices = application.mock("jms:queue:devices");
            devices.expectedMessageCount(1);

            devices.assertIsSatisfied();

            List<?> list = devices.getExchanges().get(0).getIn().getBody(List.class);
            assertThat(list).hasSize(3);
        }
    }

    @Test
    void aRepositoryMadeInJavaIsStarted() throws Exception {
        assertPositionIsKept(application(new FeedRoutes.RepositoryInJava()));

        try (Stream<Path> files = Files.list(Path.of("data/offsets"))) {
            assertThat(files).isNotEmpty();
        }
    }

    @Test
    void aRepositoryOfPropertiesKeepsThePositionInFiles() throws Exception {
        assertPositionIsKept(withOffsets("offsets-file.properties"));
    }

    @Test
    void aRepositoryOfPropertiesKeepsThePositionInADatabase() throws Exception {
        assertPositionIsKept(withOffsets("offsets-jdbc.properties"));
    }

    @Test
    void aRepositoryInYamlKeepsThePositionInADatabase() throws Exception {
        org.h2.jdbcx.JdbcDataSource database = new org.h2.jdbcx.JdbcDataSource();
        database.setUrl("jdbc:h2:mem:yaml;DB_CLOSE_DELAY=-1");
        assertPositionIsKept(new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("database", database)
                .routes("offsets-jdbc.yaml")
                .start());
    }

    /** The defaults that docs/options.md states and Camel's metadata cannot. */
    @Test
    void theDelayIsTheFeedsOwn() throws Exception {
        try (AlarmApplication application = application(new FeedRoutes.Acknowledged())) {
            assertThat(delay(application, "DescribeWarnings")).isEqualTo(10_000);
            assertThat(delay(application, "DescribeVideoList")).isEqualTo(60_000);
        }
    }

    private static long delay(AlarmApplication application, String action) throws Exception {
        var endpoint = application
                .context()
                .getEndpoint(
                        "tencent-video:iotvideoindustry/" + action,
                        org.apache.camel.support.ScheduledPollEndpoint.class);
        endpoint.createConsumer(exchange -> {});
        return endpoint.getDelay();
    }

    @Test
    void theHealthCheckTellsWhereTheFeedStands() throws Exception {
        raise(2);
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from(FEED).routeId("alarms").to("jms:queue:alarms");
            }
        };
        try (AlarmApplication application = application(route)) {
            application.mock("jms:queue:alarms").expectedMessageCount(2);
            application.mock("jms:queue:alarms").expectedHeaderReceived("CamelTencentVideoChange", "added");
            application.mock("jms:queue:alarms").expectedHeaderReceived("CamelTencentVideoOrigin", "poll");
            application.mock("jms:queue:alarms").assertIsSatisfied();
            // an item is done when its exchange has ended, a little after the mock has it
            await().until(() -> details(application).get("feed.delivered").equals(2L));

            assertThat(details(application))
                    .containsKeys("feed.watermark", "feed.readUpTo")
                    .containsEntry("feed.inFlight", 0)
                    .containsEntry("feed.waiting", 0)
                    .containsEntry("feed.failed", 0)
                    .containsEntry("feed.delivered", 2L)
                    .containsEntry("feed.skipped", 0L)
                    .containsEntry("feed.misdated", 0L)
                    .containsKey("feed.late")
                    .doesNotContainKeys("feed.gapFrom", "feed.gapTo", "feed.incompleteFrom", "feed.incompleteTo")
                    .doesNotContainKeys("feed.positionAhead", "feed.notStored", "feed.partitions");
        }
    }

    private static AlarmApplication withOffsets(String properties) {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .properties(properties)
                .routes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(FEED + "&offsetRepository=#offsets").to("jms:queue:alarms");
                    }
                })
                .start();
    }

    /** Alarms handed over once are not handed over again by a route that is stopped and started. */
    private static void assertPositionIsKept(AlarmApplication running) throws Exception {
        raise(3);
        try (running) {
            MockEndpoint queue = running.mock("jms:queue:alarms");
            queue.expectedMessageCount(3);
            queue.assertIsSatisfied();

            running.settle();
            running.context().getRouteController().stopAllRoutes();
            raise(1);
            queue.reset();
            queue.expectedMessageCount(1);
            running.context().getRouteController().startAllRoutes();

            queue.assertIsSatisfied();
        }
    }

    private static AlarmApplication application(RouteBuilder routes) {
        return application(routes, new Tickets(exchange -> {}));
    }

    private static AlarmApplication application(RouteBuilder routes, Tickets tickets) {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .property("camel.health.enabled", "true")
                .bind("tickets", tickets)
                .routes(routes)
                .start();
    }

    private static Map<String, Object> details(AlarmApplication application) {
        return HealthCheckHelper.invoke(application.context(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:"))
                .map(HealthCheck.Result::getDetails)
                .findFirst()
                .orElseThrow();
    }

    private static World world() {
        return CLOUD.simulator().world();
    }

    private static List<Long> raise(int count) {
        Instant now = Instant.now();
        return world().raiseAlarms(count, now.minus(Duration.ofMinutes(5)), now);
    }

    /** Stands for the application's own work on an alarm; keeps how often each had been handed over before. */
    private static final class Tickets implements Processor {

        final Queue<Integer> redeliveries = new ConcurrentLinkedQueue<>();
        private final Processor work;

        Tickets(Processor work) {
            this.work = work;
        }

        @Override
        public void process(Exchange exchange) throws Exception {
            redeliveries.add(exchange.getIn().getHeader("CamelTencentVideoRedelivery", Integer.class));
            work.process(exchange);
        }
    }
}
