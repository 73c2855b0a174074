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
package io.github.camelvideo.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class FirstWalkIT extends SimulatedCloud {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").to(API + "DescribeWarnings?OrderType=2");
                from(API + "DescribeWarnings?startFrom=PT24H&delay=50&initialDelay=0")
                        .routeId("feed")
                        .autoStartup(false)
                        .to("mock:alarms");
            }
        };
    }

    @Test
    void callsAnActionAndUnwrapsItsAnswer() {
        cloud().world().raiseAlarm(CLOCK.instant().minusSeconds(60));

        Map<?, ?> answer = template.requestBody("direct:list", null, Map.class);

        assertThat(answer.get("Total")).isEqualTo(1);
        assertThat((List<?>) answer.get("Data")).hasSize(1);
    }

    @Test
    void deliversEveryAlarmOnceInOrder() throws Exception {
        Instant now = CLOCK.instant();
        List<Long> ids = cloud().world().raiseAlarms(250, now.minus(Duration.ofHours(10)), now.minusSeconds(1));
        MockEndpoint alarms = getMockEndpoint("mock:alarms");
        alarms.expectedMessageCount(250);

        context.getRouteController().startRoute("feed");

        alarms.assertIsSatisfied();
        assertThat(alarms.getExchanges())
                .extracting(exchange -> exchange.getIn().getHeader(TencentVideoConstants.ITEM_KEY, Long.class))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(alarms.getExchanges())
                .extracting(exchange -> exchange.getIn().getHeader(TencentVideoConstants.ITEM_TIME, Instant.class))
                .isSorted();
    }
}
