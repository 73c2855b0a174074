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

import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.tencent.feed.Deliveries.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The position of a feed in the transaction of its route: what the route wrote and where the feed stands never differ. */
class TransactedFeedIT extends TransactedRoute {

    private static final String POSITION = "UPDATE CAMEL_VIDEO_POSITION";

    /** Every time an item entered the route. */
    private final Deliveries attempts = new Deliveries();

    private List<Long> ids;
    private long poison;

    @BeforeEach
    void raiseAlarms() {
        ids = new ArrayList<>(world().raiseAlarms(6, now().minusSeconds(900), now()));
        poison = ids.get(3);
    }

    @Test
    void rollsBackWhatAFailedItemWroteAndDeliversItAgain() throws Exception {
        start(TRANSACTION, route -> route.process(attempts).process(write()).process(poison(2, this::fail)));
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1, 2);
        assertThat(attempts.all()).hasSize(8);
    }

    @Test
    void rollsBackAnItemThatIsMarkedSo() throws Exception {
        start(TRANSACTION, route -> route.process(attempts)
                .process(write())
                .process(exchange -> exchange.setRollbackOnly(
                        isPoison(exchange) && attempts.of(poison).size() < 3)));
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).hasSize(3);
    }

    @Test
    void commitsAnItemWhoseFailureTheRouteHandles() throws Exception {
        start(TRANSACTION, route -> {
            route.onException(IllegalStateException.class).handled(true).end();
            route.process(attempts).process(write()).process(poison(9, this::fail));
        });
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(attempts.ids()).isEqualTo(ids);
    }

    @Test
    void redeliversInTheTransactionAsTheRouteSays() throws Exception {
        List<Long> tries = new ArrayList<>();
        start(TRANSACTION, route -> {
            route.onException(IllegalStateException.class)
                    .maximumRedeliveries(2)
                    .redeliveryDelay(0)
                    .end();
            route.process(attempts).process(write()).process(exchange -> {
                if (isPoison(exchange)) {
                    tries.add(poison);
                    throwUnless(tries.size() == 3);
                }
            });
        });
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(attempts.ids()).isEqualTo(ids);
    }

    @Test
    void rollsBackAndGivesUpAnItemThatFailsForever() throws Exception {
        start(
                TRANSACTION + "&maxRedeliveries=1",
                route -> route.process(attempts).process(write()).process(poison(99, this::fail)));
        awaitWritten(5);
        until("the last attempt", () -> attempts.of(poison).size() == 2);

        ids.remove(poison);
        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSITION, BreakableDatabase.COMMIT})
    void deliversAnItemAgainWhosePositionOrCommitFails(String statement) throws Exception {
        start(TRANSACTION, route -> {
            // not for what happens after the route
            route.onException(Exception.class).handled(true).end();
            route.process(attempts).process(write()).process(poison(1, () -> database.failNext(statement)));
        });
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1);
        assertThat(attempts.all()).hasSize(7);
    }

    @Test
    void givesUpAnItemWhoseCommitFailsForever() throws Exception {
        start(TRANSACTION + "&onFailure=skip&maxRedeliveries=2", route -> route.process(attempts)
                .process(write())
                .process(poison(99, () -> database.failNext(BreakableDatabase.COMMIT))));
        awaitWritten(5);
        until("the last attempt", () -> attempts.of(poison).size() == 3);

        ids.remove(poison);
        assertWrittenOnce(ids);
        assertThat(attempts.of(poison)).extracting(Delivery::redelivery).containsExactly(0, 1, 2);
    }

    @Test
    void goesOnWhenTheDatabaseIsBack() throws Exception {
        start(
                TRANSACTION,
                route -> route.process(attempts).process(write()).process(poison(1, () -> database.setDown(true))));
        until("failing polls", () -> attempts.of(poison).size() == 1 && database.refused() > 3);
        assertThat(written()).isEqualTo(ids.subList(0, 3));

        database.setDown(false);
        awaitWritten(6);

        assertWrittenOnce(ids);
    }

    @Test
    void writesAlarmsOfPartitionsOnce() throws Exception {
        List<Device> devices = List.of(world().addDevice("one"), world().addDevice("two"), world().addDevice("three"));
        List<Long> alarms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            alarms.add(world().raiseAlarm(devices.get(i % 3), now().minusSeconds(60 - i)));
        }
        poison = alarms.get(4);
        String listed = devices.stream().map(Device::id).collect(Collectors.joining(","));

        start(TRANSACTION + "&forEach=DeviceId&forEachIn=" + listed, route -> route.process(attempts)
                .process(write())
                .process(poison(1, () -> database.failNext(POSITION))));
        awaitWritten(12);

        assertWrittenOnce(alarms);
        assertThat(attempts.of(poison)).hasSize(2);
    }

    @Test
    void writesAlarmsOnceWherePartitionsAreShared() throws Exception {
        List<Device> devices = List.of(world().addDevice("one"), world().addDevice("two"), world().addDevice("three"));
        String options = TRANSACTION + "&share=all&leaseDuration=2s&offsetKey=shared&forEach=DeviceId&forEachIn="
                + devices.stream().map(Device::id).collect(Collectors.joining(","));
        CamelContext other = createCamelContext();
        other.getRegistry().bind("offsets", repository(database.source()));
        other.getRegistry().bind("transactions", new DataSourceTransactionManager(database.source()));
        other.start();
        Set<CamelContext> writers = ConcurrentHashMap.newKeySet();
        for (CamelContext node : List.of(context, other)) {
            start(node, options, route -> route.process(write())
                    .process(exchange -> writers.add(exchange.getContext())));
        }

        List<Long> alarms = new ArrayList<>();
        until("alarms written by both nodes", () -> {
            CLOCK.advance(Duration.ofMinutes(5));
            devices.forEach(device -> alarms.add(world().raiseAlarm(device, now().minusSeconds(60))));
            awaitWritten(alarms.size());
            return writers.size() == 2;
        });
        other.stop();

        assertWrittenOnce(alarms);
    }

    @Test
    void keepsStepsThatWouldLeaveTheThreadInTheTransaction() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:write").transacted().process(write());
            }
        });
        start(TRANSACTION, route -> {
            route.process(goingOnElsewhere());
            route.threads(2)
                    .process(attempts)
                    .process(exchange -> threads.add(Thread.currentThread().getName()))
                    .to("direct:write")
                    .process(poison(1, this::fail));
        });
        awaitWritten(6);

        assertWrittenOnce(ids);
        assertThat(threads).allMatch(name -> name.contains("DescribeWarnings"));
    }

    /** A step that ends on a thread of its own. */
    private static Processor goingOnElsewhere() {
        return new AsyncProcessorSupport() {

            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                ownThread().execute(() -> callback.done(false));
                return false;
            }
        };
    }

    /** A step that does something with the poisonous item, as often as told. */
    private Processor poison(int times, Runnable what) {
        return exchange -> {
            if (isPoison(exchange) && attempts.of(poison).size() <= times) {
                what.run();
            }
        };
    }

    private boolean isPoison(Exchange exchange) {
        return key(exchange).equals(String.valueOf(poison));
    }

    private void fail() {
        throwUnless(false);
    }

    private void throwUnless(boolean isGood) {
        if (!isGood) {
            throw new IllegalStateException("Item " + poison + " is poison");
        }
    }
}
