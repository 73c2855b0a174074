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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.request.ExactJson;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConstants;
import io.github.camelvideo.tencent.catalog.ValueLint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action of the catalog through a route, with the document's example, in every way a call can be signed and sent.
 *
 * <p>A query or a form cannot say null, an empty array or an empty structure; no example has any of these, so that all actions go
 * all ways.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllActionsIT extends Calling {

    private static final ApiCatalog CATALOG =
            Catalogs.of(TencentVideoComponent.class, "iotvideoindustry").get("iotvideoindustry");

    private static final List<String> WAYS = List.of(
            "signMethod=TC3_HMAC_SHA256&httpMethod=POST",
            "signMethod=TC3_HMAC_SHA256&httpMethod=GET",
            "signMethod=HMAC_SHA256&httpMethod=POST",
            "signMethod=HMAC_SHA256&httpMethod=GET",
            "signMethod=HMAC_SHA1&httpMethod=POST",
            "signMethod=HMAC_SHA1&httpMethod=GET");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").toD(API + "${header.to}");
            }
        };
    }

    static List<String> actions() {
        return Examples.actions();
    }

    static Stream<Arguments> actionsAllWays() {
        return WAYS.stream().flatMap(way -> actions().stream().map(action -> Arguments.of(action, way)));
    }

    @Test
    void everyActionHasAnExample() {
        assertThat(actions())
                .hasSize(104)
                .containsExactlyInAnyOrderElementsOf(CATALOG.actions().keySet());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("actionsAllWays")
    void isSentAndAnswered(String action, String way) {
        ObjectNode request = Examples.request(action, cloud().world());

        Exchange exchange = throughRoute(action + "?" + way, request);

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().count(action)).isEqualTo(1);
        assertThat(cloud().requests().last().method()).isEqualTo(way.substring(way.lastIndexOf('=') + 1));
        assertThat(received().equals(AllActionsIT::sameText, request))
                .as("%s is %s", received(), request)
                .isTrue();
        assertThat(ValueLint.object(CATALOG, action, declared(action), answerOf(exchange)))
                .isEmpty();
        assertThat(answerOf(exchange).has("RequestId")).isFalse();
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID, String.class))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void theExamplesAnswerIsUnwrapped(String action) {
        ObjectNode answer = Examples.answer(action);
        ObjectNode expected = ((ObjectNode) answer.get("Response")).deepCopy();
        String requestId = expected.remove("RequestId").asText();
        Reply reply = Reply.of(200, "application/json", answer.toString());
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> reply)) {

            Exchange exchange =
                    throughRoute(action + "?endpointUrl=" + server.url(), Examples.request(action, cloud().world()));

            assertThat(exchange.getException()).isNull();
            assertThat(answerOf(exchange)).isEqualTo(expected);
            assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                    .isEqualTo(requestId);
        }
    }

    private Exchange throughRoute(String to, ObjectNode request) {
        return template.send("direct:call", exchange -> {
            exchange.getIn().setBody(request);
            exchange.getIn().setHeader("to", to);
        });
    }

    private static JsonNode answerOf(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        assertThat(body).isInstanceOf(Map.class);
        return ExactJson.fromObject(body);
    }

    /** What an answer has without its envelope. */
    private static Map<String, Field> declared(String name) {
        Action action = CATALOG.action(name);
        Map<String, Field> declared = new LinkedHashMap<>(action.answer());
        declared.remove("RequestId");
        return declared;
    }

    /** Some examples give numbers as text. */
    private static int sameText(JsonNode a, JsonNode b) {
        return a.isValueNode() && b.isValueNode() && a.asText().equals(b.asText()) || a.equals(b) ? 0 : 1;
    }
}
