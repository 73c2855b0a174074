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

import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import io.github.camelvideo.toy.ToyProtocol;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;

/** A server that answers what the test says, and a client before it whose waits cost nothing. */
final class Bench implements AutoCloseable {

    final MockWebServer server = new MockWebServer();
    final ExecutorService executor = Executors.newCachedThreadPool();
    final RecordingScheduler scheduler = new RecordingScheduler();
    final RateLimiters limiters = new RateLimiters(scheduler::nanos);
    final ClientResources resources;
    final HttpTransport transport;
    final BaseUrl target;

    AsyncCredentials credentials = fixed(new Credentials("key-1", "secret"));
    int maxRetries = 3;
    Integer rateLimit;
    int maxAnswerSize = 1 << 20;

    private final ToyProtocol protocol = ToyCalls.protocol();

    Bench() throws IOException {
        this(new TransportSettings(), Clock.systemUTC());
    }

    Bench(TransportSettings settings, Clock clock) throws IOException {
        server.start();
        target = BaseUrl.of("http://127.0.0.1:" + server.getPort(), false);
        resources = new ClientResources(scheduler, executor, clock, scheduler::nanos, () -> 0.5, limiters, ended -> {});
        transport = new HttpTransport(settings, executor);
    }

    static MockResponse ok() {
        return new MockResponse()
                .setBody("{\"Value\": 1}")
                .setHeader("Content-Type", "application/json")
                .setHeader("x-request-id", "id-2");
    }

    static MockResponse error(String code) {
        return new MockResponse().setBody("{\"error\": \"" + code + "\"}");
    }

    static MockResponse cut() {
        return new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);
    }

    static MockResponse silence() {
        return new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);
    }

    static TransportSettings impatient() {
        return new TransportSettings(
                Duration.ofSeconds(5), Duration.ofMillis(400), null, null, TransportSettings.DEFAULT_CONCURRENCY, null);
    }

    Bench answers(MockResponse... answers) {
        for (MockResponse answer : answers) {
            server.enqueue(answer);
        }
        return this;
    }

    CompletableFuture<ApiResponse> start(ApiCall call) {
        return start(call, target);
    }

    CompletableFuture<ApiResponse> start(ApiCall call, BaseUrl where) {
        return start(call, options(protocol, where));
    }

    CompletableFuture<ApiResponse> start(ApiCall call, CallOptions options) {
        return RunningCall.start(call, options, transport, resources, () -> null);
    }

    CallOptions options(ApiProtocol signing, BaseUrl where) {
        return options(signing, where, RecordingScheduler.CALL_TIMEOUT);
    }

    CallOptions options(BaseUrl where, Duration callTimeout) {
        return options(protocol, where, callTimeout);
    }

    private CallOptions options(ApiProtocol signing, BaseUrl where, Duration callTimeout) {
        return new CallOptions(signing, credentials, where, maxRetries, callTimeout, rateLimit, maxAnswerSize, false);
    }

    static TransportSettings through(TransportSettings.Proxy proxy) {
        return new TransportSettings(null, null, proxy, null, TransportSettings.DEFAULT_CONCURRENCY, null);
    }

    static TransportSettings through(OkHttpClient client) {
        return new TransportSettings(null, null, null, null, TransportSettings.DEFAULT_CONCURRENCY, client);
    }

    /** Always the same credentials. */
    static AsyncCredentials fixed(Credentials credentials) {
        CompletableFuture<Credentials> known = CompletableFuture.completedFuture(credentials);
        return new AsyncCredentials() {
            @Override
            public CompletableFuture<Credentials> current() {
                return known.copy();
            }

            @Override
            public CompletableFuture<Credentials> renew(Credentials refused) {
                return known.copy();
            }
        };
    }

    ApiResponse answer(ApiCall call) {
        return start(call).orTimeout(20, TimeUnit.SECONDS).join();
    }

    ApiException failure(ApiCall call) {
        return (ApiException) problem(start(call));
    }

    static Throwable problem(CompletableFuture<ApiResponse> future) {
        try {
            throw new AssertionError(
                    "succeeded: " + future.orTimeout(20, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        transport.close();
        scheduler.shutdownNow();
        executor.shutdownNow();
        server.shutdown();
    }

    /** What the transport told. */
    static final class Outcome implements HttpTransport.Receiver {

        volatile HttpResponse answer;
        volatile TransportException failure;

        @Override
        public void answered(HttpResponse told) {
            answer = told;
        }

        @Override
        public void failed(TransportException told) {
            failure = told;
        }
    }
}
