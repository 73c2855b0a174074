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

import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.SimulatorClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This machine's clock is wrong. */
class ClockIT extends Calling {

    private final SimulatorClock wrong = new SimulatorClock(CLOCK.instant());

    @BeforeEach
    void useTheWrongClock() {
        component().setClock(wrong);
    }

    @ParameterizedTest
    @CsvSource({"PT10M,TC3_HMAC_SHA256", "PT-10M,TC3_HMAC_SHA256", "PT-26H,TC3_HMAC_SHA256", "PT10M,HMAC_SHA1"})
    void isCorrectedOnceAndForAll(Duration off, String signMethod) {
        wrong.advance(off);

        answer("DescribeWarnMod?signMethod=" + signMethod, null);
        assertThat(cloud().requests().count()).isEqualTo(2);

        // another action of the same host, a write among them
        answer("DescribeSIPServer?signMethod=" + signMethod, null);
        answer("DeleteWarning?Id=1&signMethod=" + signMethod, null);
        assertThat(cloud().requests().count()).isEqualTo(4);
    }

    @Test
    void alsoForAWrite() {
        wrong.advance(Duration.ofMinutes(10));

        answer("DeleteWarning?Id=1", null);

        assertThat(cloud().requests().count()).isEqualTo(2);
    }

    @Test
    void aRefusalThatTheClockDoesNotExplainIsNotRepeated() {
        cloud().faults().next("DescribeWarnMod", 1, Fault.EXPIRED_SIGNATURE);

        CredentialsRefusedException failure = failure(CredentialsRefusedException.class, "DescribeWarnMod", null);

        assertThat(failure.getCode()).isEqualTo("AuthFailure.SignatureExpire");
        assertThat(cloud().requests().count()).isEqualTo(1);
    }
}
