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

import org.junit.jupiter.api.Test;

class RateLimitersTest {

    private static final BaseUrl SERVER = BaseUrl.of("https://one.example.com", false);
    private static final RateLimiters.Key ONE = new RateLimiters.Key(SERVER, "one", "toy/Read", null, 1);

    private long now;
    private final RateLimiters limiters = new RateLimiters(() -> now);

    @Test
    void callsOfOneActionShareTheirPermits() {
        assertThat(send(ONE)).isZero();
        assertThat(send(ONE)).isPositive();
    }

    @Test
    void anotherServerAccountActionOrRegionHasPermitsOfItsOwn() {
        send(ONE);

        assertThat(send(new RateLimiters.Key(SERVER, "two", "toy/Read", null, 1)))
                .isZero();
        assertThat(send(new RateLimiters.Key(SERVER, "one", "toy/Write", null, 1)))
                .isZero();
        assertThat(send(new RateLimiters.Key(SERVER, "one", "toy/Read", "south", 1)))
                .isZero();
        BaseUrl other = BaseUrl.of("https://two.example.com", false);
        assertThat(send(new RateLimiters.Key(other, "one", "toy/Read", null, 1)))
                .isZero();
    }

    @Test
    void forgetsAccountsThatAreNoLongerUsed() {
        for (int i = 0; i < 300; i++) {
            send(account("temporary-" + i));
            now += SlidingWindowLimiter.PERIOD;
        }

        assertThat(limiters.size()).isLessThan(260);
    }

    @Test
    void theRateHoldsHoweverManyOtherAccountsAndActionsAreCounted() {
        send(ONE);
        now += SlidingWindowLimiter.PERIOD - 1;

        for (int i = 0; i < 300; i++) {
            send(account("other-" + i));
        }

        assertThat(limiters.take(ONE, 1)).isEqualTo(1);
    }

    private static RateLimiters.Key account(String id) {
        return new RateLimiters.Key(SERVER, id, "toy/Read", null, 1);
    }

    private long send(RateLimiters.Key key) {
        long wait = limiters.take(key, 1);
        if (wait == 0) {
            limiters.use(key);
        }
        return wait;
    }
}
