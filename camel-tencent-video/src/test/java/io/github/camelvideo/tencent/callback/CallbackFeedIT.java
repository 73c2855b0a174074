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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.callback.CallbackEvent;
import io.github.camelvideo.consumer.FeedConsumer;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks and the list they tell of, as one feed. */
class CallbackFeedIT extends CallbackRoute {

    private static final String FEED =
            LIST + "?startFrom=PT1H&delay=50&initialDelay=0&callback=" + PATH + "&callbackKey=" + KEY;
    private static final String QUIET = FEED.replace("delay=50", "delay=600000");

    @TempDir
    Path directory;

    private Instant start;
    private Instant end;

    @BeforeEach
    void aPush() {
        cloud().world().feed("live", "DescribeLiveStreamEventList").clear();
        start = now().minusSeconds(300);
        end = now().minusSeconds(60);
    }

    @Test
    void deliversEachEventOnceWhicheverWayTellsItFirst() throws Exception {
        start(FEED);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(send(event(0, "cam1", end.plusSeconds(1)))).isEqualTo(200);
        await(2);

        listed("cam1", start, end);
        listed("cam2", start, end);
        readTheWholeLookback();
        await(4);
        assertThat(send(event(1, "cam2", start))).isEqualTo(200);
        assertThat(send(event(0, "cam1", end.plusSeconds(1)))).isEqualTo(200);
        listed("cam3", now().minusSeconds(50), now().minusSeconds(5));
        readTheWholeLookback();
        await(6);

        assertThat(texts())
                .containsExactly(
                        "stream-ended cam1 push",
                        "stream-ended cam2 poll",
                        "stream-ended cam3 poll",
                        "stream-started cam1 push",
                        "stream-started cam2 poll",
                        "stream-started cam3 poll");
    }

    @Test
    void theEventOfACallbackHasTheFieldsOfTheListAndItsOwnButNoSignature() throws Exception {
        start(QUIET);
        send(event(0, "cam1", end));
        await(1);

        assertThat(told.get(0).time()).isEqualTo(end);
        assertThat(told.get(0).body().path("DomainName").asText()).isEqualTo("push.example.com");
        assertThat(told.get(0).body().path("StreamEndTime").asText()).isEqualTo(end.toString());
        assertThat(told.get(0).body().path("sequence").asText()).isEqualTo("6674468118806626493");
        assertThat(told.get(0).body().has("sign")).isFalse();
        assertThat(told.get(0).body().has("t")).isFalse();
    }

    @Test
    void whatWasAnsweredAsStoredIsDeliveredAfterARestart() throws Exception {
        context.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        CountDownLatch arrived = new CountDownLatch(1);
        start(
                context,
                QUIET + "&offsetRepository=#offsets",
                route -> route.process(exchange -> {
                    arrived.countDown();
                    throw new IllegalStateException("the ticket system is down");
                }));
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        context.stop();
        assertThat(told).isEmpty();

        CamelContext next = createCamelContext();
        try {
            next.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
            next.start();
            start(next, QUIET + "&offsetRepository=#offsets", route -> {});
            await(1);
            assertThat(send(event(1, "cam1", start))).isEqualTo(200);
            assertThat(send(event(0, "cam1", end))).isEqualTo(200);
            await(2);
        } finally {
            next.stop();
        }

        assertThat(texts()).containsExactly("stream-ended cam1 push", "stream-started cam1 push");
    }

