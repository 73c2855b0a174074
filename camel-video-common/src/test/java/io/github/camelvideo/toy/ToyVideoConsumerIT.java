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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class ToyVideoConsumerIT extends ToyVideoTestSupport {

    @Test
    void deliversEachItemOnceAndOldestFirst() throws Exception {
        cloud.alarm("a2", NOW.minusSeconds(10)).alarm("a1", NOW.minusSeconds(20));

        MockEndpoint items = consume("ListAlarms?startFrom=PT1H");

        await().until(() -> items.getReceivedCounter() == 2);
        clock.advance(Duration.ofMinutes(1));
        cloud.alarm("a3", NOW.plusSeconds(30));
        await().until(() -> items.getReceivedCounter() == 3);
        pollTwiceMore();
        assertThat(ids(items)).containsExactly("a1", "a2", "a3");
        assertThat(items.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry("CamelToyVideoItemTime", NOW.minusSeconds(20))
                .containsEntry("CamelToyVideoAction", "toy/ListAlarms")
                .containsEntry("CamelToyVideoRedelivery", 0);
    }

    @Test
    void readsWindowsPageByPageWithTheDefaultsOfTheFeed() throws Exception {
        for (int i = 0; i < 25; i++) {
            cloud.alarm("a" + i, NOW.minusSeconds(100 - i));
        }

        MockEndpoint items = consume("ListAlarms?startFrom=PT1H");

        await().until(() -> items.getReceivedCounter() == 25);
        // the very first call asks for the vendor's time
        ObjectNode first = cloud.calls("ListAlarms").get(1).parameters();
        assertThat(first.path("Kind").asText()).isEqualTo("all");
        assertThat(first.path("Order").asText()).isEqualTo("asc");
        assertThat(first.path("Begin").asText()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(first.path("End").asText()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(first.path("Offset").intValue()).isZero();
        assertThat(first.path("Limit").intValue()).isEqualTo(10);
    }

    @Test
    void aFailedItemIsRedelivered() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20)).alarm("a2", NOW.minusSeconds(10));

        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H",
                route -> route.process(exchange -> {
                    Map<?, ?> alarm = exchange.getMessage().getBody(Map.class);
                    if (alarm.get("Id").equals("a1")
                            && exchange.getMessage().getHeader("CamelToyVideoRedelivery", 0, int.class) == 0) {
                        throw new IllegalStateException("not yet");
                    }
                }));

        await().until(() -> items.getReceivedCounter() == 2);
        assertThat(ids(items)).containsExactlyInAnyOrder("a1", "a2");
    }

    @Test
    void acknowledgesWhatWasDelivered() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20));

        consume("ListAlarms?startFrom=PT1H&acknowledge=ConfirmAlarm");

        await().until(() -> !cloud.calls("ConfirmAlarm").isEmpty());
        assertThat(cloud.calls("ConfirmAlarm").get(0).parameters().toString()).isEqualTo("{\"Id\":\"a1\"}");
    }

    @Test
    void forEachMayRunOverADefaultOfTheFeed() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20), "c1", "motion").alarm("a2", NOW.minusSeconds(10), "c1", "line");

        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&forEach=Kind&forEachIn=motion,line");

        await().until(() -> items.getReceivedCounter() == 2);
        assertThat(ids(items)).containsExactlyInAnyOrder("a1", "a2");
        assertThat(items.getExchanges().stream()
                        .map(exchange -> exchange.getMessage().getHeader("CamelToyVideoForEach"))
                        .toList())
                .containsExactlyInAnyOrder("motion", "line");
    }

    @Test
    void aFeedPagedByTokensDeliversAllRecordings() throws Exception {
        for (int i = 0; i < 5; i++) {
            cloud.recording("f" + i, NOW.minusSeconds(50 - i), "c1");
        }

        MockEndpoint items = consume("ListRecordings?startFrom=PT1H&CameraId=c1");

        await().until(() -> items.getReceivedCounter() == 5);
    }
}
