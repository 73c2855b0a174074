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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of items whose route fails, by whatever is thrown and whatever the options say. */
class ToyFailedMessagesIT extends ToyVideoTestSupport {

    private static final String SIX = "ListAlarms?startFrom=PT1H";
    private static final int ALWAYS = Integer.MAX_VALUE;

    /** Keys of the items in the order in which the route began them. */
    private final List<String> tries = new CopyOnWriteArrayList<>();

    private final List<Integer> redeliveries = new CopyOnWriteArrayList<>();

    static Stream<Supplier<Throwable>> whatRoutesThrow() {
        return Stream.of(
                () -> new AssertionError("from the route"),
                StackOverflowError::new,
                () -> new NoClassDefFoundError("gone/Missing"),
                () -> new IllegalStateException("from the route"));
    }

    @ParameterizedTest
    @MethodSource("whatRoutesThrow")
    void whateverARouteThrowsEndsTheItemAndNeverTheFeed(Supplier<Throwable> thrown) throws Exception {
        sixAlarms();

        MockEndpoint items = consume(SIX, route -> route.process(failing("a3", 2, thrown)));

        await().until(() -> items.getReceivedCounter() == 6);
        cloud.alarm("a7", NOW.minusSeconds(1));
        await().until(() -> items.getReceivedCounter() == 7);
        assertThat(tries).containsOnlyOnce("a1", "a2", "a4", "a5", "a6", "a7");
        assertThat(redeliveries).containsExactly(0, 1, 2);
        await().until(() -> context.getInflightRepository().size() == 0);
    }

    @ParameterizedTest
    @CsvSource({"skip, 0", "skip, 2", "redeliver, 2"})
    void anItemIsSkippedAfterItsRedeliveries(String onFailure, int maxRedeliveries) throws Exception {
        sixAlarms();

        MockEndpoint items = consume(
                SIX + "&onFailure=" + onFailure + "&maxRedeliveries=" + maxRedeliveries,
                route -> route.process(failing("a3", ALWAYS, () -> new AssertionError("always"))));

        await().until(() -> items.getReceivedCounter() == 5 && redeliveries.size() == maxRedeliveries + 1);
        pollTwiceMore();
        assertThat(redeliveries).isEqualTo(upTo(maxRedeliveries));
        assertThat(ids(items)).containsExactlyInAnyOrder("a1", "a2", "a4", "a5", "a6");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "2, 2"})
    void anItemGoesToTheDeadLetterEndpointAfterItsRedeliveries(int maxRedeliveries, int expected) throws Exception {
        sixAlarms();
        MockEndpoint dead = getMockEndpoint("mock:dead");

        MockEndpoint items = consume(
                SIX + "&onFailure=mock:dead&maxRedeliveries=" + maxRedeliveries,
                route -> route.process(failing("a3", ALWAYS, StackOverflowError::new)));

        await().until(() -> items.getReceivedCounter() == 5 && dead.getReceivedCounter() == 1);
        pollTwiceMore();
        assertThat(ids(dead)).containsExactly("a3");
        Exchange letter = dead.getExchanges().get(0);
        assertThat(letter.getMessage().getHeaders())
                .containsEntry("CamelToyVideoItemKey", "a3")
                .containsEntry("CamelToyVideoRedelivery", expected);
        assertThat(letter.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(redeliveries).isEqualTo(upTo(expected));
    }

    @Test
    void aDeadLetterEndpointThatFailsLosesNothing() throws Exception {
        sixAlarms();
        MockEndpoint dead = getMockEndpoint("mock:dead");
        List<Throwable> refusals = new CopyOnWriteArrayList<>(
                List.of(new IllegalStateException("full"), new NoClassDefFoundError("gone/Missing")));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead")
                        .process(exchange -> {
                            if (!refusals.isEmpty()) {
                                raise(refusals.remove(0));
                            }
                        })
                        .to("mock:dead");
            }
        });

        MockEndpoint items = consume(
                SIX + "&onFailure=direct:dead",
                route -> route.process(failing("a3", ALWAYS, () -> new IllegalStateException("always"))));

        await().until(() -> items.getReceivedCounter() == 5 && dead.getReceivedCounter() == 1);
        pollTwiceMore();
        assertThat(ids(dead)).containsExactly("a3");
        assertThat(redeliveries).containsExactly(0, 1, 2);
    }

    @Test
    void aRouteThatStopsAtAFailureResumesWithThatItem() throws Exception {
        sixAlarms();
        context.getRegistry().bind("positions", new MemoryStateRepository());

        MockEndpoint items = consume(
                SIX + "&onFailure=stop&offsetRepository=#positions",
                route -> route.process(failing("a3", 1, () -> new AssertionError("stop"))));
        await().until(() -> context.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        assertThat(ids(items)).containsExactly("a1", "a2");
        context.getRouteController().startRoute("feed");

        await().until(() -> items.getReceivedCounter() == 6);
        assertThat(ids(items)).containsExactly("a1", "a2", "a3", "a4", "a5", "a6");
    }

    @Test
    void aStrategyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> consume(SIX + "&onFailure=retry"))
                .hasMessageContaining("onFailure=retry: must be redeliver, skip, stop or the URI");
    }

    private void sixAlarms() {
        IntStream.rangeClosed(1, 6).forEach(i -> cloud.alarm("a" + i, NOW.minusSeconds(100 - i)));
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(0, last).boxed().toList();
    }

    /** Fails with an item so many times. */
    private Processor failing(String id, int times, Supplier<? extends Throwable> thrown) {
        return exchange -> {
            String tried = exchange.getMessage().getHeader("CamelToyVideoItemKey", String.class);
            tries.add(tried);
            if (tried.equals(id)) {
                redeliveries.add(exchange.getMessage().getHeader("CamelToyVideoRedelivery", Integer.class));
                if (redeliveries.size() <= times) {
                    raise(thrown.get());
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
