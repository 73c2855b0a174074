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

import io.github.camelvideo.client.RetryPolicy.Decision;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RetryPolicy POLICY = new RetryPolicy(3, () -> 0.5);

    @ParameterizedTest
    @CsvSource({
        // code, status, read, write
        "Busy, 200, true, true",
        "Broken, 200, true, false",
        "Late, 200, false, false",
        "WrongKey, 200, false, false",
        "Unheard, 200, false, false",
        "Unheard, 500, true, false",
        "Unheard, 429, true, true",
    })
    void refusalsAreRetriedByTheirKind(String code, int status, boolean read, boolean write) {
        ApiException refusal = ApiException.of("toy/A", ToyCalls.API.error(code), "no", null, status);

        assertThat(decide(refusal, false).retry()).isEqualTo(read);
        assertThat(decide(refusal, true).retry()).isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource({
        // status, sent, read, write
        "0, false, true, true",
        "0, true, true, false",
        "200, true, true, false",
        "302, true, false, false",
        "403, true, false, false",
        "408, true, true, false",
        "429, true, true, true",
        "502, true, true, false",
    })
    void faultsOfTheTransportAreRetriedByWhatTheServerMayHaveDone(
            int status, boolean sent, boolean read, boolean write) {
        TransportException fault = new TransportException("toy/A", "fault", status, sent, new IOException("cut"));

        assertThat(decide(fault, false).retry()).isEqualTo(read);
        assertThat(decide(fault, true).retry()).isEqualTo(write);
    }

    @Test
    void aServerThatIsNotTrustedIsNotAskedAgain() {
        IOException cause = new SSLHandshakeException("no");
        cause.initCause(new CertificateException("unknown issuer"));

        Decision decision = decide(new TransportException("toy/A", "fault", 0, false, cause), false);

        assertThat(decision.retry()).isFalse();
    }

    @Test
    void waitsARandomPartOfADoublingTimeUpToTenSeconds() {
        RetryPolicy many = new RetryPolicy(100, () -> 0.5);

        assertThat(delay(many, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(delay(many, 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(delay(many, 2)).isEqualTo(Duration.ofMillis(400));
        assertThat(delay(many, 6)).isEqualTo(Duration.ofSeconds(5));
        assertThat(delay(many, 99)).isEqualTo(Duration.ofSeconds(5));
    }

    /** Doubling without a bound would overflow at the 37th retry and reach the present again at the 64th. */
    @ParameterizedTest
    @ValueSource(ints = {36, 37, 38, 63, 64, 65, 1_000})
    void theDoublingStopsAtTenSecondsHoweverManyRetriesThereAre(int retries) {
        RetryPolicy patient = new RetryPolicy(2_000, () -> 0.5);

        assertThat(delay(patient, retries)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theRandomPartMayBeNothing() {
        assertThat(delay(new RetryPolicy(3, () -> 0.0), 2)).isZero();
    }

    @Test
    void givesUpAfterMaxRetries() {
        assertThat(POLICY.decide(unsent(), false, 2, null, MINUTE).retry()).isTrue();
        assertThat(POLICY.decide(unsent(), false, 3, null, MINUTE).retry()).isFalse();
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        assertThat(POLICY.decide(unsent(), false, 0, Duration.ofSeconds(7), MINUTE)
                        .delay())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void waitsNoShorterThanItsOwnBackOff() {
        assertThat(POLICY.decide(unsent(), false, 2, Duration.ZERO, MINUTE).delay())
                .isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void waitsThirtySecondsAtMost() {
        assertThat(POLICY.decide(unsent(), false, 0, Duration.ofHours(1), MINUTE)
                        .delay())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void givesUpAtOnceWhenTheWaitWouldExceedTheCallTimeout() {
        assertThat(POLICY.decide(unsent(), false, 0, Duration.ofSeconds(7), Duration.ofSeconds(7))
                        .retry())
                .isFalse();
    }

    private static Decision decide(ApiException failure, boolean mutates) {
        return POLICY.decide(failure, mutates, 0, null, MINUTE);
    }

    private static Duration delay(RetryPolicy policy, int retries) {
        return policy.decide(unsent(), false, retries, null, MINUTE).delay();
    }

    private static ApiException unsent() {
        return new TransportException("toy/A", "fault", 0, false, new ConnectException("refused"));
    }
}
