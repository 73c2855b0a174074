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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.FeedStatus.Counts;
import io.github.camelvideo.feed.FeedStatus.Span;
import io.github.camelvideo.feed.Lateness;
import io.github.camelvideo.feed.Partition;
import java.time.Instant;

/** Adds up where the partitions of a feed stand. For one thread. */
final class StatusSum {

    private int listed;
    private Partition oldest;
    private Instant watermark;
    private Instant readUpTo;
    private Counts counts = Counts.ZERO;
    private Span gap;
    private Span incomplete;
    private Span sweepFailed;
    private Instant ahead;
    private String notStored;
    private String distrust;
    private Lateness lateness = Lateness.NONE;

    /** A partition that is listed. */
    StatusSum add(Partition partition, FeedStatus status) {
        listed++;
        if (status == null || status.watermark() == null) {
            return this;
        }
        if (watermark == null || status.watermark().isBefore(watermark)) {
            watermark = status.watermark();
            oldest = partition;
        }
        if (readUpTo == null || status.readUpTo().isBefore(readUpTo)) {
            readUpTo = status.readUpTo();
        }
        sweepFailed = earlier(sweepFailed, status.sweepFailed());
        if (ahead == null) {
            ahead = status.ahead();
        }
        if (notStored == null) {
            notStored = status.notStored();
        }
        if (distrust == null && status.distrust() != null) {
            distrust = partition + ": " + status.distrust();
        }
        return addEnded(status);
    }

    /** One of which nothing can be read at present: it is listed, but its times do not count. */
    StatusSum addUnavailable(FeedStatus status) {
        listed++;
        return addEnded(status);
    }

    /** None of the partitions was read further than to a moment. */
    StatusSum notReadBeyond(Instant moment) {
        if (readUpTo == null || moment.isBefore(readUpTo)) {
            readUpTo = moment;
        }
        return this;
    }

    /** One that is no longer listed, or a sum: its times do not count any more. */
    StatusSum addEnded(FeedStatus status) {
        if (status != null) {
            counts = counts.plus(status.counts());
            lateness = lateness.plus(status.lateness());
            gap = earlier(gap, status.gap());
            incomplete = earlier(incomplete, status.incomplete());
        }
        return this;
    }

    private static Span earlier(Span a, Span b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.from().isBefore(a.from()) ? b : a;
    }

    /** What is still to be counted when the partition's feed is no more. */
    static FeedStatus ended(FeedStatus status) {
        return new FeedStatus(
                null,
                null,
                status.counts().ended(),
                status.gap(),
                status.incomplete(),
                null,
                null,
                null,
                null,
                null,
                status.lateness());
    }

    FeedStatus status(int failing) {
        return new FeedStatus(
                watermark,
                readUpTo,
                counts,
                gap,
                incomplete,
                sweepFailed,
                ahead,
                notStored,
                new FeedStatus.Partitions(listed, failing, oldest),
                distrust,
                lateness);
    }
}
