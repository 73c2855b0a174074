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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.monitor.FeedsPage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** What an HTTP server of Camel gets from the page of feeds. */
class FeedsPageIT extends ToyVideoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:page").process(new FeedsPage());
            }
        };
    }

    private Message get(String path) {
        return template.request("direct:page", exchange -> {
                    exchange.getMessage().setHeader(Exchange.HTTP_PATH, path);
                    exchange.getMessage().setHeader("Authorization", "of the caller");
                })
                .getMessage();
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        for (String path : new String[] {"/feeds", "/feeds/", "/feeds/any"}) {
            Message page = get(path);

            assertThat(page.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/html; charset=utf-8");
            assertThat(page.getHeaders()).doesNotContainKey("Authorization");
            assertThat(page.getBody(String.class))
                    .contains("<title>Video feeds</title>", "/state.json")
                    .doesNotContain("src=", "@import", "https://");
        }
    }

    @Test
    void theStateIsThatOfTheFeedsAndCalls() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&keySecret=RAW(toy-secret)");
        await().until(() -> items.getReceivedCounter() == 1);
        await().until(() -> state().path("feeds").path(0).path("delivered").asInt() == 1);

        JsonNode feed = state().path("feeds").get(0);
        assertThat(feed.path("routeId").asText()).isEqualTo("feed");
        assertThat(feed.path("lagMillis").isNumber()).isTrue();
        await().until(() ->
                state().path("feeds").path(0).path("lastPoll").asText().equals(NOW.toString()));
        assertThat(state().path("calls").get(0).path("action").asText()).isEqualTo("ListAlarms");
        assertThat(get("/feeds/state.json").getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(get("/feeds/state.json").getBody(String.class)).doesNotContain(ToyCloud.KEY_SECRET);
    }

    private JsonNode state() throws Exception {
        return ExactJson.parse(get("/feeds/state.json").getBody(String.class));
    }
}
