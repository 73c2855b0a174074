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
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

    private final ManualClock local = new ManualClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final ClockSkew skew = new ClockSkew(BaseUrl.of("https://api.example.com", false), local);

    @Test
    void keepsWhatItMeasured() {
        assertThat(skew.learn(Instant.parse("2026-11-20T10:10:00Z"), Duration.ZERO))
                .isTrue();

        local.advance(Duration.ofSeconds(1));
        assertThat(skew.now()).isEqualTo("2026-11-20T10:10:01Z");
    }

    @Test
    void aSmallDifferenceExplainsNothing() {
        assertThat(skew.learn(Instant.parse("2026-11-20T09:59:56Z"), Duration.ZERO))
                .isFalse();
        assertThat(skew.offset()).isZero();
    }

    @Test
    void aRequestSignedBeforeTheCorrectionIsWorthSigningAgain() {
        Instant server = Instant.parse("2026-11-20T10:10:00Z");
        skew.learn(server, Duration.ZERO);

        assertThat(skew.learn(server, Duration.ZERO)).isTrue();
        assertThat(skew.learn(server, skew.offset())).isFalse();
    }

    @Test
    void followsAClockThatWasSetRight() {
        skew.learn(Instant.parse("2026-11-20T10:10:00Z"), Duration.ZERO);
        local.advance(Duration.ofMinutes(10));

        assertThat(skew.learn(local.instant(), skew.offset())).isTrue();
        assertThat(skew.offset()).isZero();
    }

    @Test
    void oneResponseThatContradictsThisMachineIsNotBelievedTwoAre() {
        assertThat(skew.isMeasured()).isFalse();

        skew.observe(Instant.parse("2026-11-20T09:50:00Z"));
        assertThat(skew.now()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(skew.isMeasured()).isFalse();

        skew.observe(Instant.parse("2026-11-20T09:50:01Z"));
        assertThat(skew.now()).isEqualTo("2026-11-20T09:50:01Z");
        assertThat(skew.isMeasured()).isTrue();
    }

    @Test
    void oneOddResponseAmongOthersChangesNothing() {
        skew.observe(Instant.parse("2026-11-20T10:00:00Z"));
        skew.observe(Instant.parse("2026-11-19T10:00:00Z"));
        skew.observe(Instant.parse("2026-11-20T10:00:00Z"));
        skew.observe(Instant.parse("2026-11-19T10:00:00Z"));

        assertThat(skew.offset()).isZero();
    }

    @Test
    void aResponseWithoutTimeSettlesThatThereIsNothingToKnow() {
        skew.observe(null);

        assertThat(skew.isMeasured()).isTrue();
        assertThat(skew.now()).isEqualTo(local.instant());
    }

    @Test
    void aDifferenceTooSmallToCorrectStillMakesABeginningEarlier() {
        skew.observe(Instant.parse("2026-11-20T09:59:56Z"));

        assertThat(skew.now()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(skew.earliest(local.instant())).isEqualTo("2026-11-20T09:59:57Z");
    }

    @Test
    void aClockThatIsSetRightWhileItRunsIsFollowed() {
        skew.observe(local.instant());
        local.advance(Duration.ofDays(1));
        skew.observe(Instant.parse("2026-11-20T10:00:01Z"));
        skew.observe(Instant.parse("2026-11-20T10:00:02Z"));

        assertThat(skew.now()).isEqualTo("2026-11-20T10:00:02Z");
    }
}
