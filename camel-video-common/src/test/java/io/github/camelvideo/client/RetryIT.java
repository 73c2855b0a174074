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
package io.github.camelvideo.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryIT {

    static Stream<Arguments> troubles() {
        MockResponse half = Bench.ok().setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY);
        return Stream.of(
                Arguments.of(Named.of("throttled", Bench.error("Busy")), true),
                Arguments.of(Named.of("429", new MockResponse().setResponseCode(429)), true),
                Arguments.of(Named.of("unavailable", Bench.error("Broken")), false),
                Arguments.of(Named.of("500", Bench.error("Unheard").setResponseCode(500)), false),
                Arguments.of(Named.of("page of a proxy", page()), false),
                Arguments.of(Named.of("cut before the answer", Bench.cut()), false),
                Arguments.of(Named.of("cut in the answer", half.setBody("x".repeat(100_000))), false),
                Arguments.of(Named.of("half a JSON", new MockResponse().setBody("{\"Val")), false),
                Arguments.of(Named.of("nothing", new MockResponse()), false),
                Arguments.of(Named.of("silence", Bench.silence()), false));
    }

    private static MockResponse page() {
        return new MockResponse()
                .setResponseCode(502)
                .setHeader("Content-Type", "text/html")
                .setBody("<html>Bad gateway</html>");
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aReadIsSentAgain(MockResponse trouble, boolean unexecuted) throws Exception {
        try (Bench bench = new Bench(Bench.impatient(), Clock.systemUTC())) {
            bench.answers(trouble, trouble, Bench.ok());

            ApiResponse answer = bench.answer(ToyCalls.read());

            assertThat(answer.body().path("Value").asInt()).isEqualTo(1);
            assertThat(bench.server.getRequestCount()).isEqualTo(3);
            assertThat(bench.scheduler.waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aWriteIsSentAgainOnlyWhereItWasNotExecuted(MockResponse trouble, boolean unexecuted) throws Exception {
        try (Bench bench = new Bench(Bench.impatient(), Clock.systemUTC())) {
            bench.answers(trouble, Bench.ok());

            if (unexecuted) {
                bench.answer(ToyCalls.write());
                assertThat(bench.server.getRequestCount()).isEqualTo(2);
                return;
            }
            ApiException failure = bench.failure(ToyCalls.write());

            assertThat(failure.getAttempts()).isEqualTo(1);
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
            if (failure instanceof TransportException fault) {
                assertThat(fault.isSent()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unsent")
    void whatWasNeverSentIsSentAgainAlsoIfItWrites(OkHttpClient given) throws Exception {
        try (Bench bench = new Bench(Bench.through(given), Clock.systemUTC())) {
            BaseUrl byName = BaseUrl.of("http://localhost:" + bench.server.getPort(), false);

            TransportException failure = (TransportException) Bench.problem(bench.start(ToyCalls.write(), byName));

            assertThat(failure.isSent()).isFalse();
            assertThat(failure.getAttempts()).isEqualTo(4);
            assertThat(failure.getSuppressed()).hasSize(3).allSatisfy(earlier -> assertThat(earlier.getStackTrace())
                    .isEmpty());
            assertThat(failure.getStackTrace()).isNotEmpty();
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    static Stream<Arguments> unsent() {
        OkHttpClient client = new OkHttpClient();
        return Stream.of(
                Arguments.of(Named.of(
                        "unknown host",
                        client.newBuilder()
                                .dns(host -> {
                                    throw new UnknownHostException(host);
                                })
                                .build())),
                Arguments.of(Named.of(
                        "connect timeout",
                        client.newBuilder()
                                .socketFactory(
                                        new UnconnectableSockets(() -> new SocketTimeoutException("connect timed out")))
                                .build())));
    }

    @Test
    void aRefusedConnectionIsTriedAgainAlsoForAWrite() throws Exception {
        try (Bench bench = new Bench()) {
            BaseUrl nobody = BaseUrl.of("http://127.0.0.1:" + freePort(), false);

            TransportException failure = (TransportException) Bench.problem(bench.start(ToyCalls.write(), nobody));

            assertThat(failure.isSent()).isFalse();
            assertThat(failure.getAttempts()).isEqualTo(4);
            assertThat(failure.getMessage()).contains("nothing was sent", nobody.toString(), "attempts=4");
        }
    }

    @Test
    void theLastFailureTellsOfTheEarlierOnes() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.error("Busy"), Bench.error("Broken"), Bench.error("Unheard"));

            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure.getCode()).isEqualTo("Unheard");
            assertThat(failure.getAttempts()).isEqualTo(3);
            assertThat(failure.getSuppressed())
                    .extracting(earlier -> ((ApiException) earlier).getCode())
                    .containsExactly("Busy", "Broken");
        }
    }

    @Test
    void retryAfterIsHonouredAndCapped() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(
                    Bench.error("Busy").setHeader("Retry-After", "3"),
                    Bench.error("Busy").setHeader("Retry-After", "3600"),
                    Bench.ok());

            bench.answer(ToyCalls.write());

            assertThat(bench.scheduler.waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(30));
        }
    }

    @Test
    void retryAfterMayHoldAnyCharacter() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> uncaught.add(problem));
        try (Bench bench = new Bench()) {
            bench.answers(
                    new MockResponse().setResponseCode(503).addHeaderLenient("Retry-After", "1\u00011"), Bench.ok());

            bench.answer(ToyCalls.read());

            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void retryAfterMayBeADate() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(
                    Bench.error("Busy")
                            .setHeader("Date", "Fri, 20 Nov 2026 10:00:00 GMT")
                            .setHeader("Retry-After", "Fri, 20 Nov 2026 10:00:04 GMT"),
                    Bench.ok());

            bench.answer(ToyCalls.write());

            assertThat(bench.scheduler.waits).containsExactly(Duration.ofSeconds(4));
        }
    }

    @Test
    void retryAfterNeverGoesBeyondTheCallTimeout() throws Exception {
        try (Bench bench = new Bench()) {
            MockResponse patience = Bench.error("Busy").setHeader("Retry-After", "25");
            bench.answers(patience, patience, patience, patience);

            ApiException failure = bench.failure(ToyCalls.read());

            // 25 s and 25 s fit into the 60 s, a third time does not
            assertThat(failure.getAttempts()).isEqualTo(3);
            assertThat(failure).isInstanceOf(ThrottledException.class);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
