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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is not the vendor's answer, by every protocol: the exception says what came, nothing hangs, and the connection is free again:
 * the next call succeeds, and none is left in use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenAnswersIT extends Calling {

    private static final String HTML = "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>";

    private final ConnectionPool pool = new ConnectionPool(5, 5, TimeUnit.MINUTES);
    private final Queue<Reply> broken = new ConcurrentLinkedQueue<>();
    private SimulatorServer server;
    private volatile String good;

    /** How an answer is broken, and what the message says about it. */
    enum Breakage {
        HTML_PAGE(Reply.of(200, "text/html; charset=utf-8", HTML), "text/html", "size=78"),
        BAD_GATEWAY(Reply.of(502, "text/html", HTML), "httpStatus=502"),
        FORBIDDEN_BY_PROXY(Reply.of(403, "text/html", HTML), "check endpointUrl and proxy"),
        REDIRECT(
                Reply.of(302, "text/plain", "").header("Location", "http://localhost:1/elsewhere"),
                "httpStatus=302",
                "Redirects are not followed"),
        TRUNCATED_JSON(Reply.of(200, "application/json", "{\"Response\":{\"Total\":1,\"ret\":0,\"code"), "was cut off"),
        NOT_TEXT(Reply.of(200, "image/png", "\u0089PNG\r\n"), "image/png"),
        EMPTY(Reply.of(200, "application/json", ""), "no content"),
        ANOTHER_JSON(Reply.of(200, "application/json", "{\"hello\":\"world\"}"), "cannot be read"),
        AN_ARRAY(Reply.of(200, "application/json", "[1]"), "cannot be read"),
        CUT_OFF(Reply.of(200, "application/json", "x".repeat(10_000)).delivered(Reply.Delivery.CUT_IN_BODY), "cut off");

        private final Reply reply;
        private final String[] said;

        Breakage(Reply reply, String... said) {
            this.reply = reply;
            this.said = said;
        }
    }

    @BeforeAll
    void listen() {
        server = SimulatorServer.start(0, CLOCK, this::reply);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Reply reply(HttpCall call) {
        Reply next = broken.poll();
        return next != null ? next : Reply.of(200, "application/json", good);
    }

    static Stream<Arguments> cases() {
        return Catalog.all()
                .flatMap(api -> Stream.of(Breakage.values()).map(breakage -> Arguments.of(api.id(), breakage)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void isReportedAndTheConnectionGivenBack(String apiId, Breakage breakage) {
        context.getRegistry()
                .bind("pooled", new OkHttpClient.Builder().connectionPool(pool).build());
        ApiCatalog api = Catalog.of(apiId);
        Action action = api.actions().values().stream()
                .filter(candidate -> Examples.answer(apiId, candidate.name()) != null)
                .findFirst()
                .orElseThrow();
        good = Examples.answer(apiId, action.name()).toString();
        broken.add(breakage.reply);

        Exchange failed = send(api, action);
        Exchange next = send(api, action);

        ApiException failure = failed.getException(ApiException.class);
        // one API documents two HTTP statuses as codes of its own
        boolean documented = api.errors().containsKey(Integer.toString(failure.getHttpResponseCode()));
        assertThat(failure instanceof TransportException).isNotEqualTo(documented);
        assertThat(failure.getMessage())
                .startsWith(apiId + "/" + action.name() + ": ")
                .contains(breakage.said);
        assertThat(failure.getAttempts()).isOne();
        assertThat(next.getException()).isNull();
        Awaitility.await()
                .until(() -> pool.connectionCount() > 0 && pool.idleConnectionCount() == pool.connectionCount());
    }

    private Exchange send(ApiCatalog api, Action action) {
        ObjectNode request = Examples.request(api.id(), action.name());
        return template.send(
                "tencent-video:" + api.id() + "/" + action.name() + "?maxRetries=0&okHttpClient=#pooled&endpointUrl="
                        + server.url() + Catalog.region(action),
                sent -> sent.getIn().setBody(request));
    }
}
