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

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import io.github.camelvideo.toy.ToyCalls;
import io.github.camelvideo.toy.ToyProtocol;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads, time and the end of calls. */
class RunningCallIT {

    private final CountDownLatch release = new CountDownLatch(1);
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        bench.close();
    }

    @Test
    void theCallerGoesOnWhileTheServerThinks() throws Exception {
        holdAnswers();

        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.read());
        bench.request();

        assertThat(future).isNotDone();
        release.countDown();
        assertThat(future.get(10, TimeUnit.SECONDS).requestId()).isEqualTo("id-2");
    }

    @Test
    void manyRequestsToOneHostAreUnderWayAtOnce() throws Exception {
        holdAnswers();

        List<CompletableFuture<ApiResponse>> futures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            futures.add(bench.start(i % 2 == 0 ? ToyCalls.read() : ToyCalls.call("Get", "GET", false, null)));
        }
        for (int i = 0; i < 20; i++) {
            bench.request();
        }

        release.countDown();
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    }

    @Test
    void moreRequestsThanTheConcurrencyQueue() throws Exception {
        bench.close();
        bench = new Bench(new TransportSettings(null, null, null, null, 2, null), Clock.systemUTC());
        CountDownLatch held = new CountDownLatch(1);
        holdAnswers(held);

        bench.start(ToyCalls.read());
        bench.start(ToyCalls.read());
        CompletableFuture<ApiResponse> third = bench.start(ToyCalls.read());
        bench.request();
        bench.request();

        assertThat(bench.transport.client().dispatcher().runningCallsCount()).isEqualTo(2);
        assertThat(bench.server.getRequestCount()).isEqualTo(2);
        held.countDown();
        third.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatTheCallerDoesNextHoldsNoSlot() throws Exception {
        bench.close();
        bench = new Bench(new TransportSettings(null, null, null, null, 1, null), Clock.systemUTC());
        CountDownLatch held = new CountDownLatch(1);
        holdAnswers(held);
        // before the answer comes: a call that has ended would continue on this thread
        CompletableFuture<Void> next = bench.start(ToyCalls.read()).thenRun(() -> join(release));
        held.countDown();

        bench.start(ToyCalls.read()).get(10, TimeUnit.SECONDS);

        assertThat(next).isNotDone();
    }

    @Test
    void aHostThatHangsTakesNoSlotOfAnother() throws Exception {
        bench.close();
        bench = new Bench(new TransportSettings(null, null, null, null, 2, null), Clock.systemUTC());
        holdAnswers();
        List<CompletableFuture<ApiResponse>> hanging = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            hanging.add(bench.start(ToyCalls.read()));
        }
        try (MockWebServer other = new MockWebServer()) {
            other.enqueue(Bench.ok());

            bench.start(ToyCalls.read(), BaseUrl.of("http://localhost:" + other.getPort(), false))
                    .get(10, TimeUnit.SECONDS);
        }

        assertThat(hanging).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void closingEndsEveryCallWhateverItWaitsFor() throws Exception {
        bench.close();
        bench = new Bench(new TransportSettings(null, null, null, null, 1, null), Clock.systemUTC());
        bench.scheduler.hold();
        holdAnswers();
        CompletableFuture<ApiResponse> sent = bench.start(ToyCalls.write());
        bench.request();
        CompletableFuture<ApiResponse> forASlot = bench.start(ToyCalls.write());
        bench.rateLimit = 1;
        BaseUrl other = BaseUrl.of("http://localhost:" + bench.server.getPort(), false);
        bench.start(ToyCalls.write(), other);
        CompletableFuture<ApiResponse> forAPermit = bench.start(ToyCalls.write(), other);
        bench.credentials = bench.resources.cached(() -> {
            join(release);
            return new Credentials("late", "secret");
        });
        CompletableFuture<ApiResponse> forCredentials = bench.start(ToyCalls.write());

        bench.resources.close();

        assertThat(stopped(sent).isSent()).isTrue();
        assertThat(stopped(forASlot).isSent()).isFalse();
        assertThat(stopped(forAPermit).isSent()).isFalse();
        assertThat(stopped(forCredentials).isSent()).isFalse();
        assertThat(stopped(bench.start(ToyCalls.write())).isSent()).isFalse();
    }

    private static TransportException stopped(CompletableFuture<ApiResponse> call) {
        TransportException failure = (TransportException) Bench.problem(call);
        assertThat(failure).hasMessageContaining("the component stopped before the call ended");
        return failure;
    }

    @Test
    void cancellingCutsTheRequest() throws Exception {
        holdAnswers();
        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.read());
        bench.request();

        future.cancel(true);

        await().until(() -> bench.transport.client().dispatcher().runningCallsCount() == 0);
        assertThat(bench.transport.client().connectionPool().connectionCount()).isZero();
        // nor is it tried again
        assertThat(bench.scheduler.waits).isEmpty();
        await().until(() -> !bench.scheduler.isWaiting());
    }

    @Test
    void cancellingEndsAWait() throws Exception {
        bench.scheduler.hold();
        bench.answers(Bench.error("Busy"), Bench.ok());
        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.read());
        await().until(() -> bench.scheduler.waits.size() == 1);

        future.cancel(true);

        await().until(() -> !bench.scheduler.isWaiting());
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theCallTimeoutCutsTheRequestAndSaysWhetherItWasSent() throws Exception {
        holdAnswers();
        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.write());
        bench.request();

        bench.scheduler.expireCalls();

        TransportException failure = (TransportException) Bench.problem(future);
        assertThat(failure.isSent()).isTrue();
        assertThat(failure.getAttempts()).isEqualTo(1);
        assertThat(failure.getMessage()).contains("callTimeout=PT1M");
        await().until(() -> bench.transport.client().dispatcher().runningCallsCount() == 0);
        assertThat(bench.scheduler.isWaiting()).isFalse();
    }

    @Test
    void theCallTimeoutEndsAWaitAndTellsOfTheFailureBefore() throws Exception {
        bench.scheduler.hold();
        bench.answers(Bench.error("Busy"), Bench.ok());
        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.write());
        await().until(() -> bench.scheduler.waits.size() == 1);

        bench.scheduler.expireCalls();

        TransportException failure = (TransportException) Bench.problem(future);
        // what was sent was refused
        assertThat(failure.isSent()).isFalse();
        assertThat(failure.getSuppressed()).hasSize(1).allMatch(ThrottledException.class::isInstance);
        assertThat(bench.scheduler.isWaiting()).isFalse();
    }

    @Test
    void theCallTimeoutEndsTheWaitForCredentials() throws Exception {
        bench.credentials = bench.resources.cached(() -> {
            join(release);
            return new Credentials("late", "secret");
        });
        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.write());

        bench.scheduler.expireCalls();

        TransportException failure = (TransportException) Bench.problem(future);
        assertThat(failure.getAttempts()).isZero();
        assertThat(failure.isSent()).isFalse();
    }

    @Test
    void callsShareOneTimerForTheirTimeouts() throws Exception {
        bench.answers(Bench.ok(), Bench.ok());
        bench.answer(ToyCalls.read());
        bench.answer(ToyCalls.read());
        holdAnswers();
        CompletableFuture<ApiResponse> third = bench.start(ToyCalls.read());

        assertThat(bench.scheduler.timeouts()).isEqualTo(1);
        assertThat(bench.scheduler.isWaiting()).isFalse();

        bench.scheduler.expireCalls();

        assertThat(Bench.problem(third)).hasMessageContaining("callTimeout=PT1M");
    }

    @Test
    void theTimerStandsAtTheEarliestTimeout() throws Exception {
        holdAnswers();
        CompletableFuture<ApiResponse> patient = bench.start(ToyCalls.read());
        bench.request();

        // this scheduler lets what is not 60 seconds pass at once
        CompletableFuture<ApiResponse> impatient =
                bench.start(ToyCalls.read(), bench.options(bench.target, Duration.ofSeconds(10)));

        assertThat(Bench.problem(impatient)).hasMessageContaining("callTimeout=PT10S");
        assertThat(Bench.problem(patient)).hasMessageContaining("callTimeout=PT1M");
        assertThat(bench.scheduler.waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(50));
    }

    @Test
    void theRateOfTheCatalogIsKeptOverAllEndpointsOfAComponent() {
        ApiCall limited = ToyCalls.call("Limited", "POST", false, 2);
        bench.answers(Bench.ok(), Bench.ok(), Bench.ok());

        bench.answer(limited);
        bench.start(limited, bench.options(ToyCalls.protocol(), bench.target)).join();
        bench.answer(limited);

        assertThat(bench.scheduler.waits).containsExactly(Duration.ofNanos(SlidingWindowLimiter.PERIOD));
    }

    @Test
    void aRateLimitOfTheEndpointBeatsTheCatalogs() {
        ApiCall limited = ToyCalls.call("Limited", "POST", false, 2);
        bench.rateLimit = 1;
        bench.answers(Bench.ok(), Bench.ok());

        bench.answer(limited);
        bench.answer(limited);

        assertThat(bench.scheduler.waits).containsExactly(Duration.ofNanos(SlidingWindowLimiter.PERIOD));
    }

    @Test
    void aRateLimitOfZeroIsNone() {
        ApiCall limited = ToyCalls.call("Limited", "POST", false, 1);
        bench.rateLimit = 0;
        bench.answers(Bench.ok(), Bench.ok());

        bench.answer(limited);
        bench.answer(limited);

        assertThat(bench.scheduler.waits).isEmpty();
    }

    @Test
    void aPermitThatWouldComeTooLateIsNotWaitedFor() throws Exception {
        ApiCall limited = ToyCalls.call("Limited", "POST", false, 1);
        bench.scheduler.hold();
        bench.answers(Bench.ok());
        bench.answer(limited);
        List<CompletableFuture<ApiResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            calls.add(bench.start(limited));
        }

        await().until(() -> calls.get(69).isDone());
        assertThat(Bench.problem(calls.get(69)))
                .hasMessageContainingAll("rateLimit=1/s", "callTimeout=PT1M", "attempts=0");
        assertThat(calls.subList(0, 50)).noneMatch(CompletableFuture::isDone);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aShutDownSchedulerFailsTheCall() {
        bench.scheduler.shutdownNow();

        stopped(bench.start(ToyCalls.read()));
    }

    @Test
    void aFaultOfTheProtocolEndsTheCall() {
        AtomicReference<RuntimeException> fault = new AtomicReference<>(new IllegalStateException("fault"));
        ApiProtocol broken = new ToyProtocol(() -> "1") {
            @Override
            public ApiResponse decode(ApiCall call, WireResponse answer) {
                throw fault.get();
            }
        };
        bench.answers(Bench.ok());

        CompletableFuture<ApiResponse> future = bench.start(ToyCalls.read(), bench.options(broken, bench.target));

        assertThat(Bench.problem(future)).isSameAs(fault.get());
    }

    private void holdAnswers() {
        holdAnswers(release);
    }

    private void holdAnswers(CountDownLatch until) {
        bench.server.setDispatcher(new okhttp3.mockwebserver.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                join(until);
                return Bench.ok();
            }
        });
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
