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

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a call is signed by. */
class CredentialsIT extends Calling {

    private static final String LONG_TERM = "secretId=AKIDlong&secretKey=RAW(key-long)";

    private final Instant start = CLOCK.instant();
    private final Deque<Credentials> given = new ArrayDeque<>();
    private final CredentialsProvider provider = given::removeFirst;
    private VideoCloudSimulator accounts;

    @BeforeEach
    void startAnotherCloud() {
        accounts = VideoCloudSimulator.builder()
                .clock(CLOCK)
                .rateLimits(false)
                .account("AKIDlong", "key-long")
                .account("AKIDone", "key-one", "token-one")
                .account("AKIDtwo", "key-two", "token-two")
                .start();
        TencentVideoConfiguration defaults = component().getConfiguration();
        defaults.setSecretId(null);
        defaults.setSecretKey(null);
        defaults.setEndpointUrl(accounts.url());
        context.getRegistry().bind("provider", provider);
    }

    @AfterEach
    void stopIt() {
        accounts.close();
        CLOCK.set(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TC3_HMAC_SHA256", "HMAC_SHA256", "HMAC_SHA1"})
    void theUriMayNameTemporaryOnes(String signMethod) {
        answer(
                "DescribeWarnMod?secretId=AKIDone&secretKey=RAW(key-one)&sessionToken=RAW(token-one)&signMethod="
                        + signMethod,
                null);

        assertThat(accounts.requests().count()).isEqualTo(1);
    }

    @Test
    void aKeyOfTheEndpointIsNotUsedWithTheTokenOfTheComponent() {
        component().getConfiguration().setSecretId("AKIDone");
        component().getConfiguration().setSecretKey("key-one");
        component().getConfiguration().setSessionToken("token-one");

        answer("DescribeWarnMod?" + LONG_TERM, null);
        answer("DescribeWarnMod", null);

        assertThat(tokens()).containsExactly(null, "token-one");
    }

    @Test
    void theEndpointBeatsTheComponent() {
        component().getConfiguration().setSecretId("AKIDnobody");
        component().getConfiguration().setSecretKey("key-nobody");

        failure(CredentialsRefusedException.class, "DescribeWarnMod", null);
        answer("DescribeWarnMod?" + LONG_TERM, null);

        assertThat(accounts.requests().count()).isEqualTo(2);
    }

    @Test
    void aKeyBeatsAProvider() {
        component().getConfiguration().setCredentialsProvider(provider);

        answer("DescribeWarnMod?" + LONG_TERM, null);
        answer("DescribeWarnMod?credentialsProvider=#provider&" + LONG_TERM, null);

        assertThat(given).isEmpty();
    }

    @Test
    void aProviderIsAskedOnceForManyCallsAndEndpoints() {
        given.add(temporary("one", Duration.ofHours(1)));

        answer("DescribeWarnMod?credentialsProvider=#provider", null);
        answer("DescribeWarnMod?credentialsProvider=#provider", null);
        answer("DescribeSIPServer?credentialsProvider=#provider", null);

        assertThat(tokens()).containsExactly("token-one", "token-one", "token-one");
    }

    @Test
    void whatExpiresIsReplaced() {
        given.add(temporary("one", Duration.ofHours(1)));
        given.add(temporary("two", Duration.ofHours(3)));
        component().getConfiguration().setCredentialsProvider(provider);

        answer("DescribeWarnMod", null);
        CLOCK.advance(Duration.ofHours(2));
        answer("DescribeWarnMod", null);

        assertThat(tokens()).containsExactly("token-one", "token-two");
    }

    @Test
    void whatIsRefusedIsReplacedWithinTheCall() {
        given.add(new Credentials("AKIDone", "key-one", "token-revoked", null));
        given.add(temporary("two", Duration.ofHours(1)));
        component().getConfiguration().setCredentialsProvider(provider);

        answer("DescribeWarnMod", null);
        answer("DescribeWarnMod", null);

        assertThat(tokens()).containsExactly("token-revoked", "token-two", "token-two");
    }

    @Test
    void aWrongKeyIsToldAsSuch() {
        CredentialsRefusedException failure = failure(
                CredentialsRefusedException.class, "DescribeWarnMod?secretId=AKIDlong&secretKey=RAW(wrong)", null);

        assertThat(failure.getCode()).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(failure.isRetryable()).isFalse();
        assertThat(accounts.requests().count()).isEqualTo(1);
    }

    private static Credentials temporary(String name, Duration valid) {
        return new Credentials(
                "AKID" + name, "key-" + name, "token-" + name, CLOCK.instant().plus(valid));
    }

    private List<String> tokens() {
        return accounts.requests().all().stream()
                .map(request -> request.headers().get("x-tc-token"))
                .toList();
    }
}
