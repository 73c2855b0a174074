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
import java.time.ZoneId;

/**
 * What a user may set on a feed. Null takes the catalog's value or the default named here.
 *
 * @param startFrom where to start when no position is stored; default {@link StartFrom#NOW}
 * @param lookback how far before its position the feed reads again for late items
 * @param gracePeriod how far the end of a window stays behind the present
 * @param window longest span of one window; at most what the catalog allows
 * @param pageSize items asked for per page; at most what the catalog allows
 * @param timeZone zone of times written without one, in windows and in items
 * @param positionCommit when the position is stored; default {@link CommitPolicy#ITEM}
 * @param series what a user may set on a series
 * @param snapshot what a user may set on a snapshot
 * @param sweep whether older windows are read again
 * @param lagAlarm lag that other processes must hear of, so that the position tells how far the feed was read; null for none
 */
public record FeedOptions(
        StartFrom startFrom,
        Duration lookback,
        Duration gracePeriod,
        Duration window,
        Integer pageSize,
        ZoneId timeZone,
        CommitPolicy positionCommit,
        Series series,
        Snapshot snapshot,
        Sweep sweep,
        Duration lagAlarm) {

    private static final int COMMITS_PER_ALARM = 3;

    /** Nothing set. */
    public static final FeedOptions NONE = new FeedOptions(null, null, null, null, null, null, null);

    /** Nothing set on a series or a snapshot. */
    public FeedOptions(
            StartFrom startFrom,
            Duration lookback,
            Duration gracePeriod,
            Duration window,
            Integer pageSize,
            ZoneId timeZone,
            CommitPolicy positionCommit) {
        this(
                startFrom,
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone,
                positionCommit,
                Series.DEFAULT,
                Snapshot.DEFAULT,
                Sweep.NONE,
                null);
    }

    /** The same with other options of a series. */
    public FeedOptions with(Series other) {
        return new FeedOptions(
                startFrom,
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone,
                positionCommit,
                other,
                snapshot,
                sweep,
                lagAlarm);
    }

    /** The same with other options of a snapshot. */
    public FeedOptions with(Snapshot other) {
        return new FeedOptions(
                startFrom,
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone,
                positionCommit,
                series,
                other,
                sweep,
                lagAlarm);
    }

    /** The same with other options of sweeps. */
    public FeedOptions with(Sweep other) {
        return new FeedOptions(
                startFrom,
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone,
                positionCommit,
                series,
                snapshot,
                other,
                lagAlarm);
    }

    /** The same with another alarm. */
    public FeedOptions withLagAlarm(Duration other) {
        return new FeedOptions(
                startFrom,
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone,
                positionCommit,
                series,
                snapshot,
                sweep,
                other);
    }

    /**
     * How old the stored moment may become that the vendor was read up to; null where no other process asks for it. A quiet feed stores it
     * often enough to be told from one that nobody reads.
     */
    public Duration readUpToCommit() {
        return lagAlarm == null ? null : lagAlarm.dividedBy(COMMITS_PER_ALARM);
    }

    /**
     * A slow second pass over older windows; both are set or none.
     *
     * @param every how often a pass begins, or null for never
     * @param span how far back it reads, or null
     */
    public record Sweep(Duration every, Duration span) {

        public static final Sweep NONE = new Sweep(null, null);
    }

    /**
     * What a user may set on a series.
     *
     * @param emit when the item of a bucket is delivered
     * @param missing what becomes of a bucket that the vendor does not list
     */
    public record Series(Emit emit, Missing missing) {

        public static final Series DEFAULT = new Series(Emit.FINAL, Missing.SKIP);
    }

    /** When the item of a bucket is delivered. */
    public enum Emit {
        /** Once, when the grace period after the end of its bucket is over. */
        FINAL,
        /** When its bucket has ended, again whenever it has changed, and when the grace period is over. */
        REVISIONS
    }

    /** What becomes of a bucket that the vendor does not list. */
    public enum Missing {
        /** Nothing is delivered. */
        SKIP,
        /** An item is delivered whose numbers are 0. */
        ZERO
    }

    /**
     * What a user may set on a snapshot.
     *
     * @param initial whether the members of the first reading are delivered
     * @param missingReadings so many readings in a row must miss a member before it is removed; at least 1
     * @param maxRemoved a reading that misses a larger share of the members, in percent, is not believed; 0 to 100
     * @param resync after that time every member is delivered again; null for never
     */
    public record Snapshot(Initial initial, int missingReadings, int maxRemoved, Duration resync) {

        public static final Snapshot DEFAULT = new Snapshot(Initial.SILENT, 2, 50, null);
    }

    /** What becomes of the members of the first reading. */
    public enum Initial {
        /** They are remembered. */
        SILENT,
        /** They are delivered as added. */
        ANNOUNCE
    }
}
