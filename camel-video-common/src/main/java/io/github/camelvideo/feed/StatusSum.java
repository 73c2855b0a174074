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

/** Adds up where the feeds of many values stand. For one thread. */
final class StatusSum {

    private int listed;
    private String oldest;
    private Instant watermark;
    private Instant readUpTo;
    private int inFlight;
    private int waiting;
    private int failed;
    private long delivered;
    private long skipped;
    private long tooLate;
    private Instant gapFrom;
    private Instant gapTo;

    /** A value that is listed. */
    StatusSum add(String value, FeedStatus status) {
        listed++;
        if (status != null) {
            if (watermark == null || status.watermark().isBefore(watermark)) {
                watermark = status.watermark();
                oldest = value;
            }
            if (readUpTo == null || status.readUpTo().isBefore(readUpTo)) {
                readUpTo = status.readUpTo();
            }
            addCounts(status);
        }
        return this;
    }

    /** One that is no longer listed, or a sum: its times do not count any more. */
    StatusSum addCounts(FeedStatus status) {
        if (status != null) {
            inFlight += status.inFlight();
            waiting += status.waiting();
            failed += status.failed();
            delivered += status.delivered();
            skipped += status.skipped();
            tooLate += status.tooLate();
            if (status.gapFrom() != null && (gapFrom == null || status.gapFrom().isBefore(gapFrom))) {
                gapFrom = status.gapFrom();
                gapTo = status.gapTo();
            }
        }
        return this;
    }

    /** What is still to be counted when the feed itself is no more. */
    static FeedStatus ended(FeedStatus status) {
        return new FeedStatus(
                null,
                null,
                0,
                0,
                0,
                status.delivered(),
                status.skipped(),
                status.tooLate(),
                status.gapFrom(),
                status.gapTo(),
                null);
    }

    FeedStatus status(int failing) {
        return new FeedStatus(
                watermark,
                readUpTo,
                inFlight,
                waiting,
                failed,
                delivered,
                skipped,
                tooLate,
                gapFrom,
                gapTo,
                new FeedStatus.Values(listed, failing, oldest));
    }
}
