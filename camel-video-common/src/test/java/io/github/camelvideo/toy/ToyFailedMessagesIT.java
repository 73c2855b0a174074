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
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of items whose route fails, by whatever is thrown and whatever the options say. */
class ToyFailedMessagesIT extends ToyVideoTestSupport {

    private static final String SIX = "ListAlarms?startFrom=PT1H";

    private final List<String> tries = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(
            classes = {
                AssertionError.class,
                StackOverflowError.class,
                NoClassDefFoundError.class,
                IllegalStateException.class
            })
    void whateverARouteThrowsEndsTheItemAndNeverTheFeed(Class<? extends Throwable> type) throws Exception {
        sixAlarms();

        MockEndpoint items = consume(SIX, route -> route.process(failing("a3", 2, type)));

        await().until(() -> items.getReceivedCounter() == 6);
        cloud.alarm("a7", NOW.minusSeconds(1));
        await().until(() -> items.getReceivedCounter() == 7);
        assertThat(tries).containsOnlyOnce("a1", "a2", "a4", "a5", "a6", "a7");
        assertThat(tries.stream().filter("a3"::equals)).hasSize(3);
        assertThat(context.getInflightRepository().size()).isZero();
    }

    @Test
    void aFailedItemIsSkipped() throws Exception {
        sixAlarms();

        MockEndpoint items =
                consume(SIX + "&onFailure=skip", route -> route.process(failing("a3", 9, AssertionError.class)));

        await().until(() -> items.getReceivedCounter() == 5);
        cloud.alarm("a7", NOW.minusSeconds(1));
        await().until(() -> items.getReceivedCounter() == 6);
        assertThat(tries).containsOnlyOnce("a3");
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "0,1", "2,3"})
    void anItemGoesToTheDeadLetterEndpointAfterItsRedeliveries(int maxRedeliveries, int expectedTries)
            throws Exception {
        sixAlarms();
        MockEndpoint dead = getMockEndpoint("mock:dead");

        MockEndpoint items = consume(
                SIX + "&onFailure=mock:dead&maxRedeliveries=" + maxRedeliveries,
                route -> route.process(failing("a3", 99, IllegalStateException.class)));

        await().until(() -> items.getReceivedCounter() == 5 && dead.getReceivedCounter() == 1);
        Exchange letter = dead.getExchanges().get(0);
        assertThat(letter.getMessage().getBody(Map.class).get("Id")).isEqualTo("a3");
        assertThat(letter.getMessage().getHeader("CamelToyVideoItemKey")).isEqualTo("a3");
        assertThat(letter.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .hasMessage("a3");
        assertThat(tries.stream().filter("a3"::equals)).hasSize(expectedTries);
    }

    @Test
    void anItemThatTheDeadLetterEndpointRefusesIsRedelivered() throws Exception {
        sixAlarms();
        MockEndpoint dead = getMockEndpoint("mock:dead");
        ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>(List.of("full", "still full"));
        dead.whenAnyExchangeReceived(exchange -> {
            String refusal = refusals.poll();
            if (refusal != null) {
                throw new IllegalStateException(refusal);
            }
        });

        MockEndpoint items = consume(
                SIX + "&onFailure=mock:dead", route -> route.process(failing("a3", 99, IllegalStateException.class)));

        await().until(() -> items.getReceivedCounter() == 5 && dead.getReceivedCounter() == 3);
        assertThat(tries.stream().filter("a3"::equals)).hasSize(3);
    }

    @Test
    void theRouteStopsBeforeTheItemAndDeliversItWhenItIsStartedAgain() throws Exception {
        sixAlarms();
        context.getRegistry().bind("offsets", new MemoryStateRepository() {
            @Override
            protected void doStop() {
                // outlives the route
            }
        });

        MockEndpoint items = consume(
                SIX + "&onFailure=stop&offsetRepository=#offsets&offsetKey=alarms",
                route -> route.process(failing("a3", 1, IllegalStateException.class)));
        await().until(() -> context.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        assertThat(items.getReceivedCounter()).isLessThanOrEqualTo(5);
        context.getRouteController().startRoute("feed");

        await().until(() -> items.getReceivedCounter() == 6);
        assertThat(tries.stream().filter("a3"::equals)).hasSize(2);
        assertThat(tries).containsOnlyOnce("a1", "a2", "a4", "a5", "a6");
    }

    @Test
    void aStrategyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> consume(SIX + "&onFailure=retry"))
                .hasMessageContaining("onFailure=retry: must be redeliver, skip, stop or the URI");
    }

    private void sixAlarms() {
        for (int i = 1; i <= 6; i++) {
            cloud.alarm("a" + i, NOW.minusSeconds(100 - i));
        }
    }

    /** Fails with an item so many times. */
    private Processor failing(String id, int times, Class<? extends Throwable> type) {
        return exchange -> {
            String tried = exchange.getMessage().getHeader("CamelToyVideoItemKey", String.class);
            tries.add(tried);
            if (tried.equals(id) && tries.stream().filter(id::equals).count() <= times) {
                raise(
                        type.getDeclaredConstructor().newInstance() instanceof Error error
                                ? error
                                : new IllegalStateException(id));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
