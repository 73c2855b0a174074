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

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The permits of all calls: one {@link SlidingWindowLimiter} for each account, region and action, since that is what the vendors count by.
 *
 * <p>One instance is shared by all producers and consumers of a component. Endpoints that set another rate for the same action
 * have a limiter of their own. Thread-safe; nothing blocks.
 */
final class RateLimiters {

    /** Limiters of keys out of use are dropped when there are more than this: ids of temporary credentials come and go. */
    private static final int SWEEP_ABOVE = 256;

    private final ConcurrentHashMap<Key, SlidingWindowLimiter> limiters = new ConcurrentHashMap<>();
    private final LongSupplier ticker;

    /**
     * @param ticker present moment in nanoseconds, of any origin, such as {@code System::nanoTime}
     */
    RateLimiters(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /**
     * Reserves a permit for an attempt.
     *
     * @param rate permits in a second, at least 1
     * @param maxWait longest wait that is of use, in nanoseconds
     * @return nanoseconds to wait, or -1 when it would be longer: then nothing was reserved
     */
    long reserve(Credentials credentials, ApiCall call, int rate, long maxWait) {
        Key key = new Key(credentials.id(), call.name(), call.region(), rate);
        if (limiters.size() > SWEEP_ABOVE && !limiters.containsKey(key)) {
            sweep();
        }
        long[] wait = new long[1];
        // inside compute, so that no limiter is swept away between being found and being used
        limiters.compute(key, (k, known) -> {
            SlidingWindowLimiter limiter = known == null ? new SlidingWindowLimiter(rate, ticker) : known;
            wait[0] = limiter.reserve(maxWait);
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

    private record Key(String credentialsId, String call, String region, int rate) {}
}
