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

import io.github.camelvideo.tencent.TencentVideoConstants;
import io.github.camelvideo.tencent.feed.HeldExchanges.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges end on other threads, after the poll that handed them over. */
class AsynchronousRouteIT extends FeedRoute {

    private final StoredPosition position = new StoredPosition();
    private final HeldExchanges held = new HeldExchanges();

    @BeforeEach
    void bindTheRepository() {
        context.getRegistry().bind("offsets", position.repository());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Always", "IfReplyExpected", "Never"})
    void keepsAnItemInFlightUntilTheFarRouteIsDone(String wait) throws Exception {
        List<Long> ids = raise(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:far").process(held).process(delivered);
            }
        });

        start(
                "startFrom=PT1H&delay=20&initialDelay=0" + StoredPosition.OPTIONS,
                route -> route.to("seda:far?waitForTaskToComplete=" + wait).stop());
        held.await(1);
        assertThat(position.watermark()).isBeforeOrEqualTo(timeOf(held.all().get(0)));
        for (int item = 0; item < 5; item++) {
            held.await(item + 1);
            held.all().get(item).goOn();
        }

        untilAllIsDone();
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void deliversEachOnceThroughAPoolOfThreads() throws Exception {
        List<Long> ids = raise(300);
        Set<String> threads = ConcurrentHashMap.newKeySet();

        start("startFrom=PT1H&pageSize=50" + StoredPosition.OPTIONS, route -> {
            route.threads(4, 4);
            route.process(exchange -> threads.add(Thread.currentThread().getName()));
        });
        delivered.await(300);
        untilAllIsDone();

        assertThat(threads).hasSizeGreaterThan(1);
        assertThat(delivered.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void storesNoPositionBeyondAnItemInFlight(long seed) throws Exception {
        raise(30);
        start("startFrom=PT1H" + StoredPosition.OPTIONS, route -> route.process(held));
        held.await(30);

        List<Held> order = held.shuffled(seed);
        for (int done = 0; done < order.size(); done++) {
            order.get(done).goOn();
            order.subList(done + 1, order.size()).stream()
                    .map(AsynchronousRouteIT::timeOf)
                    .min(Instant::compareTo)
                    .ifPresent(oldest -> assertThat(position.watermark()).isBeforeOrEqualTo(oldest));
        }

        untilAllIsDone();
    }

    @Test
    void handsAnItemInFlightOverOnlyOnce() throws Exception {
        List<Long> ids = raise(5);
        start("startFrom=PT1H", route -> route.process(held));
        held.await(5);
        awaitMoreReading();

        held.shuffled(4).forEach(Held::goOn);
        awaitMoreReading();

        assertThat(held.all()).hasSize(5);
        assertThat(delivered.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aGracefulStopWaitsForItemsInFlight() throws Exception {
        List<Long> ids = raise(5);
        start("startFrom=PT1H" + StoredPosition.OPTIONS, route -> route.process(held));
        held.await(5);

        CompletableFuture<Void> stopped = stopInBackground();
        until("the stop has begun", () -> feedConsumer().isSuspended());
        held.shuffled(5).forEach(Held::goOn);
        stopped.join();
        context.getRouteController().startRoute(ROUTE);
        awaitMoreReading();

        assertThat(held.all()).hasSize(5);
        assertThat(delivered.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void anItemThatEndsAfterAForcedStopDoesNotTakeTheNextPositionBack() throws Exception {
        long id = world().raiseAlarm(now().minusSeconds(60));
        // one poll for each start: a later one would put right what the late item did
        start("startFrom=PT1H&delay=600000&initialDelay=0" + StoredPosition.OPTIONS, route -> route.process(held));
        held.await(1);
        context.getRouteController().stopRoute(ROUTE, 1, TimeUnit.SECONDS);
        CLOCK.advance(Duration.ofHours(2));
        context.getRouteController().startRoute(ROUTE);
        held.await(2);
        held.all().get(1).goOn();
        untilAllIsDone();

        String before = position.text();
        held.all().get(0).goOn();

        assertThat(delivered.ids()).containsExactly(id, id);
        assertThat(position.text()).isEqualTo(before);
    }

    private void untilAllIsDone() {
        until("the position is at the end", () -> position.watermark().equals(now()));
    }

    private static Instant timeOf(Held held) {
        return held.exchange().getIn().getHeader(TencentVideoConstants.ITEM_TIME, Instant.class);
    }

    private static List<Long> raise(int count) {
        return world().raiseAlarms(count, now().minusSeconds(3_000), now().minusSeconds(1));
    }
}
