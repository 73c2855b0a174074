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

import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What routes, repositories and vendors do wrong while a feed is consumed. */
class ToyVideoFeedFaultsIT extends ToyVideoTestSupport {

    private final Repository repository = new Repository();

    static Stream<Supplier<Error>> errors() {
        return Stream.of(
                () -> new AssertionError("from the route"),
                StackOverflowError::new,
                () -> new NoClassDefFoundError("gone/Missing"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheRouteIsAFailureOfItsItemOnly(Supplier<Error> error) throws Exception {
        alarms(6);

        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H",
                route -> route.process(exchange -> {
                    if (id(exchange).equals("a3") && redelivery(exchange) == 0) {
                        throw error.get();
                    }
                }));

        await().until(() -> items.getReceivedCounter() == 6);
        assertThat(ids(items)).containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "a5", "a6");
    }

    @ParameterizedTest
    @CsvSource({"skip, 0", "skip, 2", "redeliver, 2"})
    void anItemThatIsGivenUpIsSkipped(String onFailure, int redeliveries) throws Exception {
        alarms(6);
        List<Integer> tried = new ArrayList<>();

        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H&onFailure=" + onFailure + "&maxRedeliveries=" + redeliveries,
                route -> route.process(exchange -> {
                    if (id(exchange).equals("a3")) {
                        tried.add(redelivery(exchange));
                        throw new AssertionError("always");
                    }
                }));

        await().until(() -> items.getReceivedCounter() == 5 && tried.size() == redeliveries + 1);
        pollTwiceMore();
        assertThat(tried)
                .isEqualTo(IntStream.rangeClosed(0, redeliveries).boxed().toList());
        assertThat(ids(items)).containsExactlyInAnyOrder("a1", "a2", "a4", "a5", "a6");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anItemThatIsGivenUpGoesToTheDeadLetterEndpoint(int redeliveries) throws Exception {
        alarms(6);

        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H&onFailure=mock:dead&maxRedeliveries=" + redeliveries,
                route -> route.process(exchange -> {
                    if (id(exchange).equals("a3")) {
                        throw new StackOverflowError();
                    }
                }));

        MockEndpoint dead = getMockEndpoint("mock:dead");
        await().until(() -> items.getReceivedCounter() == 5 && dead.getReceivedCounter() == 1);
        pollTwiceMore();
        assertThat(ids(dead)).containsExactly("a3");
        assertThat(dead.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(redelivery(dead.getExchanges().get(0))).isEqualTo(redeliveries);
    }

    @Test
    void aDeadLetterEndpointThatFailsLosesNothing() throws Exception {
        alarms(3);
        MockEndpoint dead = getMockEndpoint("mock:dead");
        List<Object> tried = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead")
                        .process(exchange -> {
                            tried.add(id(exchange));
                            if (tried.size() == 1) {
                                throw new IllegalStateException("full");
                            }
                            if (tried.size() == 2) {
                                throw new NoClassDefFoundError("gone/Missing");
                            }
                        })
                        .to("mock:dead");
            }
        });

        consume(
                "ListAlarms?startFrom=PT1H&onFailure=direct:dead",
                route -> route.process(exchange -> {
                    if (id(exchange).equals("a2")) {
                        throw new IllegalStateException("always");
                    }
                }));

        await().until(() -> dead.getReceivedCounter() == 1);
        pollTwiceMore();
        assertThat(tried).containsExactly("a2", "a2", "a2");
        assertThat(ids(dead)).containsExactly("a2");
    }

    @Test
    void aRouteThatStopsAtAFailureGoesOnWithThatItem() throws Exception {
        alarms(6);
        context.getRegistry().bind("positions", repository);
        boolean[] broken = {true};

        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H&onFailure=stop&offsetRepository=#positions",
                route -> route.process(exchange -> {
                    if (id(exchange).equals("a3") && broken[0]) {
                        throw new AssertionError("stop");
                    }
                }));

        await().until(() -> context.getRouteController().getRouteStatus("feed") == ServiceStatus.Stopped);
        assertThat(ids(items)).containsExactly("a1", "a2");
        broken[0] = false;
        context.getRouteController().startRoute("feed");
        await().until(() -> items.getReceivedCounter() == 6);
        assertThat(ids(items)).containsExactly("a1", "a2", "a3", "a4", "a5", "a6");
    }

    @Test
    void aStopInTheMiddleOfAcknowledgementsForgetsAndRepeatsNone() throws Exception {
        alarms(60);
        context.getRegistry().bind("positions", repository);
        MockEndpoint items =
                consume("ListAlarms?startFrom=PT1H&acknowledge=ConfirmAlarm&rateLimit=50&offsetRepository=#positions");
        await().until(() -> cloud.calls("ConfirmAlarm").size() >= 10);

        context.getRouteController().stopRoute("feed");

        int ahead = items.getReceivedCounter() - cloud.calls("ConfirmAlarm").size();
        assertThat(ahead).as("the route got ahead of its acknowledgements by").isLessThanOrEqualTo(8);
        context.getRouteController().startRoute("feed");
        await().until(() -> acknowledged().size() == 60);
        pollTwiceMore();
        assertThat(items.getReceivedCounter()).isEqualTo(60);
        assertThat(cloud.calls("ConfirmAlarm")).hasSize(60);
    }

    @Test
    void aFullDiskIsToldOnceForAThousandItems() throws Exception {
        alarms(1_000);
        context.getRegistry().bind("positions", repository);
        try (LogLines log = new LogLines()) {
            MockEndpoint items = consume(
                    "ListAlarms?startFrom=PT1H&pageSize=100&offsetRepository=#positions",
                    route -> route.process(
                            exchange -> repository.broken = !id(exchange).equals("a1000")));

            await().until(() -> items.getReceivedCounter() == 1_000);
            pollTwiceMore();
            assertThat(log.warnings("the position cannot be stored")).hasSize(1);
            assertThat(log.infos("the position can be stored again")).hasSize(1);
        }
    }

    @Test
    void positionsThatAreOnlyInMemoryAreTold() throws Exception {
        try (LogLines log = new LogLines()) {
            consume("ListAlarms");

            assertThat(log.warnings("kept in memory only")).hasSize(1);
        }
    }

    @Test
    void aSecondRouteOnTheSamePositionIsRefused() throws Exception {
        context.getRegistry().bind("positions", repository);
        consume("ListAlarms?offsetRepository=#positions");

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("toy-video:ListAlarms?offsetRepository=#positions").to("mock:other");
                    }
                }))
                .hasStackTraceContaining("offsetKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "STREAM"})
    void aCallOfAllPagesIsNotEndedByAShortOne(String paging) {
        cloud.next(page(0, 0, 49), page(0, 49, 99), page(0, 99, 119), page(0, 119, 119));

        Object body = call("ListCameras?PageSize=50&paging=" + paging, null)
                .getMessage()
                .getBody();

        assertThat(count(body)).isEqualTo(119);
    }

    @Test
    void aCallOfAllPagesIsNotEndedByAnEmptyOneBeforeTheTotal() {
        cloud.next(page(250, 0, 50), page(250, 0, 0), page(250, 100, 150), page(250, 150, 200));
        cloud.next(page(250, 200, 250), page(250, 0, 0), page(250, 0, 0), page(250, 0, 0));

        try (LogLines log = new LogLines()) {
            Object body = call("ListCameras?PageSize=50&paging=ALL", null)
                    .getMessage()
                    .getBody();

            assertThat(count(body)).isEqualTo(200);
            assertThat(log.warnings("200")).as("fewer than the vendor counts").isNotEmpty();
        }
    }

    @Test
    void aCallOfAllPagesDoesNotFollowATotalWithoutEnd() {
        cloud.next(Stream.generate(() -> page(2_000_000_000, 0, 0)).limit(20).toArray(MockResponse[]::new));

        Object body =
                call("ListCameras?PageSize=50&paging=ALL", null).getMessage().getBody();

        assertThat(count(body)).isZero();
        assertThat(cloud.calls("ListCameras")).hasSizeLessThan(6);
    }

    private static int count(Object body) {
        if (body instanceof List<?> items) {
            return items.size();
        }
        List<Object> items = new ArrayList<>();
        ((Iterator<?>) body).forEachRemaining(items::add);
        return items.size();
    }

    private static MockResponse page(int total, int from, int to) {
        var answer = ExactJson.object().put("Total", total);
        var cameras = answer.putArray("Cameras");
        IntStream.range(from, to).forEach(i -> cameras.addObject().put("CameraId", "c" + i));
        return ToyCloud.ok(answer);
    }

    private void alarms(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> cloud.alarm("a" + i, NOW.minus(Duration.ofSeconds(2_000 - i))));
    }

    private Set<String> acknowledged() {
        Set<String> ids = new LinkedHashSet<>();
        cloud.calls("ConfirmAlarm")
                .forEach(call -> ids.add(call.parameters().get("Id").asText()));
        return ids;
    }

    private void pollTwiceMore() {
        int before = cloud.calls("ListAlarms").size();
        await().until(() -> cloud.calls("ListAlarms").size() >= before + 2);
    }

    private static Object id(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class).get("Id");
    }

    private static int redelivery(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelToyVideoRedelivery", int.class);
    }

    /** A disk that may be full. */
    private static final class Repository extends MemoryStateRepository {

        private volatile boolean broken;

        @Override
        public void setState(String key, String value) {
            if (broken) {
                throw new IllegalStateException("disk full");
            }
            super.setState(key, value);
        }
    }
}
