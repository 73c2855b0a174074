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
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.toy.ToyCalls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

class HttpTransportIT {

    @Test
    void sendsAPostByteForByte() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.ok());

            bench.answer(ToyCalls.write());

            RecordedRequest request = bench.request();
            assertThat(request.getRequestLine()).isEqualTo("POST /Write HTTP/1.1");
            assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
            assertThat(request.getHeader("Content-Length")).isEqualTo("13");
            assertThat(request.getBody().readUtf8()).isEqualTo("{\"Name\":\"ü\"}");
            assertThat(request.getHeader("Host")).isEqualTo(request.getHeader("x-host"));
            assertThat(request.getHeader("User-Agent")).isEqualTo("camel-video");
        }
    }

    @Test
    void sendsAGetWithTheContentTypeThatWasSigned() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.ok());

            bench.answer(ToyCalls.call("Read", "GET", false, null));

            RecordedRequest request = bench.request();
            assertThat(request.getRequestLine()).isEqualTo("GET /Read?Name=%C3%BC&Sign=a%2Bb~%2A%27 HTTP/1.1");
            assertThat(request.getHeaders().values("Content-Type"))
                    .containsExactly("application/x-www-form-urlencoded");
            assertThat(request.getHeader("Content-Length")).isNull();
        }
    }

    @Test
    void aPostWithoutContentIsEmpty() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.ok());
            Bench.Outcome outcome = new Bench.Outcome();

            bench.transport.send(
                    bench.transport.prepare(
                            ToyCalls.call("Do", "POST", false, null),
                            bench.target,
                            new WireRequest("POST", "/", null, Map.of(), null, null, null),
                            1000,
                            () -> {}),
                    outcome);

            assertThat(bench.request().getHeader("Content-Length")).isEqualTo("0");
            await().until(() -> outcome.answer != null);
            assertThat(outcome.answer.wire().status()).isEqualTo(200);
        }
    }

    @Test
    void readsACompressedAnswer() throws Exception {
        try (Bench bench = new Bench()) {
            Buffer packed = new Buffer();
            try (var sink = Okio.buffer(new GzipSink(packed))) {
                sink.writeUtf8("{\"Value\": 7}");
            }
            bench.answers(new MockResponse().setBody(packed).setHeader("Content-Encoding", "gzip"));

            ApiResponse answer = bench.answer(ToyCalls.read());

            assertThat(answer.body().path("Value").asInt()).isEqualTo(7);
            assertThat(bench.request().getHeader("Accept-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void anAnswerOfExactlyTheMaximumSizeIsRead() throws Exception {
        try (Bench bench = bounded()) {
            bench.answers(answerOf(1000), chunked(answerOf(1000)), answerOf(1001), chunked(answerOf(1001)));

            assertThat(bench.answer(ToyCalls.read()).body().path("Value").asInt())
                    .isEqualTo(1);
            assertThat(bench.answer(ToyCalls.read()).body().path("Value").asInt())
                    .isEqualTo(1);
            assertThat(bench.failure(ToyCalls.read()).getMessage())
                    .contains("1001 bytes, maxAnswerSize=1000", "raise maxAnswerSize");
            assertThat(bench.failure(ToyCalls.read()).getMessage())
                    .contains("more than 1000 bytes, maxAnswerSize=1000", "raise maxAnswerSize");
        }
    }

    @Test
    void anAnswerThatIsAnnouncedTooLargeIsNotRead() throws Exception {
        try (Bench bench = bounded()) {
            bench.answers(answerOf(500_000).throttleBody(2000, 50, TimeUnit.MILLISECONDS));

            ApiException failure = bench.failure(ToyCalls.read());

            isTooLarge(bench, failure);
            assertThat(failure.getMessage()).contains("500000 bytes");
            noConnectionIsLeft(bench);
        }
    }

    @Test
    void anAnswerWithoutLengthIsReadNoFurtherThanTheMaximum() throws Exception {
        try (Bench bench = bounded()) {
            bench.answers(chunked(answerOf(500_000)).throttleBody(2000, 50, TimeUnit.MILLISECONDS));

            isTooLarge(bench, bench.failure(ToyCalls.read()));
            noConnectionIsLeft(bench);
        }
    }

    @Test
    void aCompressedAnswerIsMeasuredUnpacked() throws Exception {
        try (Bench bench = bounded()) {
            Buffer packed = new Buffer();
            try (var sink = Okio.buffer(new GzipSink(packed))) {
                sink.writeUtf8("x".repeat(100_000));
            }
            assertThat(packed.size()).isLessThan(1000);
            bench.answers(new MockResponse().setBody(packed).setHeader("Content-Encoding", "gzip"));

            isTooLarge(bench, bench.failure(ToyCalls.read()));
        }
    }

    @Test
    void aFileMayBeLargerThanTheMaximum() throws Exception {
        try (Bench bench = bounded()) {
            bench.answers(new MockResponse().setBody("x".repeat(5000)).setHeader("Content-Type", "image/jpeg"));
            Bench.Outcome outcome = new Bench.Outcome();

            bench.transport.send(
                    bench.transport.prepare(
                            ToyCalls.download(),
                            bench.target,
                            new WireRequest("GET", "/", null, Map.of(), null, null, null),
                            1000,
                            () -> {}),
                    outcome);

            await().until(() -> outcome.answer != null);
            assertThat(outcome.answer.wire().file().content().readAllBytes()).hasSize(5000);
            outcome.answer.discard();
            noConnectionIsInUse(bench);
        }
    }

    /** Not retried, although a read with attempts left. */
    private static void isTooLarge(Bench bench, ApiException failure) {
        assertThat(failure).isInstanceOf(TransportException.class);
        assertThat(failure.getMessage()).contains("maxAnswerSize=1000");
        assertThat(failure.getKind()).isEqualTo(ErrorCode.Kind.OTHER);
        assertThat(failure.getAttempts()).isEqualTo(1);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
        noConnectionIsInUse(bench);
    }

    /** The rest of the answer would come over it. */
    private static void noConnectionIsLeft(Bench bench) {
        assertThat(bench.transport.client().connectionPool().connectionCount()).isZero();
    }

    private static Bench bounded() throws IOException {
        Bench bench = new Bench();
        bench.maxAnswerSize = 1000;
        return bench;
    }

    private static MockResponse answerOf(int bytes) {
        String json = "{\"Value\": 1}";
        return new MockResponse().setBody(json + " ".repeat(bytes - json.length()));
    }

    private static MockResponse chunked(MockResponse answer) {
        return answer.setChunkedBody(answer.getBody(), 100);
    }

    @Test
    void connectionsAreFreeAgainAfterEveryOutcome() throws Exception {
        try (Bench bench = new Bench(Bench.impatient(), Clock.systemUTC())) {
            bench.maxRetries = 0;
            bench.answers(
                    Bench.ok(),
                    Bench.error("Unheard"),
                    new MockResponse().setResponseCode(500).setBody("<html>"),
                    new MockResponse().setResponseCode(302).setHeader("Location", "/x"),
                    new MockResponse(),
                    Bench.cut(),
                    Bench.ok().setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY),
                    Bench.silence(),
                    Bench.ok());

            bench.answer(ToyCalls.read());
            for (int i = 0; i < 7; i++) {
                bench.failure(ToyCalls.read());
            }
            bench.answer(ToyCalls.read());

            noConnectionIsInUse(bench);
            assertThat(bench.transport.client().connectionPool().idleConnectionCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusedAnswersLeaveTheirConnectionToTheNextCall() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.error("Unheard"), new MockResponse().setResponseCode(404), Bench.ok());

            bench.failure(ToyCalls.read());
            bench.failure(ToyCalls.read());
            bench.answer(ToyCalls.read());

            assertThat(bench.request().getSequenceNumber()).isZero();
            assertThat(bench.request().getSequenceNumber()).isEqualTo(1);
            assertThat(bench.request().getSequenceNumber()).isEqualTo(2);
        }
    }

    @Test
    void aValueNoHeaderCanCarryIsNotSentAndNotShown() throws Exception {
        try (Bench bench = new Bench()) {
            bench.credentials = Bench.fixed(new Credentials("hid\nden", "secret"));

            Throwable problem = Bench.problem(bench.start(ToyCalls.read()));

            assertThat(problem).isInstanceOf(InvalidRequestException.class).hasNoCause();
            assertThat(problem.getMessage()).contains("toy/Read", "x-key").doesNotContain("hid");
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    @Test
    void aServerCannotSetOurRetryAfter() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.error("Busy").setHeader(WireInterceptor.RETRY_AFTER, "20"), Bench.ok());

            bench.answer(ToyCalls.read());

            assertThat(bench.scheduler.waits).containsExactly(Duration.ofMillis(100));
        }
    }

    @Test
    void plainHttpThroughAProxyShowsItsPassword() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(Bench.ok());
            var settings = Bench.through(new TransportSettings.Proxy("127.0.0.1", proxy.getPort(), "user", "word"));
            assertThat(settings.toString()).doesNotContain("word");
            try (Bench bench = new Bench(settings, Clock.systemUTC())) {
                bench.start(ToyCalls.write(), BaseUrl.of("http://cloud.example.com", true))
                        .join();

                RecordedRequest request = proxy.takeRequest();
                assertThat(request.getRequestLine()).isEqualTo("POST http://cloud.example.com/Write HTTP/1.1");
                assertThat(request.getHeader("Host")).isEqualTo("cloud.example.com");
                assertThat(request.getHeader("Proxy-Authorization")).isEqualTo("Basic dXNlcjp3b3Jk");
            }
        }
    }

    @Test
    void httpsThroughAProxyShowsThePasswordToTheProxyOnly() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse().setResponseCode(503));
            var settings = Bench.through(new TransportSettings.Proxy("127.0.0.1", proxy.getPort(), "user", "word"));
            try (Bench bench = new Bench(settings, Clock.systemUTC())) {
                bench.maxRetries = 0;

                Throwable problem =
                        Bench.problem(bench.start(ToyCalls.write(), BaseUrl.of("https://cloud.example.com", false)));

                assertThat(((TransportException) problem).isSent()).isFalse();
                RecordedRequest request = proxy.takeRequest();
                assertThat(request.getRequestLine()).isEqualTo("CONNECT cloud.example.com:443 HTTP/1.1");
                assertThat(request.getHeader("Proxy-Authorization")).isEqualTo("Basic dXNlcjp3b3Jk");
                assertThat(request.getHeader("x-key")).isNull();
            }
        }
    }

    @Test
    void aGivenClientIsUsedButNeitherChangedNorClosed() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient given = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool())
                .addInterceptor(chain -> {
                    seen.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        try (Bench bench = new Bench(Bench.through(given), Clock.systemUTC())) {
            bench.answers(Bench.ok());

            bench.answer(ToyCalls.read());
            noConnectionIsInUse(bench);
            bench.transport.close();

            assertThat(seen).hasValue(1);
            assertThat(given.connectionPool().idleConnectionCount()).isEqualTo(1);
            assertThat(given.dispatcher().getMaxRequestsPerHost()).isEqualTo(5);
            assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
            given.connectionPool().evictAll();
        }
    }

    @Test
    void closingDropsConnectionsAndRefusesFurtherCalls() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.ok());
            bench.answer(ToyCalls.read());
            noConnectionIsInUse(bench);

            bench.transport.close();

            assertThat(bench.transport.client().connectionPool().connectionCount())
                    .isZero();
            ApiException failure = bench.failure(ToyCalls.write());
            assertThat(failure.getMessage()).contains("the component is stopped", "attempts=0");
            assertThat(bench.executor.isShutdown()).isFalse();
        }
    }

    private static void noConnectionIsInUse(Bench bench) {
        ConnectionPool pool = bench.transport.client().connectionPool();
        await().until(() -> pool.connectionCount() == pool.idleConnectionCount());
    }
}
