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

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;

/** What Camel promises of every consumer that polls on a schedule. */
class ScheduledPollIT extends FeedRoute {

    private final List<Object> empty = new CopyOnWriteArrayList<>();

    @Test
    void sendsAnEmptyMessageWhenThereIsNothing() throws Exception {
        start("startFrom=now&sendEmptyMessageWhenIdle=true", route -> route.filter(ScheduledPollIT::isEmpty)
                .process(empty::add)
                .stop());

        until("an empty message", () -> !empty.isEmpty());
        assertThat(delivered.ids()).isEmpty();
    }

    @Test
    void sendsNoEmptyMessageFromAPollThatOnlyRedelivers() throws Exception {
        world().raiseAlarm(now().minusSeconds(10));
        AtomicInteger failures = new AtomicInteger();

        start("startFrom=PT1H&sendEmptyMessageWhenIdle=true&repeatCount=5", route -> {
            route.filter(ScheduledPollIT::isEmpty).process(empty::add).stop();
            route.process(exchange -> {
                failures.incrementAndGet();
                throw new IllegalStateException("poison");
            });
        });
        until("the last poll", () -> failures.get() == 5);

        assertThat(empty).isEmpty();
    }

    @Test
    void backsOffWhilePollsFailAndGoesOnAfterwards() throws Exception {
        List<Long> ids = raise();
        failAfterTheFirstRequest(Fault.HTTP_500, 2);

        start("startFrom=PT1H&maxRetries=0&backoffMultiplier=10&backoffErrorThreshold=2");
        until("back-off", () -> feedConsumer().getBackoffCounter() > 5);

        assertThat(cloud().requests().count(ALARMS)).isEqualTo(3);
        delivered.await(5);
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    /** The first request only asks for the vendor's time, which a refusal tells too. */
    private static void failAfterTheFirstRequest(Fault fault, int times) {
        cloud().faults().add(FaultPlan.of(fault).on(ALARMS).after(1).times(times));
    }

    @Test
    void asksThePollStrategyAboutAFailedPoll() throws Exception {
        List<Long> ids = raise();
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);
        failAfterTheFirstRequest(Fault.INTERNAL_ERROR, 1);

        // only the second try that the strategy asks for can bring the items in time
        start("startFrom=PT1H&maxRetries=0&delay=600000&initialDelay=0&pollStrategy=#polls");
        delivered.await(5);

        assertThat(polls.failures()).singleElement().isInstanceOf(ApiException.class);
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void bringsAFailedPollToTheErrorHandlingOfTheRoute() throws Exception {
        List<Long> ids = raise();
        List<Throwable> handled = new CopyOnWriteArrayList<>();
        failAfterTheFirstRequest(Fault.INTERNAL_ERROR, 1);

        start("startFrom=PT1H&maxRetries=0&bridgeErrorHandler=true", route -> route.onException(ApiException.class)
                .handled(true)
                .process(exchange -> handled.add(cause(exchange))));
        delivered.await(5);

        assertThat(handled).singleElement().isInstanceOf(ApiException.class);
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @Test
    void bringsAFailedItemToTheErrorHandlingOnlyOnceDespiteTheBridge() throws Exception {
        raise();
        List<Throwable> seen = new CopyOnWriteArrayList<>();
        AtomicInteger entered = new AtomicInteger();

        start("startFrom=PT1H&onFailure=SKIP&bridgeErrorHandler=true", route -> {
            route.onException(IllegalStateException.class).process(exchange -> seen.add(cause(exchange)));
            route.process(exchange -> {
                if (entered.incrementAndGet() == 3) {
                    throw new IllegalStateException("poison");
                }
            });
        });
        delivered.await(4);
        awaitMoreReading();

        assertThat(seen).hasSize(1);
    }

    @Test
    void goesOnWhereItWasAfterBeingSuspended() throws Exception {
        List<Long> ids = raise();
        start("startFrom=PT1H");
        delivered.await(5);

        context.getRouteController().suspendRoute(ROUTE);
        until("no poll under way", () -> !((ScheduledPollConsumer) feedConsumer()).isPolling());
        int read = cloud().requests().count(ALARMS);
        long later = world().raiseAlarm(now());
        assertThat(cloud().requests().count(ALARMS)).isEqualTo(read);
        context.getRouteController().resumeRoute(ROUTE);
        delivered.await(6);
        awaitMoreReading();

        assertThat(delivered.ids())
                .startsWith(ids.toArray(Long[]::new))
                .endsWith(later)
                .hasSize(6);
    }

    private static boolean isEmpty(Exchange exchange) {
        return exchange.getIn().getBody() == null;
    }

    private static Throwable cause(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static List<Long> raise() {
        return world().raiseAlarms(5, now().minusSeconds(3_000), now());
    }
}
