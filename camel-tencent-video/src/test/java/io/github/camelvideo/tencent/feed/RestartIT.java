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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The route is stopped, and another context goes on with the position that was stored. */
class RestartIT extends FeedRoute {

    private static final int ITEMS = 6;
    private static final String OPTIONS = "startFrom=PT1H&pageSize=4&offsetRepository=#offsets";
    private static final String ONE_POLL = "&delay=600000&initialDelay=0";

    @TempDir
    Path directory;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    static Stream<Arguments> everyPlaceAndStep() {
        return Stream.of(Positions.values())
                .flatMap(place -> IntStream.rangeClosed(1, ITEMS).mapToObj(step -> Arguments.of(place, step)));
    }

    @ParameterizedTest
    @MethodSource("everyPlaceAndStep")
    void deliversTheRestWhenAPollEndedAfterSoManyItems(Positions place, int completed) throws Exception {
        Supplier<StateRepository<String, String>> positions = place.in(directory);
        List<Long> ids = raise();
        context.getRegistry().bind("offsets", positions.get());
        // the same that a graceful stop begins with, but without its waiting a second for what is in flight
        start(
                OPTIONS + ONE_POLL,
                route -> route.process(exchange -> {
                    if (delivered.ids().size() == completed - 1) {
                        feedConsumer().deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
                    }
                }));
        awaitThePoll(context);
        context.stop();
        assertThat(delivered.ids()).isEqualTo(ids.subList(0, completed));

        goOnInAnotherContext(positions.get());

        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void beginsNoItemMoreWhenTheRouteIsStopped() throws Exception {
        Supplier<StateRepository<String, String>> positions = Positions.FILES.in(directory);
        List<Long> ids = raise();
        context.getRegistry().bind("offsets", positions.get());
        start(OPTIONS, route -> route.process(exchange -> holdUpAfter(2)));

        stopWhileHeldUp();
        assertThat(delivered.ids()).isEqualTo(ids.subList(0, 3));
        context.stop();
        goOnInAnotherContext(positions.get());

        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void completesTheWholeBatchWhenToldTo() throws Exception {
        List<Long> ids = raise();
        start("startFrom=PT1H", route -> {
            route.setShutdownRunningTask(ShutdownRunningTask.CompleteAllTasks.name());
            route.process(exchange -> holdUpAfter(0));
        });

        stopWhileHeldUp();

        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void keepsTheFirstStartOfNowOverARestartWithoutAnyItem() throws Exception {
        Supplier<StateRepository<String, String>> positions = Positions.FILES.in(directory);
        context.getRegistry().bind("offsets", positions.get());
        start(OPTIONS.replace("PT1H", "now") + ONE_POLL);
        awaitThePoll(context);
        context.stop();
        // further back than any lookback and any other startFrom
        CLOCK.advance(Duration.ofDays(3));
        long missed = world().raiseAlarm(now().minus(Duration.ofDays(2)));

        goOnInAnotherContext(positions.get());

        assertThat(delivered.ids()).containsExactly(missed);
    }

    private void stopWhileHeldUp() {
        await(arrived);
        CompletableFuture<Void> stopped = stopInBackground();
        until("the stop has begun", () -> feedConsumer().isSuspended());
        goOn.countDown();
        stopped.join();
    }

    private void holdUpAfter(int completed) {
        if (delivered.ids().size() == completed) {
            arrived.countDown();
            await(goOn);
        }
    }

    private void goOnInAnotherContext(StateRepository<String, String> positions) throws Exception {
        CamelContext next = createCamelContext();
        next.getRegistry().bind("offsets", positions);
        next.start();
        start(next, OPTIONS + ONE_POLL, route -> {});
        awaitThePoll(next);
        next.stop();
    }

    private static void awaitThePoll(CamelContext where) {
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) where.getRoute(ROUTE).getConsumer();
        until("the end of the only poll", () -> consumer.isFirstPollDone() && !consumer.isPolling());
    }

    private static List<Long> raise() {
        return world().raiseAlarms(ITEMS, now().minusSeconds(3_000), now().minusSeconds(1));
    }
}
