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
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Opens a feed of items that no list shows, such as events that only callbacks tell. */
public final class OfferedFeed {

    private static final String KIND = "callbacks";

    /** More cannot wait: they are bounded before they are offered. */
    private static final int MAX_UNFINISHED = Integer.MAX_VALUE;

    private static final Duration QUIET = Duration.ofHours(1);

    private OfferedFeed() {}

    /**
     * A feed that is not started.
     *
     * @param name how messages name it
     * @param memory how long what was delivered is known
     * @param store where its position is kept; closed by whoever opened it
     * @param readUpToCommit how old the stored moment may become that the feed has come to; null where no other process asks for it
     * @param clock the time that items are dated by
     * @param ticker present moment in nanoseconds, of any origin
     */
    public static Feed open(
            String name,
            Duration memory,
            PositionStore store,
            CommitPolicy policy,
            Duration readUpToCommit,
            VendorClock clock,
            LongSupplier ticker) {
        return new FeedPipeline(
                name,
                Partition.NONE,
                kind(memory),
                new OfferedSource(clock),
                store,
                policy,
                readUpToCommit,
                clock,
                ticker,
                null);
    }

    private static FeedPipeline.FeedKind kind(Duration memory) {
        UnaryOperator<Instant> seconds = time -> time.truncatedTo(ChronoUnit.SECONDS);
        return new FeedPipeline.FeedKind() {

            @Override
            public Progress begin(Partition partition, Instant start) {
                return LogProgress.startingAt(KIND, start, seconds, memory, null);
            }

            @Override
            public Progress restore(Partition partition, StoredPosition position) {
                return LogProgress.restored(KIND, position, seconds, memory, null);
            }

            @Override
            public Duration lookback() {
                return Duration.ZERO;
            }

            @Override
            public Duration quietCommit() {
                return QUIET;
            }

            @Override
            public int maxUnfinished() {
                return MAX_UNFINISHED;
            }
        };
    }
}
