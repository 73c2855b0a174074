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
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
                from("direct:call")
                        .routingSlip(simple("tencent-video:${header.to}"), "\n")
                        .end()
                        .process(AllActionsIT::readFile);
            }
        };
    }

    /** The documents show no answer to some calls about a stream: it has to be there. */
    @BeforeEach
    void letTheStreamOfTheExamplesBePushed() {
        cloud().world().live().startStream("push.example.com", "live", "8888_test123");
    }

    /** A file can be read until its exchange ends. */
    private static void readFile(Exchange exchange) throws IOException {
        if (exchange.getMessage().getBody() instanceof InputStream file) {
            exchange.getMessage().setBody(file.readAllBytes());
        }
    }

    static Stream<Arguments> actionsAllWays() {
        return Catalog.all().flatMap(api -> Envelope.of(api.protocol()).ways().stream()
                .flatMap(way -> api.actions().keySet().stream().map(action -> Arguments.of(api.id(), action, way))));
    }

    @Test
    void everyActionHasAnExample() {
        assertThat(Catalog.all().mapToInt(api -> api.actions().size()).sum()).isEqualTo(559);
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
        } else if (action.wire().download()) {
            cloud().answer(apiId + "/" + name, Reply.of(200, "application/download", "the content of a file"));
        }

        Exchange exchange = template.send("direct:call", sent -> {
            sent.getIn().setBody(request);
            sent.getIn().setHeader("to", apiId + "/" + name + "?" + way + Catalog.region(action));
        });

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().count(name)).isEqualTo(1);
        JsonNode meant = withDigests(request, action);
        assertThat(received().equals(AllActionsIT::sameText, meant))
                .as("%s is %s", received(), meant)
                .isTrue();
        Object body = exchange.getMessage().getBody();
        if (action.wire().download()) {
            assertThat((byte[]) body).asString().isEqualTo("the content of a file");
        } else if (answer != null) {
            Envelope envelope = Envelope.of(api.protocol());
            assertThat(body == null ? NullNode.getInstance() : ExactJson.fromObject(body))
                    .isEqualTo(envelope.inside(answer));
            assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                    .isEqualTo(envelope.requestId(answer));
        } else {
            assertThat(body).isInstanceOf(Map.class);
        }
    }

    /** Of a file the simulator keeps no more than this. */
    private static JsonNode withDigests(ObjectNode request, Action action) {
        ObjectNode meant = request.deepCopy();
        action.parameters().values().stream()
                .filter(field -> field.type().kind() == FieldType.Kind.FILE && request.has(field.name()))
                .forEach(field -> {
                    byte[] content = request.get(field.name()).textValue().getBytes(StandardCharsets.UTF_8);
                    meant.putObject(field.name())
                            .put("name", field.name())
                            .put("length", content.length)
                            .put("sha256", sha256(content));
                });
        return meant;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some examples give numbers as text. */
    private static int sameText(JsonNode a, JsonNode b) {
        return a.isValueNode() && b.isValueNode() && a.asText().equals(b.asText()) || a.equals(b) ? 0 : 1;
    }
}
