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
import io.github.camelvideo.request.ExactJson;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action of every API through a route, in every way it can be signed and sent: the document's example request arrives as it
 * is meant, and the document's example answer comes out of its envelope. There is no list of exceptions.
 *
 * <p>A query or a form cannot say null, an empty array or an empty structure; no example has any of these, so that all actions go
 * all ways.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllActionsIT extends Calling {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").toD("tencent-video:${header.to}");
            }
        };
    }

    /** The documents show no answer to some calls about a stream: it has to be there. */
    @BeforeEach
    void letTheStreamOfTheExamplesBePushed() {
        cloud().world().live().startStream("push.example.com", "live", "8888_test123");
    }

    static Stream<Arguments> actionsAllWays() {
        return Catalog.all().flatMap(api -> Envelope.of(api.protocol()).ways().stream()
                .flatMap(way -> api.actions().keySet().stream().map(action -> Arguments.of(api.id(), action, way))));
    }

    @Test
    void everyActionHasAnExample() {
        assertThat(Catalog.all().mapToInt(api -> api.actions().size()).sum()).isEqualTo(430);
        assertThat(Catalog.all()).allSatisfy(api -> assertThat(Examples.actions(api.id()))
                .containsExactlyInAnyOrderElementsOf(api.actions().keySet()));
    }

    @ParameterizedTest(name = "{0}/{1} {2}")
    @MethodSource("actionsAllWays")
    void isSentAndAnsweredAsDocumented(String apiId, String name, String way) throws Exception {
        ApiCatalog api = Catalog.of(apiId);
        Action action = api.action(name);
        ObjectNode request = Examples.request(apiId, name);
        ObjectNode answer = Examples.answer(apiId, name);
        if (answer != null) {
            cloud().answer(apiId + "/" + name, answer.toString());
        }

        Exchange exchange = template.send("direct:call", sent -> {
            sent.getIn().setBody(request);
            sent.getIn().setHeader("to", apiId + "/" + name + "?" + way + Catalog.region(action));
        });

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().count(name)).isEqualTo(1);
        assertThat(received().equals(AllActionsIT::sameText, request))
                .as("%s is %s", received(), request)
                .isTrue();
        Object body = exchange.getMessage().getBody();
        if (action.wire().download()) {
            assertThat(body).isInstanceOf(InputStream.class);
            assertThat(((InputStream) body).readAllBytes()).isNotEmpty();
        } else if (answer != null) {
            Envelope envelope = Envelope.of(api.protocol());
            assertThat(ExactJson.fromObject(body)).isEqualTo(envelope.inside(answer));
            assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                    .isEqualTo(envelope.requestId(answer));
        } else {
            assertThat(body).isInstanceOf(Map.class);
        }
    }

    /** Some examples give numbers as text. */
    private static int sameText(JsonNode a, JsonNode b) {
        return a.isValueNode() && b.isValueNode() && a.asText().equals(b.asText()) || a.equals(b) ? 0 : 1;
    }
}
