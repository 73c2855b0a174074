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
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Where a feed keeps its position, and what becomes of it when it cannot be stored, or the route stops. */
class ToyPositionsIT extends ToyVideoTestSupport {

    private final Repository repository = new Repository();

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
            assertThat(log.infos("the position can be stored again, after "))
                    .singleElement()
                    .asString()
                    .containsPattern("after (999|1\\d\\d\\d) failures");
        }
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

    private void alarms(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> cloud.alarm("a" + i, NOW.minus(Duration.ofSeconds(2_000 - i))));
    }

    private Set<String> acknowledged() {
        Set<String> ids = new LinkedHashSet<>();
        cloud.calls("ConfirmAlarm")
                .forEach(call -> ids.add(call.parameters().get("Id").asText()));
        return ids;
    }

    private static Object id(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class).get("Id");
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
