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

import io.github.camelvideo.ManualClock;
import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.toy.ToyCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;

/** Refusals that another signature may answer: a wrong time, old credentials. */
class SigningAgainIT {

    private static final String SERVER_TIME = "Fri, 20 Nov 2026 10:30:00 GMT";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));

    @Test
    void aWrongTimeIsCorrectedAtOnceAndForTheNextCallToo() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.answers(Bench.error("Late").setHeader("Date", SERVER_TIME), Bench.ok(), Bench.ok());

            bench.answer(ToyCalls.write());
            bench.answer(ToyCalls.read());

            assertThat(bench.request().getHeader("x-time")).isEqualTo("2026-11-20T10:00:00Z");
            assertThat(bench.request().getHeader("x-time")).isEqualTo("2026-11-20T10:30:00Z");
            assertThat(bench.request().getHeader("x-time")).isEqualTo("2026-11-20T10:30:00Z");
            assertThat(bench.scheduler.waits).isEmpty();
            assertThat(bench.resources.vendorClock(bench.target).now()).isEqualTo("2026-11-20T10:30:00Z");
        }
    }

    @Test
    void aWrongTimeIsCorrectedOncePerCall() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.answers(
                    Bench.error("Late").setHeader("Date", SERVER_TIME),
                    Bench.error("Late").setHeader("Date", "Fri, 20 Nov 2026 11:30:00 GMT"),
                    Bench.ok());

            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure.getAttempts()).isEqualTo(2);
            assertThat(failure).isInstanceOf(CredentialsRefusedException.class);
        }
    }

    @Test
    void aRefusedTimeWithoutTheServersTimeIsFinal() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.answers(Bench.error("Late"), Bench.ok());

            assertThat(bench.failure(ToyCalls.read()).getAttempts()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedTimeThatWasRightIsFinal() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.answers(Bench.error("Late").setHeader("Date", "Fri, 20 Nov 2026 10:00:03 GMT"), Bench.ok());

            assertThat(bench.failure(ToyCalls.read()).getAttempts()).isEqualTo(1);
        }
    }

    @Test
    void aTimeOutOfACacheIsNotTakenForTheServers() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.answers(cached(Bench.ok()), cached(Bench.ok()), Bench.ok(), cached(Bench.error("Late")), Bench.ok());

            bench.answer(ToyCalls.read());
            bench.answer(ToyCalls.read());
            bench.answer(ToyCalls.read());
            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure.getAttempts()).isEqualTo(1);
            for (int call = 1; call <= 4; call++) {
                assertThat(bench.request().getHeader("x-time")).isEqualTo("2026-11-20T10:00:00Z");
            }
            assertThat(bench.resources.vendorClock(bench.target).now()).isEqualTo("2026-11-20T10:00:00Z");
        }
    }

    @Test
    void refusedCredentialsAreFetchedAnewOnce() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.credentials = keys(bench, true);
            bench.answers(Bench.ok(), Bench.error("WrongKey"), Bench.ok());
            bench.answer(ToyCalls.write());
            clock.advance(Duration.ofMinutes(1));

            bench.answer(ToyCalls.write());

            assertThat(bench.request().getHeader("x-key")).isEqualTo("key-1");
            assertThat(bench.request().getHeader("x-key")).isEqualTo("key-1");
            assertThat(bench.request().getHeader("x-key")).isEqualTo("key-2");
        }
    }

    @Test
    void refusedCredentialsThatDoNotChangeAreFinal() throws Exception {
        try (Bench bench = new Bench(new TransportSettings(), clock)) {
            bench.credentials = keys(bench, false);
            bench.answers(Bench.ok(), Bench.error("WrongKey"), Bench.ok());
            bench.answer(ToyCalls.read());
            clock.advance(Duration.ofMinutes(1));

            assertThat(bench.failure(ToyCalls.read()).getAttempts()).isEqualTo(1);
        }
    }

    @Test
    void aLongTermKeyThatIsRefusedIsFinal() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.error("WrongKey"), Bench.ok());

            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure).isInstanceOf(CredentialsRefusedException.class);
            assertThat(failure.getAttempts()).isEqualTo(1);
        }
    }

    @Test
    void withoutCredentialsNothingIsSent() throws Exception {
        try (Bench bench = new Bench()) {
            bench.credentials = bench.resources.cached(() -> {
                throw new IllegalStateException("hidden");
            });

            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure.getMessage())
                    .contains("no credentials", "IllegalStateException", "attempts=0")
                    .doesNotContain("hidden");
            assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    private static MockResponse cached(MockResponse response) {
        return response.setHeader("Date", SERVER_TIME).setHeader("Age", "60");
    }

    private AsyncCredentials keys(Bench bench, boolean changing) {
        int[] fetched = new int[1];
        return bench.resources.cached(() ->
                new Credentials("key-" + (changing ? ++fetched[0] : 1), "secret", "token", in(Duration.ofHours(1))));
    }

    private Instant in(Duration time) {
        return Clock.offset(clock, time).instant();
    }
}
