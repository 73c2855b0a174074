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

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/**
 * Permits for a second: as many as may be used in it. A permit is taken when its call leaves, and comes back one period after the moment
 * at which the call was written to its connection.
 *
 * <p>So no second, wherever it begins, sees more calls than the rate, which is how the vendors count; nor do calls that waited for a
 * connection arrive in a burst, since they hold their permits meanwhile. A bucket that is filled drop by drop would let nearly twice the
 * rate through in its first second.
 *
 * <p>The rate can be divided at any moment, where other processes use the rest of it. A part of less than a call per second is one call in
 * several seconds.
 *
 * <p>Not thread-safe: {@link RateLimiters} guards it.
 */
final class SlidingWindowLimiter {

    /** A second, and what two calls may differ in on their way to the server. */
    static final long PERIOD = 1_030_000_000L;

    private final int rate;
    private final LongSupplier ticker;

    /** When the permits that are not back yet were used, oldest first. */
    private final ArrayDeque<Long> used = new ArrayDeque<>();

    private int taken;

    // of the rate divided as asked last
    private int permits;
    private long period = PERIOD;

    /**
     * @param rate permits in a second
     * @param ticker present moment in nanoseconds, of any origin
     */
    SlidingWindowLimiter(int rate, LongSupplier ticker) {
        this.rate = rate;
        this.permits = rate;
        this.ticker = ticker;
    }

    /** From now on only a part of the rate is given; what was used in the last second counts. */
    void divideBy(int divisor) {
        permits = Math.max(1, rate / divisor);
        period = divisor <= rate ? PERIOD : PERIOD * ((divisor + rate - 1) / rate);
    }

    /**
     * Takes a permit if there is one.
     *
     * @return 0 when it was taken; otherwise nanoseconds until one may come back, {@link Long#MAX_VALUE} while all are with calls that
     *     are not written yet
     */
    long take() {
        long wait = waitBehind(0);
        if (wait == 0) {
            taken++;
        }
        return wait > 0 && used.isEmpty() ? Long.MAX_VALUE : wait;
    }

    /** The call that has a permit is written now. */
    void use() {
        taken--;
        used.add(ticker.getAsLong());
    }

    /** The call that has a permit was not written. */
    void giveBack() {
        taken--;
    }

    /** How long it takes at least until there is a permit for one that comes after some others, if those are written at once. */
    long waitBehind(int others) {
        long now = ticker.getAsLong();
        while (!used.isEmpty() && used.peek() + period - now <= 0) {
            used.remove();
        }
        // more than now may be used were in use when the rate was divided
        int free = Math.max(0, permits - taken - used.size());
        if (others < free) {
            return 0;
        }
        long first = used.isEmpty() ? period : used.peek() + period - now;
        return first + (others - free) / permits * period;
    }

    /** Whether all permits are back, so that it behaves like a new one. */
    boolean isFull() {
        return waitBehind(permits - 1) == 0;
    }
}
