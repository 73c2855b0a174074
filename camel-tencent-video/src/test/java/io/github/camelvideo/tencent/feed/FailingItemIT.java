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
import io.github.camelvideo.tencent.feed.Deliveries.Delivery;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

class FailingItemIT extends FeedRoute {

    /** Every time an item entered the route. */
    private final Deliveries attempts = new Deliveries();

    private List<Long> ids;
    private long poison;

    @Test
    void deliversAnItemThatFailsThreeTimesAndMeanwhileThoseBehindIt() throws Exception {
        raise();

        start("startFrom=PT1H", route -> failing(route, 3));
        delivered.await(10);
        awaitMoreReading();

        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1, 2, 3);
        assertThat(delivered.ids()).endsWith(poison).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(attempts.ids()).hasSize(13);
    }

    @Test
    void skipsAnItemThatFails() throws Exception {
        raise();

        start("startFrom=PT1H&onFailure=SKIP", route -> failing(route, 1));
        delivered.await(9);
        awaitMoreReading();
        restart();
        awaitMoreReading();

        assertThat(attempts.ids()).isEqualTo(ids);
        assertThat(delivered.ids()).doesNotContain(poison);
    }

    @Test
    void givesAnItemUpAfterTheMostRedeliveries() throws Exception {
        raise();

        start("startFrom=PT1H&maxRedeliveries=2", route -> failing(route, Integer.MAX_VALUE));
        delivered.await(9);
        until("the last attempt", () -> attempts.of(poison).size() == 3);
        awaitMoreReading();
        restart();
        awaitMoreReading();

        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1, 2);
    }

    @Test
    void countsAnItemAsDeliveredWhoseFailureTheRouteHandles() throws Exception {
        raise();

        start("startFrom=PT1H", route -> {
            route.onException(IllegalStateException.class).handled(true).end();
            failing(route, Integer.MAX_VALUE);
        });
        delivered.await(9);
        awaitMoreReading();

        assertThat(attempts.ids()).isEqualTo(ids);
    }

    @Test
    void redeliversAnItemWhoseRouteOnlyRolledBack() throws Exception {
        raise();

        start("startFrom=PT1H", route -> {
            route.onException(IllegalStateException.class).handled(true).markRollbackOnly();
            failing(route, 1);
        });
        delivered.await(10);

        assertThat(delivered.ids()).containsExactlyInAnyOrderElementsOf(ids).endsWith(poison);
    }

    @Test
    void doesNotSpinOnAFailingItemWhenGreedy() throws Exception {
        raise();
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);

        start(
                "startFrom=PT1H&greedy=true&delay=600000&initialDelay=0&pollStrategy=#polls",
                route -> failing(route, Integer.MAX_VALUE));
        until("a poll that ends the greed", () -> polls.counts().contains(0));

        assertThat(polls.counts()).containsExactly(10, 0);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1);
    }

    @Test
    void handsAFailingItemOverOnceAPoll() throws Exception {
        raise();
        Polls polls = new Polls();
        context.getRegistry().bind("polls", polls);

        start("startFrom=PT1H&pollStrategy=#polls", route -> failing(route, Integer.MAX_VALUE));
        until("some polls", () -> polls.counts().size() >= 5);
        stop();

        assertThat(attempts.of(poison)).hasSameSizeAs(polls.counts());
    }

    /** Ten alarms, the fourth of which fails. */
    private void raise() {
        ids = world().raiseAlarms(10, now().minusSeconds(900), now());
        poison = ids.get(3);
    }

    private void failing(RouteDefinition route, int times) {
        route.process(attempts).process(exchange -> {
            if (id(exchange) == poison && attempts.of(poison).size() <= times) {
                throw new IllegalStateException("Item " + poison + " is poison");
            }
        });
    }

    private static long id(Exchange exchange) {
        return exchange.getIn().getHeader(TencentVideoConstants.ITEM_KEY, Long.class);
    }
}
