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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every Camel consumer is expected to do, with feeds of all kinds. */
class ToyFeedKindsIT extends ToyVideoTestSupport {

    private static final Duration STEP = Duration.ofMinutes(5);

    /** A kind of feed and how the vendor gets something new for it. */
    private enum Kind {
        LOG("ListAlarms?startFrom=10m", "Id"),
        SERIES("ListViewers?CameraId=gate&Lens=wide&startFrom=10m", "Viewers"),
        REVISIONS("ListViewers?CameraId=gate&Lens=wide&startFrom=10m&emit=revisions", "Viewers"),
        SNAPSHOT("ListCameras?initial=announce", "CameraId");

        private final String uri;
        private final String field;

        Kind(String uri, String field) {
            this.uri = uri + "&offsetRepository=#offsets&offsetKey=feed";
            this.field = field;
        }

        private void add(ToyCloud cloud, Instant now, int number) {
            switch (this) {
                case LOG -> cloud.alarm(Integer.toString(number), now);
                case SERIES, REVISIONS -> cloud.viewers(now, "gate", "wide", number);
                case SNAPSHOT -> cloud.camera(Integer.toString(number), "camera " + number);
            }
        }

        private String number(Exchange exchange) {
            return exchange.getMessage().getBody(Map.class).get(field).toString();
        }
    }

    private int added;

    @BeforeEach
    void positions() {
        context.getRegistry().bind("offsets", new MemoryStateRepository());
    }

    private void prepare(Kind kind) {
        if (kind != Kind.SNAPSHOT) {
            cloud.camera("gate", "Gate").lens("gate", "wide");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedFeedGoesOnWhereItWas(Kind kind) throws Exception {
        prepare(kind);
        MockEndpoint items = consume(kind.uri);
        add(kind);
        awaitNumbers(kind, items, 1);

        context.getRouteController().suspendRoute("feed");
        add(kind);
        assertThat(items.getReceivedCounter()).isEqualTo(1);
        context.getRouteController().resumeRoute("feed");

        awaitNumbers(kind, items, 2);
        awaitPolls(2);
        assertThat(items.getReceivedCounter()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aStopWaitsForTheItemInFlightAndARestartDoesNotRepeatIt(Kind kind) throws Exception {
        prepare(kind);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        MockEndpoint items = consume(
                kind.uri,
                route -> route.process(exchange -> {
                    arrived.countDown();
                    released.await();
                }));
        add(kind);
        await().until(() -> arrived.getCount() == 0);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(this::stopRoute);
        // the consumer is suspended first, then what is in flight is waited for
        await().until(() -> ServiceHelper.isSuspended(context.getRoute("feed").getConsumer()));
        assertThat(stop).isNotDone();
        released.countDown();
        stop.join();
        awaitNumbers(kind, items, 1);
        add(kind);
        context.getRouteController().startRoute("feed");

        awaitNumbers(kind, items, 2);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteThatIsReplacedGoesOnWhereTheOtherWas(Kind kind) throws Exception {
        prepare(kind);
        MockEndpoint items = consume(kind.uri);
        add(kind);
        awaitNumbers(kind, items, 1);

        stopRoute();
        context.removeRoute("feed");
        add(kind);
        // the endpoints of a route go with it
        MockEndpoint later = consume(kind.uri);

        awaitNumbers(kind, later, 2, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFeedStartsWhileTheCloudIsDown(Kind kind) throws Exception {
        prepare(kind);
        AtomicBoolean down = new AtomicBoolean(true);
        cloud.faults((call, response) -> down.get() ? ToyCloud.refusal("Broken") : response);
        MockEndpoint items = consume(kind.uri + "&maxRetries=0&backoffMultiplier=2&backoffErrorThreshold=1");
        awaitPolls(2);
        add(kind);
        down.set(false);

        awaitNumbers(kind, items, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anItemCanBePolled(Kind kind) {
        prepare(kind);
        add(kind);

        Exchange polled = context.createConsumerTemplate().receive(polling(kind), 20_000);

        assertThat(kind.number(polled)).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void anItemEnrichesAMessage(Kind kind) throws Exception {
        prepare(kind);
        add(kind);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").pollEnrich(polling(kind), 20_000);
            }
        });

        Exchange enriched = template.request("direct:enrich", exchange -> {});

        assertThat(kind.number(enriched)).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void anItemThatFailsIsSkipped(Kind kind) throws Exception {
        prepare(kind);
        MockEndpoint items =
                consume(kind.uri + "&onFailure=skip&maxRedeliveries=1", route -> route.process(failingWith(kind, "1")));
        add(kind);
        await().until(() -> getMockEndpoint("mock:failed").getReceivedCounter() == 2);
        add(kind);

        awaitNumbers(kind, items, 2, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anItemThatFailsGoesToTheDeadLetterEndpoint(Kind kind) throws Exception {
        prepare(kind);
        MockEndpoint dead = getMockEndpoint("mock:dead");
        MockEndpoint items = consume(
                kind.uri + "&onFailure=mock:dead&maxRedeliveries=1", route -> route.process(failingWith(kind, "1")));
        add(kind);
        awaitNumbers(kind, dead, 1);
        add(kind);

        awaitNumbers(kind, items, 2, 1);
        assertThat(dead.getReceivedCounter()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFeedThatStopsAtAFailureGoesOnWithThatItem(Kind kind) throws Exception {
        prepare(kind);
        AtomicBoolean broken = new AtomicBoolean(true);
        MockEndpoint items = consume(
                kind.uri + "&onFailure=stop",
                route -> route.process(exchange -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the ticket system is down");
                    }
                }));
        add(kind);
        await().until(() -> context.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        assertThat(items.getReceivedCounter()).isZero();

        broken.set(false);
        context.getRouteController().startRoute("feed");

        awaitNumbers(kind, items, 1);
    }

    private String polling(Kind kind) {
        return "toy-video:" + kind.uri + "&initialDelay=0&delay=20";
    }

    private Processor failingWith(Kind kind, String number) {
        return exchange -> {
            if (kind.number(exchange).equals(number)) {
                template.send("mock:failed", new DefaultExchange(exchange));
                throw new IllegalStateException("not this one");
            }
        };
    }

    /** The vendor lists one more, and time passes until it is due. */
    private void add(Kind kind) {
        prepare(kind);
        added++;
        kind.add(cloud, clock.instant(), added);
        clock.advance(STEP);
    }

    private void stopRoute() {
        try {
            context.getRouteController().stopRoute("feed");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitPolls(int count) {
        ScheduledPollConsumer feed =
                (ScheduledPollConsumer) context.getRoute("feed").getConsumer();
        long before = feed.getCounter();
        await().until(() -> feed.getCounter() >= before + count);
    }

    private static void awaitNumbers(Kind kind, MockEndpoint items, int last) {
        awaitNumbers(kind, items, last, 0);
    }

    /** Those after the number that failed, up to the last one, each once. */
    private static void awaitNumbers(Kind kind, MockEndpoint items, int last, int failed) {
        List<String> expected = IntStream.rangeClosed(failed + 1, last)
                .mapToObj(Integer::toString)
                .toList();
        await().untilAsserted(() ->
                assertThat(items.getExchanges()).extracting(kind::number).containsExactlyElementsOf(expected));
    }
}
