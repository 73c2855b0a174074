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
import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any action, polled, its whole answer one message. */
class ResponseModeIT extends SimulatedCloud {

    private final List<Message> messages = new CopyOnWriteArrayList<>();

    @Test
    void makesOneMessageOfEachAnswer() throws Exception {
        start("DescribeWarnings?OrderType=2&", route -> {});
        await(2);

        assertThat(messages.get(1).getBody(Map.class).get("Total")).isEqualTo(0);
        assertThat(messages.get(1).getHeaders())
                .containsEntry(TencentVideoConstants.ACTION, "iotvideoindustry/DescribeWarnings")
                .containsEntry(TencentVideoConstants.TOTAL_COUNT, 0L)
                .containsKey(TencentVideoConstants.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeDeviceList?", "DescribeGroups?", "DescribeWarnMod?"})
    void pollsAnyAction(String action) throws Exception {
        start(action, route -> {});
        await(1);

        assertThat(messages.get(0).getBody()).isInstanceOf(Map.class);
    }

    @Test
    void collectsAllPages() throws Exception {
        cloud().world().raiseAlarms(35, CLOCK.instant().minusSeconds(500), CLOCK.instant());

        start("DescribeWarnings?OrderType=2&paging=ALL&Limit=10&", route -> {});
        await(1);

        assertThat((List<?>) messages.get(0).getBody()).hasSize(35);
    }

    @Test
    void goesOnAfterAFailedPoll() throws Exception {
        List<Throwable> handled = new CopyOnWriteArrayList<>();
        cloud().faults().next(Fault.INTERNAL_ERROR);

        start("DescribeGroups?maxRetries=0&bridgeErrorHandler=true&", route -> route.onException(ApiException.class)
                .handled(true)
                .process(exchange -> handled.add(exchange.getProperty("CamelExceptionCaught", Throwable.class))));
        await(1);

        assertThat(handled).hasSize(1);
    }

    private void await(int count) {
        FeedRoute.until(count + " messages", () -> messages.size() >= count);
    }

    private void start(String action, Consumer<RouteDefinition> steps) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(API + action + "mode=RESPONSE&delay=20&initialDelay=0");
                steps.accept(route);
                route.process(exchange -> messages.add(exchange.getMessage().copy()));
            }
        });
    }
}
