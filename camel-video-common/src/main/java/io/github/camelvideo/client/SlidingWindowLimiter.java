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

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * A bucket of permits: as many as may be used in a second, each coming back one second after the moment it was reserved for.
 *
 * <p>So no second, wherever it begins, sees more calls than the rate, which is how the vendors count. A bucket that is filled
 * drop by drop would let nearly twice the rate through in its first second.
 *
 * <p>Not thread-safe: {@link RateLimiters} guards it.
 */
final class SlidingWindowLimiter {

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier ticker;

    /** When each permit is back, oldest first, as a ring. */
    private final long[] back;

    private int oldest;

    /**
     * @param rate permits in a second
     * @param ticker present moment in nanoseconds, of any origin
     */
    SlidingWindowLimiter(int rate, LongSupplier ticker) {
        this.ticker = ticker;
        this.back = new long[rate];
        Arrays.fill(back, ticker.getAsLong());
    }

    /**
     * Reserves a permit and tells how long to wait before using it. Waits itself for nothing.
     *
     * @param maxWait longest wait that is of use, in nanoseconds
     * @return nanoseconds to wait, 0 for none, or -1 when it would be longer than that: then nothing was reserved
     */
    long reserve(long maxWait) {
        long now = ticker.getAsLong();
        long wait = Math.max(0, back[oldest] - now);
        if (wait > maxWait) {
            return -1;
        }
        back[oldest] = now + wait + SECOND;
        oldest = (oldest + 1) % back.length;
        return wait;
    }

    /** Whether all permits are back, so that it behaves like a new one. */
    boolean isFull() {
        int newest = (oldest + back.length - 1) % back.length;
        return back[newest] - ticker.getAsLong() <= 0;
    }
}
