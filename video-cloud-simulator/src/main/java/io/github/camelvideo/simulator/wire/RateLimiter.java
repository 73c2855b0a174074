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
package io.github.camelvideo.simulator.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts calls per key and second. A full second's worth may come at once, and a tenth more, because the network
 * pushes evenly sent calls together.
 */
public final class RateLimiter {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final boolean on;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> set;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double calls, long at, boolean passed) {}

    /**
     * @param on whether calls over a documented rate are refused at all
     * @param nanoTime what the rates are measured by
     */
    public RateLimiter(boolean on, LongSupplier nanoTime) {
        this(on, nanoTime, Map.of());
    }

    /**
     * @param set calls a second by {@code api} or {@code api/Action}, beside those of the catalogs
     */
    public RateLimiter(boolean on, LongSupplier nanoTime, Map<String, Integer> set) {
        this.on = on;
        this.nanoTime = nanoTime;
        this.set = Map.copyOf(set);
    }

    /** How many calls a second are allowed of an API or an action, or null for as many as one likes. */
    Integer limit(String name, Integer documented) {
        return set.getOrDefault(name, documented);
    }

    /** Whether one more call of that key is within so many a second. */
    public boolean passes(String key, int perSecond) {
        if (!on) {
            return true;
        }
        double most = perSecond + Math.max(1, perSecond / 10);
        return buckets.compute(key, (unused, before) -> {
                    long now = nanoTime.getAsLong();
                    double left = before == null
                            ? most
                            : Math.min(most, before.calls() + (now - before.at()) * perSecond / NANOS_PER_SECOND);
                    return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
                })
                .passed();
    }

    /** Forgets what was counted. */
    public void clear() {
        buckets.clear();
    }
}
