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

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The permits of all calls: one {@link SlidingWindowLimiter} for each server, account, region and action, since that is what the vendors
 * count by.
 *
 * <p>One instance serves the whole process: neither a restart of a component nor a second one with the same key may exceed the rate of an
 * account. Endpoints that set another rate for the same action have a limiter of their own. Thread-safe; nothing blocks.
 */
public final class RateLimiters {

    /** Limiters of keys out of use are dropped when there are more than this: ids of temporary credentials come and go. */
    private static final int SWEEP_ABOVE = 256;

    private static final RateLimiters OF_THIS_PROCESS = new RateLimiters(System::nanoTime);

    private final ConcurrentHashMap<Key, SlidingWindowLimiter> limiters = new ConcurrentHashMap<>();
    private final LongSupplier ticker;

    /**
     * What is limited.
     *
     * @param rate permits in a second, at least 1
     */
    record Key(BaseUrl target, String credentialsId, String call, String region, int rate) {}

    /**
     * @param ticker present moment in nanoseconds, of any origin
     */
    public RateLimiters(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Those of this process, which measure real time. */
    public static RateLimiters ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * See {@link SlidingWindowLimiter#take}.
     *
     * @param divisor into how many parts the rate is divided, of which one may be used
     */
    long take(Key key, int divisor) {
        if (limiters.size() > SWEEP_ABOVE && !limiters.containsKey(key)) {
            sweep();
        }
        long[] wait = new long[1];
        // inside compute, so that no limiter is swept away between being found and being used
        limiters.compute(key, (k, known) -> {
            SlidingWindowLimiter limiter = known == null ? new SlidingWindowLimiter(key.rate, ticker) : known;
            limiter.divideBy(divisor);
            wait[0] = limiter.take();
            return limiter;
        });
        return wait[0];
    }

    /** See {@link SlidingWindowLimiter#use}. */
    void use(Key key) {
        limiters.computeIfPresent(key, (k, limiter) -> {
            limiter.use();
            return limiter;
        });
    }

    /** See {@link SlidingWindowLimiter#giveBack}. */
    void giveBack(Key key) {
        limiters.computeIfPresent(key, (k, limiter) -> {
            limiter.giveBack();
            return limiter;
        });
    }

    /** See {@link SlidingWindowLimiter#waitBehind}. */
    long waitBehind(Key key, int others) {
        long[] wait = new long[1];
        limiters.computeIfPresent(key, (k, limiter) -> {
            wait[0] = limiter.waitBehind(others);
            return limiter;
        });
        return wait[0];
    }

    private void sweep() {
        for (Key key : limiters.keySet()) {
            limiters.computeIfPresent(key, (k, limiter) -> limiter.isFull() ? null : limiter);
        }
    }

    int size() {
        return limiters.size();
    }
}
