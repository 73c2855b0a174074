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
package io.github.camelvideo.feed;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long after their time items were first seen, as a distribution. Kept in a fixed number of buckets whose bounds grow by at most a
 * quarter, so that a quantile is too high by at most that. Immutable.
 *
 * <p>The time of an item of a series is the end of its bucket. Items without a time are not counted, nor what a feed finds while it catches
 * up: those would tell how long the feed was away.
 */
public final class Lateness {

    /** Nothing was counted. */
    public static final Lateness NONE = new Lateness(new long[0], 0, Duration.ZERO);

    /** The shortest that is told apart, in milliseconds; each further bucket ends after 5, 6, 7, 8, 10, 12, 14, 16, … quarters of a second. */
    private static final int QUARTER = 250;

    private static final int FIRST_EXPONENT = 2;
    private static final int BUCKETS_OF_AN_OCTAVE = 4;

    /** The last bucket begins after more than a year. */
    private static final int MAX_BUCKETS = 102;

    private final long[] buckets;
    private final long covered;
    private final Duration max;
    private final long items;

    private Lateness(long[] buckets, long covered, Duration max) {
        this.buckets = buckets;
        this.covered = covered;
        this.max = max;
        this.items = Arrays.stream(buckets).sum();
    }

    /** Number of items counted. */
    public long items() {
        return items;
    }

    /**
     * That share of the items was seen within this time.
     *
     * @param share 0 to 1
     * @return null when nothing was counted
     */
    public Duration quantile(double share) {
        if (items == 0) {
            return null;
        }
        long wanted = Math.max(1, (long) Math.ceil(share * items));
        long seen = 0;
        int bucket = -1;
        while (seen < wanted) {
            seen += buckets[++bucket];
        }
        Duration bound = upperBound(bucket);
        return bound.compareTo(max) < 0 && bucket < MAX_BUCKETS - 1 ? bound : max;
    }

    /** The longest time, or null when nothing was counted. */
    public Duration max() {
        return items == 0 ? null : max;
    }

    /** The share of the items, 0 to 1, that were late by no more than the lookback; null when nothing was counted. */
    public Double covered() {
        return items == 0 ? null : (double) covered / items;
    }

    /** Both together. */
    public Lateness plus(Lateness other) {
        if (items == 0 || other.items == 0) {
            return items == 0 ? other : this;
        }
        long[] sum = Arrays.copyOf(buckets, Math.max(buckets.length, other.buckets.length));
        for (int i = 0; i < other.buckets.length; i++) {
            sum[i] += other.buckets[i];
        }
        return new Lateness(sum, covered + other.covered, max.compareTo(other.max) > 0 ? max : other.max);
    }

    private static int bucket(Duration lateness) {
        long quarters = lateness.toMillis() / QUARTER;
        if (quarters < 1 << FIRST_EXPONENT) {
            return 0;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(quarters);
        int part = (int) (quarters >> exponent - FIRST_EXPONENT) % BUCKETS_OF_AN_OCTAVE;
        return Math.min(1 + (exponent - FIRST_EXPONENT) * BUCKETS_OF_AN_OCTAVE + part, MAX_BUCKETS - 1);
    }

    private static Duration upperBound(int bucket) {
        if (bucket == 0) {
            return Duration.ofSeconds(1);
        }
        int octave = (bucket - 1) / BUCKETS_OF_AN_OCTAVE;
        long part = (bucket - 1) % BUCKETS_OF_AN_OCTAVE;
        return Duration.ofMillis((BUCKETS_OF_AN_OCTAVE + part + 1 << octave) * QUARTER);
    }

    /** Counts items. Not thread-safe. */
    public static final class Counter {

        /** As long as needed: there is a counter for each of thousands of partitions. */
        private long[] buckets = new long[0];

        private long covered;
        private Duration max = Duration.ZERO;

        /**
         * An item was seen first.
         *
         * @param lateness how long after its time; a negative one, of clocks that differ, counts as none
         * @param isCovered whether the lookback reaches it
         */
        public void count(Duration lateness, boolean isCovered) {
            Duration late = lateness.isNegative() ? Duration.ZERO : lateness;
            int bucket = bucket(late);
            if (bucket >= buckets.length) {
                buckets = Arrays.copyOf(buckets, bucket + 1);
            }
            buckets[bucket]++;
            covered += isCovered ? 1 : 0;
            max = late.compareTo(max) > 0 ? late : max;
        }

        /** What was counted so far. */
        public Lateness lateness() {
            return buckets.length == 0 ? NONE : new Lateness(buckets.clone(), covered, max);
        }
    }
}
