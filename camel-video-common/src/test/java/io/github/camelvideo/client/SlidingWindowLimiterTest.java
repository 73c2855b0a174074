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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlidingWindowLimiterTest {

    private static final int RATE = 3;

    private long now = -5_000_000_000L;
    private final SlidingWindowLimiter limiter = new SlidingWindowLimiter(RATE, () -> now);

    @Test
    void givesAWholeSecondsPermitsAtOnce() {
        send();
        send();
        send();

        assertThat(limiter.take()).isEqualTo(SlidingWindowLimiter.PERIOD);
    }

    @Test
    void aPermitComesBackAPeriodAfterItsCallWasWritten() {
        assertThat(limiter.take()).isZero();
        now += millis(400);
        limiter.use();
        send();
        send();

        now += SlidingWindowLimiter.PERIOD - 1;
        assertThat(limiter.take()).isEqualTo(1);
        now += 1;
        assertThat(limiter.take()).isZero();
    }

    @Test
    void callsThatWaitForAConnectionHoldTheirPermits() {
        limiter.take();
        limiter.take();
        limiter.take();
        now += millis(60_000);

        assertThat(limiter.take()).isEqualTo(Long.MAX_VALUE);
        limiter.giveBack();
        assertThat(limiter.take()).isZero();
    }

    @Test
    void knowsTheLeastWaitBehindOthers() {
        send();
        now += millis(10);
        long first = SlidingWindowLimiter.PERIOD - millis(10);

        assertThat(limiter.waitBehind(1)).isZero();
        assertThat(limiter.waitBehind(2)).isEqualTo(first);
        assertThat(limiter.waitBehind(4)).isEqualTo(first);
        assertThat(limiter.waitBehind(5)).isEqualTo(first + SlidingWindowLimiter.PERIOD);
    }

    @Test
    void isFullAgainAPeriodAfterItsLastPermit() {
        assertThat(limiter.isFull()).isTrue();

        send();
        assertThat(limiter.isFull()).isFalse();
        now += SlidingWindowLimiter.PERIOD;
        assertThat(limiter.isFull()).isTrue();
    }

    @Test
    void aDividedRateGivesItsPartAndCountsWhatWasUsedBefore() {
        send();
        send();
        limiter.divideBy(2);

        assertThat(limiter.take()).isEqualTo(SlidingWindowLimiter.PERIOD);
        now += SlidingWindowLimiter.PERIOD;
        send();
        assertThat(limiter.take()).isPositive();
        limiter.divideBy(1);
        send();
        send();
        assertThat(limiter.take()).isPositive();
    }

    @Test
    void aPartOfLessThanACallPerSecondIsACallInSeveralSeconds() {
        limiter.divideBy(7);
        send();

        now += 3 * SlidingWindowLimiter.PERIOD - 1;
        assertThat(limiter.take()).isEqualTo(1);
        now += 1;
        send();
    }

    @Test
    void noSecondSeesMoreThanTheRateHoweverLongCallsWaitToBeWritten() {
        Random random = new Random(1);
        int taken = 0;
        Deque<Long> written = new ArrayDeque<>();
        for (int step = 0; step < 100_000; step++) {
            now += random.nextInt(50) == 0 ? millis(9_000) : random.nextInt(200_000_000);
            if (random.nextBoolean()) {
                taken += limiter.take() == 0 ? 1 : 0;
            } else if (taken > 0) {
                taken--;
                if (random.nextInt(10) == 0) {
                    limiter.giveBack();
                } else {
                    limiter.use();
                    written.add(now);
                }
            }
            while (!written.isEmpty() && written.peek() <= now - millis(1_000)) {
                written.remove();
            }
            assertThat(written).hasSizeLessThanOrEqualTo(RATE);
        }
    }

    private void send() {
        assertThat(limiter.take()).isZero();
        limiter.use();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
