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
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.toy.ToyCalls;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitersTest {

    private static final Credentials ONE = new Credentials("one", "s");
    private static final Credentials TWO = new Credentials("two", "s");

    private long now;
    private final RateLimiters limiters = new RateLimiters(() -> now);

    @Test
    void callsOfOneActionShareTheirPermits() {
        assertThat(reserve(ONE, ToyCalls.read())).isZero();
        assertThat(reserve(ONE, ToyCalls.read())).isPositive();
    }

    @Test
    void anotherAccountOrActionHasPermitsOfItsOwn() {
        reserve(ONE, ToyCalls.read());

        assertThat(reserve(TWO, ToyCalls.read())).isZero();
        assertThat(reserve(ONE, ToyCalls.write())).isZero();
    }

    @Test
    void anotherRegionHasPermitsOfItsOwn() {
        ApiCall north = ToyCalls.read();
        reserve(ONE, north);

        assertThat(reserve(ONE, new ApiCall(north.api(), north.action(), north.parameters(), "south")))
                .isZero();
    }

    @Test
    void forgetsAccountsThatAreNoLongerUsed() {
        for (int i = 0; i < 300; i++) {
            reserve(new Credentials("temporary-" + i, "s"), ToyCalls.read());
            now += TimeUnit.SECONDS.toNanos(1);
        }

        assertThat(limiters.size()).isLessThan(260);
    }

    @Test
    void theRateHoldsHoweverManyOtherAccountsAndActionsAreCounted() {
        reserve(ONE, ToyCalls.read());
        now += TimeUnit.MILLISECONDS.toNanos(999);

        for (int i = 0; i < 300; i++) {
            reserve(new Credentials("other-" + i, "s"), ToyCalls.read());
        }

        assertThat(reserve(ONE, ToyCalls.read())).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }

    private long reserve(Credentials credentials, ApiCall call) {
        return limiters.reserve(credentials, call, 1, Long.MAX_VALUE);
    }
}
