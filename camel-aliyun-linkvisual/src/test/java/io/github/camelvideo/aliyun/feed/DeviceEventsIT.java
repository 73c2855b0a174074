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
package io.github.camelvideo.aliyun.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.AliyunLinkVisualConstants;
import io.github.camelvideo.aliyun.SimulatedCloud;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as messages: when they happened is known in UTC, and what the vendor wrote is kept. */
class DeviceEventsIT extends SimulatedCloud {

    private static final String EVENTS =
            """
            {"RequestId":"r","Success":true,"Data":{"PageSize":50,"Page":1,"Total":1,"PageCount":1,"List":[
            {"EventId":"id1","EventTime":"2026-06-01 07:59:00","EventType":1,"EventPicId":"","EventDesc":"d"}]}}""";

    private final Instant start = CLOCK.instant();

    @AfterEach
    void setTheClockBack() {
        CLOCK.set(start);
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-05-31T23:59:00Z", "&timeZone=Europe/Berlin, 2026-06-01T05:59:00Z"})
    void eventTimesAreOfShanghaiUnlessTheOptionSaysOtherwise(String option, Instant happened) throws Exception {
        cloud().answer("linkvisual/QueryDeviceEvent", EVENTS);
        // the event has passed in either zone
        CLOCK.set(Instant.parse("2026-06-01T06:00:00Z"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(SCHEME
                                + "QueryDeviceEvent?startFrom=2026-05-31T20:00:00Z&initialDelay=0&delay=50&forEach=IotId&forEachIn=d&forEachInBody=true"
                                + option)
                        .to("seda:events");
            }
        });

        Exchange event = consumer.receive("seda:events", 20_000);

        assertThat(event.getMessage().getHeader(AliyunLinkVisualConstants.ITEM_KEY))
                .isEqualTo("id1");
        assertThat(event.getMessage().getHeader(AliyunLinkVisualConstants.ITEM_TIME))
                .isEqualTo(happened);
        assertThat(event.getMessage().getHeader(AliyunLinkVisualConstants.FOR_EACH))
                .isEqualTo("d");
        Map<?, ?> body = event.getMessage().getBody(Map.class);
        assertThat(body.get("EventTime")).isEqualTo("2026-06-01 07:59:00");
        assertThat(body.get("IotId")).isEqualTo("d");
        assertThat(received().get("BeginTime").asText()).hasSize(13);
    }
}