    @Test
    void aFailedExchangeMakesTheVendorRepeatWithAckDone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        start(
                context,
                FEED + "&ack=DONE",
                route -> route.process(exchange -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new IllegalStateException("the ticket system is down");
                    }
                }));

        assertThat(send(event(1, "cam1", start))).isEqualTo(503);
        await(1);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(send(event(0, "cam1", end))).isEqualTo(200);

        await(2);
        assertThat(texts()).containsExactly("stream-ended cam1 push", "stream-started cam1 push");
    }

    @Test
    void eventsThatNoListShowsAreDeliveredToo() throws Exception {
        start(FEED);
        send(event(999, "cam1", start));
        send(event(999, "cam1", start));
        send(event(1, "cam1", start));
        await(2);

        assertThat(texts()).containsExactly("stream-started cam1 push", "unknown cam1 push");
    }

    @Test
    void callbacksAloneAreDeliveredOnceOverAWebhookEndpoint() throws Exception {
        start("webhook:tencent-video:live/callback?webhookComponentName=platform-http&webhookPath=" + PATH
                + "&callbackKey=" + KEY);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(send(event(0, "cam1", end))).isEqualTo(200);
        await(2);

        assertThat(texts()).containsExactly("stream-ended cam1 push", "stream-started cam1 push");
    }

    @Test
    void callbacksAloneAreDeliveredOnceUnderAPathOfTheEndpoint() throws Exception {
        start("tencent-video:live/callback?callback=" + PATH + "&callbackKey=" + KEY);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        await(1);

        assertThat(texts()).containsExactly("stream-started cam1 push");
    }

    @Test
    void aCallbackOnlyMakesTheFeedPollWithVerification() throws Exception {
        start(QUIET + "&verify=POLL");
        listed("cam1", start, end);
        send(event(0, "cam1", end));
        send(event(0, "cam2", end));
        await(2);

        assertThat(texts()).containsExactly("stream-ended cam1 poll", "stream-started cam1 poll");
    }

    @Test
    void refusesWhileTheRouteIsSuspendedAndGoesOnAfterwards() throws Exception {
        start(FEED);
        send(event(1, "cam1", start));
        await(1);
        context.getRouteController().suspendRoute(ROUTE);
        assertThat(send(event(0, "cam1", end))).isEqualTo(503);
        context.getRouteController().resumeRoute(ROUTE);
        assertThat(send(event(0, "cam1", end))).isEqualTo(200);
        await(2);
        assertThat(texts()).containsExactly("stream-ended cam1 push", "stream-started cam1 push");
    }

    @Test
    void eventsThatFailAgainAndAgainDoNotKeepTheListWaiting() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        start(
                context,
                FEED + "&maxMessagesPerPoll=1",
                route -> route.process(exchange -> {
                    if (CallbackEvent.UNKNOWN.equals(exchange.getMessage().getHeader(TencentVideoConstants.EVENT))) {
                        failures.incrementAndGet();
                        throw new IllegalStateException("the ticket system does not know it");
                    }
                }));
        send(event(999, "cam1", start));
        Awaitility.await().atMost(LONG).until(() -> failures.get() > 2);
        listed("cam2", start, end);
        readTheWholeLookback();
        await(2);

        assertThat(texts()).containsExactly("stream-ended cam2 poll", "stream-started cam2 poll");
    }

    @Test
    void whatFailedWithAckDoneWaitsInTheInboxAndIsBounded() throws Exception {
        start(
                context,
                QUIET + "&ack=DONE&callbackInboxSize=5",
                route -> route.process(exchange -> {
                    throw new IllegalStateException("the ticket system is down");
                }));
        for (int stream = 0; stream < 8; stream++) {
            assertThat(send(event(1, "cam" + stream, start))).isEqualTo(503);
        }

        FeedConsumer consumer = (FeedConsumer) context.getRoute(ROUTE).getConsumer();
        assertThat(consumer.status().counts().failed()).isEqualTo(5);
        assertThat(consumer.callbackShare().waiting()).isEqualTo(5);
    }

    @Test
    void whatWasTakenBeforeASuspensionDoesNotWaitForTheNextPoll() throws Exception {
        context.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        start(
                context,
                QUIET + "&offsetRepository=#offsets",
                route -> route.process(exchange -> {
                    begun.countDown();
                    mayEnd.await(20, TimeUnit.SECONDS);
                }));
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(send(event(1, "cam2", start))).isEqualTo(200);
        FeedConsumer consumer = (FeedConsumer) context.getRoute(ROUTE).getConsumer();
        Thread suspending = new Thread(() -> suspend());
        suspending.start();
        Awaitility.await().atMost(LONG).until(consumer::isSuspendingOrSuspended);
        mayEnd.countDown();
        suspending.join();
        assertThat(texts()).containsExactly("stream-started cam1 push");

        context.getRouteController().resumeRoute(ROUTE);
        await(2);
    }

    private void suspend() {
        try {
            context.getRouteController().suspendRoute(ROUTE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "-5", "1780272000000", "99999999999999999999999", "\"today\""})
    void anEventWithoutATimeThatCanBeReadIsDeliveredOnceAsUnknown(String time) throws Exception {
        start(FEED);
        ObjectNode odd = event(1, "cam1", start);
        odd.set("event_time", ExactJson.parse(time));
        assertThat(send(odd)).isEqualTo(200);
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(send(odd)).isEqualTo(200);
        assertThat(send(event(1, "cam2", start))).isEqualTo(200);
        await(2);

        assertThat(texts()).containsExactly("stream-started cam2 push", "unknown cam1 push");
    }

    @Test
    void twoRoutesCannotReceiveCallbacksUnderOnePath() throws Exception {
        start(QUIET);

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("tencent-video:live/callback?callback=" + PATH + "&callbackKey=" + KEY)
                                .to("mock:none");
                    }
                }))
                .hasMessageContaining("route '" + ROUTE + "' receives callbacks under the same path")
                .hasMessageNotContaining(PATH);
    }

    @Test
    void whatIsDoneLeavesTheInboxWithoutAPoll() throws Exception {
        AtomicInteger longest = new AtomicInteger();
        context.getRegistry().bind("offsets", new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                if (value.contains("\"kind\":\"inbox\"")) {
                    longest.accumulateAndGet(value.split("user_ip", -1).length - 1, Math::max);
                }
                super.setState(key, value);
            }
        });
        start(QUIET + "&offsetRepository=#offsets");
        for (int stream = 0; stream < 1_300; stream++) {
            assertThat(send(event(999, "cam" + stream, start))).isEqualTo(200);
        }
        await(1_300);

        assertThat(longest).hasValueBetween(1, 1_250);
    }

    private static void readTheWholeLookback() {
        CLOCK.advance(Duration.ofMinutes(61));
    }
}
