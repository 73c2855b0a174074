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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.Lateness;
import io.github.camelvideo.feed.read.ListedItem;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures how long after their time items are first seen, while the feed follows the present. What it finds while it catches up, after
 * a start or an outage, says nothing about the vendor.
 *
 * <p>Guarded by the lock of its {@link FeedPipeline}.
 */
final class LatenessMeter {

    /** A feed that has not caught up for that long finds items of the time when it was away. */
    private static final Duration AWAY = Duration.ofHours(1);

    private final VendorClock clock;
    private final Duration lookback;
    private final Lateness.Counter counter = new Lateness.Counter();

    /** Null before the feed has caught up. */
    private Instant caughtUpAt;

    LatenessMeter(VendorClock clock, Duration lookback) {
        this.clock = clock;
        this.lookback = lookback;
    }

    /** The feed has read all there is. */
    void caughtUp() {
        caughtUpAt = clock.now();
    }

    /** The feed was moved back and has to catch up. */
    void restart() {
        caughtUpAt = null;
    }

    /**
     * An item was seen that was never delivered before.
     *
     * @param readUpTo the vendor had been read up to this before
     */
    void firstSeen(ListedItem item, Instant readUpTo) {
        if (item.due() == null || caughtUpAt == null) {
            return;
        }
        Instant present = clock.now();
        if (present.isBefore(caughtUpAt.plus(AWAY))) {
            counter.count(Duration.between(item.due(), present), !item.due().isBefore(readUpTo.minus(lookback)));
        }
    }

    Lateness lateness() {
        return counter.lateness();
    }
}
