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
import io.github.camelvideo.feed.read.Batch;
import io.github.camelvideo.feed.read.FeedSource;
import io.github.camelvideo.feed.read.ReadFrom;
import io.github.camelvideo.feed.read.ReadTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The source of a feed that no list shows: nothing is read, but time goes on, so that what is old can be forgotten. */
final class OfferedSource implements FeedSource {

    /** As long as a repeated callback is told from another by its whole key. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final VendorClock clock;

    OfferedSource(VendorClock clock) {
        this.clock = clock;
    }

    @Override
    public Batch read(ReadFrom from) {
        Instant now = clock.now();
        return new Batch(List.of(), now, now.minus(KEPT), null);
    }

    @Override
    public Instant listsFrom(Instant time) {
        return null;
    }

    @Override
    public void probe() {
        // there is no vendor to ask
    }

    @Override
    public void restart() {
        // nothing was read
    }

    @Override
    public boolean isBehind() {
        return false;
    }

    @Override
    public void foundLate(Duration lateness) {
        // there is no lookback
    }

    @Override
    public ReadTrouble trouble() {
        return ReadTrouble.NONE;
    }

    /** What is told late, from before the start, is wanted too: nothing else tells it. */
    @Override
    public Instant startingPoint(Instant startedAt) {
        return startedAt.minus(KEPT);
    }
}
