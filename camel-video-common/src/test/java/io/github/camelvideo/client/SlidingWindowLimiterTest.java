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

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlidingWindowLimiterTest {

    private static final long FOREVER = Long.MAX_VALUE;

    private long now = -5_000_000_000L;
    private final SlidingWindowLimiter bucket = new SlidingWindowLimiter(3, () -> now);

    @Test
    void givesAWholeSecondsPermitsAtOnce() {
        assertThat(reserve()).isZero();
        assertThat(reserve()).isZero();
        assertThat(reserve()).isZero();

        assertThat(reserve()).isEqualTo(1000);
    }

    @Test
    void neverGivesMoreThanTheRateInAnySecond() {
        now += millis(100);
        reserve();
        now += millis(500);
        reserve();
        reserve();

        // the first permit comes back a second after it was used, the others later
        assertThat(reserve()).isEqualTo(500);
        assertThat(reserve()).isEqualTo(1000);
        assertThat(reserve()).isEqualTo(1000);
        assertThat(reserve()).isEqualTo(1500);
    }

    @Test
    void callersQueueForLaterSeconds() {
        for (int i = 0; i < 9; i++) {
            reserve();
        }

        assertThat(reserve()).isEqualTo(3000);
    }

    @Test
    void reservesNothingWhenTheWaitIsTooLong() {
        reserve();
        reserve();
        reserve();

        assertThat(bucket.reserve(millis(999))).isEqualTo(-1);
        assertThat(bucket.reserve(millis(999))).isEqualTo(-1);
        assertThat(reserve()).isEqualTo(1000);
    }

    @Test
    void isFullAgainASecondAfterItsLastPermit() {
        assertThat(bucket.isFull()).isTrue();

        reserve();
        now += millis(999);
        assertThat(bucket.isFull()).isFalse();

        now += millis(1);
        assertThat(bucket.isFull()).isTrue();
    }

    @Test
    void doesNotSaveUpPermitsOverIdleTime() {
        now += millis(60_000);

        assertThat(reserve()).isZero();
        assertThat(reserve()).isZero();
        assertThat(reserve()).isZero();
        assertThat(reserve()).isEqualTo(1000);
    }

    private long reserve() {
        return TimeUnit.NANOSECONDS.toMillis(bucket.reserve(FOREVER));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
