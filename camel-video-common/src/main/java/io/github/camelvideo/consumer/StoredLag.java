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
package io.github.camelvideo.consumer;

import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.feed.position.ReadUpTo;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a feed was read, by what the process that runs it has stored. One head is read for that, also of a feed with many partitions, and
 * kept for a fraction of the alarm: health is asked every few seconds, by several callers.
 *
 * <p>For any thread. Whoever asks may wait for the repository; no lock is held meanwhile, so that two may read at once.
 */
final class StoredLag {

    /** What is kept is part of the lag that is told. */
    private static final int KEPT_PER_ALARM = 10;

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private final PositionRepository positions;
    private final String feed;
    private final Duration kept;
    private final Clock clock;
    private volatile Reading last;

    /**
     * What was read.
     *
     * @param at when, by this machine's clock
     * @param readUpTo the vendor was read up to this when the position was stored; null where nobody has stored it
     * @param holder who has the position open, in words; null where nobody has or the repository cannot tell
     * @param problem why nothing could be read this time, or null; the other values are then those of before
     */
    record Reading(Instant at, Instant readUpTo, String holder, RuntimeException problem) {}

    /**
     * @param feed name of the position
     * @param clock this machine's clock
     */
    StoredLag(PositionRepository positions, String feed, Duration alarm, Clock clock) {
        this.positions = positions;
        this.feed = feed;
        Duration part = alarm.dividedBy(KEPT_PER_ALARM);
        this.kept = part.compareTo(LONGEST_KEPT) < 0 ? part : LONGEST_KEPT;
        this.clock = clock;
    }

    String feed() {
        return feed;
    }

    /**
     * Refuses a repository that cannot be asked. One that fails may work later.
     *
     * @param option for the message
     */
    void requireReadable(String option) {
        if (current().problem() instanceof UnsupportedOperationException unsupported) {
            throw new InvalidRequestException(
                    option + ": the offsetRepository cannot tell how far another process has read: "
                            + unsupported.getMessage()
                            + " Remove lagAlarm, or use JdbcOffsetRepository or FileOffsetRepository.",
                    unsupported);
        }
    }

    Reading current() {
        Reading before = last;
        Instant now = clock.instant();
        boolean isFresh = before != null
                && !now.isBefore(before.at())
                && now.isBefore(before.at().plus(kept));
        if (isFresh) {
            return before;
        }
        Reading read = read(now, before);
        last = read;
        return read;
    }

    private Reading read(Instant now, Reading before) {
        try {
            String head = positions.head(feed, "");
            return new Reading(now, head == null ? null : ReadUpTo.in(head), positions.holder(feed), null);
        } catch (RuntimeException e) {
            return new Reading(
                    now, before == null ? null : before.readUpTo(), before == null ? null : before.holder(), e);
        }
    }
}
