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

import java.time.Instant;

/**
 * Where a feed stands, for health checks, consoles and logs. Times are the vendor's.
 *
 * @param watermark all items before this are done; null before the feed has started
 * @param readUpTo the vendor was read up to this; null before the feed has started
 * @param counts numbers of items
 * @param gap the latest span that the vendor no longer kept when the feed came to it, or null
 * @param incomplete the latest span that could not be read completely, or null
 * @param sweepFailed the latest window of a sweep that could not be read and was not read since, or null
 * @param ahead a stored position that was later than the vendor's present and was set back, or null
 * @param notStored why the position cannot be stored at present, or null when it can
 * @param partitions what else is to be said of a partitioned feed, otherwise null. The times above are then those of the partition
 *     that is furthest behind, the numbers are sums
 * @param distrust why the last reading of a snapshot was not believed, or null
 * @param lateness how long after their time items were first seen; {@link Lateness#NONE} where they have no time
 */
public record FeedStatus(
        Instant watermark,
        Instant readUpTo,
        Counts counts,
        Span gap,
        Span incomplete,
        Span sweepFailed,
        Instant ahead,
        String notStored,
        Partitions partitions,
        String distrust,
        Lateness lateness) {

    /** A feed that has not started. */
    public static final FeedStatus NOT_STARTED =
            new FeedStatus(null, null, Counts.ZERO, null, null, null, null, null, null, null, Lateness.NONE);

    /** The same, and what another feed of the same consumer counts. Where it cannot store its position, this says so, too. */
    public FeedStatus and(FeedStatus other) {
        return new FeedStatus(
                watermark,
                readUpTo,
                counts.plus(other.counts),
                gap,
                incomplete,
                sweepFailed,
                ahead,
                notStored == null ? other.notStored : notStored,
                partitions,
                distrust,
                lateness);
    }

    /**
     * Numbers of items; those that are not of the present count from the start of the feed.
     *
     * @param inFlight taken and not ended
     * @param waiting read and not taken
     * @param failed failed and waiting to be redelivered
     * @param delivered completed
     * @param skipped given up
     * @param late found after the vendor had been read past their time
     * @param misdated delivered although their time was unreadable or outside the window they were listed in
     */
    public record Counts(
            int inFlight, int waiting, int failed, long delivered, long skipped, long late, long misdated) {

        public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    inFlight + other.inFlight,
                    waiting + other.waiting,
                    failed + other.failed,
                    delivered + other.delivered,
                    skipped + other.skipped,
                    late + other.late,
                    misdated + other.misdated);
        }

        /** What still counts when the feed is no more. */
        public Counts ended() {
            return new Counts(0, 0, 0, delivered, skipped, late, misdated);
        }
    }

    /** A span of the vendor's time, from its first moment to its last. */
    public record Span(Instant from, Instant to) {}

    /**
     * The partitions of a feed.
     *
     * @param listed how many there are
     * @param failing how many of them could not be read when it was last tried
     * @param oldest the one furthest behind, or null when none has been read
     */
    public record Partitions(int listed, int failing, Partition oldest) {}
}
