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
import io.github.camelvideo.feed.read.FeedSource;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the vendor for its time before a feed begins, and where a position speaks against the time known. Of the thread that reads. */
final class VendorTimeCheck {

    private static final Logger LOG = LoggerFactory.getLogger(VendorTimeCheck.class);

    /** The first response measures; where it contradicts this machine's clock, it takes a second one that confirms it. */
    private static final int MAX_CALLS = 2;

    /** A position that far beyond the vendor's present is wrong; less is a matter of resolution. */
    private static final Duration FUTURE = Duration.ofMinutes(2);

    /** By less than that, clocks differ without being wrong. */
    private static final Duration DOUBTFUL = Duration.ofSeconds(10);

    private final String name;
    private final FeedSource source;
    private final VendorClock clock;
    private boolean hasMeasured;

    VendorTimeCheck(String name, FeedSource source, VendorClock clock) {
        this.name = name;
        this.source = source;
        this.clock = clock;
    }

    /** Learns what time it is at the vendor's, unless that is known. */
    void measure() throws InterruptedException {
        for (int calls = 0; calls < MAX_CALLS && !clock.isMeasured() && !hasMeasured; calls++) {
            probe();
        }
        // a vendor that never tells its time is not asked again and again
        hasMeasured = true;
    }

    /** A refusal tells the vendor's time too. */
    private void probe() throws InterruptedException {
        try {
            source.probe();
        } catch (RuntimeException e) {
            if (!clock.isMeasured()) {
                throw e;
            }
            LOG.debug("{}: the call for the vendor's time was refused, and told the time", name, e);
        }
    }

    /**
     * Asks again where the present lies before what was read already: one of the two clocks was set, or the position is wrong. Without
     * asking, nothing would be read until then and so nothing learned.
     */
    void confirm(Instant readUpTo) throws InterruptedException {
        for (int calls = 0; calls < MAX_CALLS && isBeyondPresent(readUpTo, DOUBTFUL); calls++) {
            source.probe();
        }
    }

    /** Whether the vendor's present is so far before a position that the position must be wrong. */
    boolean isFuture(Instant readUpTo) {
        return isBeyondPresent(readUpTo, FUTURE);
    }

    private boolean isBeyondPresent(Instant moment, Duration tolerance) {
        return moment.isAfter(clock.now().plus(tolerance));
    }
}
