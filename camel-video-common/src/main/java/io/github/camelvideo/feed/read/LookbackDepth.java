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
package io.github.camelvideo.feed.read;

import java.time.Duration;

/**
 * How far back a poll reads again. The whole lookback is read now and then, which keeps its promise; each poll in between reads only
 * the near part of it, which grows where items turn up late and shrinks where they do not. So a list costs little more than the pages
 * its new items stand on, and an item that is late in the usual way is not delivered later for it. Pure.
 */
final class LookbackDepth {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final Duration lookback;
    private Duration near;
    private Duration latest = Duration.ZERO;
    private boolean begun;

    LookbackDepth(Duration lookback) {
        this.lookback = lookback;
        this.near = shorter(FIRST, lookback);
    }

    /** How far back each poll reads. */
    Duration near() {
        return near;
    }

    /** An item was found that long after the vendor had been read past its time. */
    void foundLate(Duration lateness) {
        if (lateness.compareTo(latest) > 0) {
            latest = lateness;
        }
        if (lateness.compareTo(near) > 0) {
            near = shorter(lateness.plus(lateness.dividedBy(2)), lookback);
        }
    }

    /** The whole lookback was read; what turned up late since the last time decides about the near part. */
    void wholeRead() {
        // the first time nothing is known yet
        Duration shrunk = begun ? near.dividedBy(2) : near;
        begun = true;
        Duration needed = latest.plus(latest.dividedBy(2));
        near = shorter(longer(longer(shrunk, needed), LEAST), lookback);
        latest = Duration.ZERO;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
