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

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import java.time.Clock;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What OkHttp would repeat by itself, with a signature already used. */
class SilentRepeatIT {

    static Stream<Arguments> cases() {
        return Stream.of("POST", "GET", "DELETE")
                .flatMap(method -> Stream.of(true, false).flatMap(mutates -> Stream.of(
                                Named.of("408", new MockResponse().setResponseCode(408)),
                                Named.of(
                                        "503, Retry-After: 0",
                                        new MockResponse().setResponseCode(503).setHeader("Retry-After", "0")),
                                Named.of("cut after the request", Bench.cut()))
                        .map(answer -> Arguments.of(method, mutates, answer))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sendsNothingTwiceWithTheSameSignature(String method, boolean mutates, MockResponse trouble) throws Exception {
        try (Bench bench = new Bench()) {
            // given a pooled connection
            bench.answers(Bench.ok(), trouble, Bench.ok(), Bench.ok());
            ApiCall call = ToyCalls.call("Do", method, mutates, null);
            bench.answer(call);
            bench.maxRetries = 0;

            ApiException failure = bench.failure(call);

            assertThat(failure.getAttempts()).isEqualTo(1);
            assertThat(bench.server.getRequestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ourOwnAttemptsAreSignedAnew(String method, boolean mutates, MockResponse trouble) throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(Bench.ok(), trouble, Bench.ok());
            ApiCall call = ToyCalls.call("Do", method, mutates, null);
            bench.answer(call);

            Throwable problem = mutates ? bench.failure(call) : null;
            if (!mutates) {
                bench.answer(call);
            }

            assertThat(bench.server.getRequestCount()).isEqualTo(mutates ? 2 : 3);
            assertThat(problem == null).isEqualTo(!mutates);
            for (int nonce = 1; nonce <= bench.server.getRequestCount(); nonce++) {
                assertThat(bench.request().getHeader("x-nonce")).isEqualTo("" + nonce);
            }
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(
                    new MockResponse()
                            .setResponseCode(307)
                            .setHeader(
                                    "Location", bench.server.url("/elsewhere").toString()),
                    Bench.ok());

            ApiException failure = bench.failure(ToyCalls.read());

            assertThat(failure).isInstanceOf(TransportException.class);
            assertThat(failure.getHttpResponseCode()).isEqualTo(307);
            assertThat(failure.isRetryable()).isFalse();
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void anAuthenticatorOfAGivenClientRepeatsNothing() throws Exception {
        var given = new OkHttpClient.Builder()
                .authenticator((route, response) ->
                        response.request().newBuilder().header("again", "1").build())
                .build();
        try (Bench bench = new Bench(Bench.through(given), Clock.systemUTC())) {
            bench.answers(new MockResponse().setResponseCode(401), Bench.ok());

            bench.failure(ToyCalls.call("Do", "GET", true, null));

            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }
}
