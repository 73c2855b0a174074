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
package io.github.camelvideo.feed.position;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One partition belongs to the node that holds its lease. The epoch of its position tells the feed's epoch and how often the lease was
 * taken, so that neither a former holder nor one that had the whole feed can write.
 */
final class LeaseOwnership implements PositionOwnership {

    private static final int COUNTER_BITS = 32;

    private final JdbcPositions positions;
    private final String feed;
    private final long feedEpoch;
    private final String partition;
    private final String node;
    private final long counter;

    LeaseOwnership(JdbcPositions positions, String feed, long feedEpoch, String partition, String node, long counter) {
        this.positions = positions;
        this.feed = feed;
        this.feedEpoch = feedEpoch;
        this.partition = partition;
        this.node = node;
        this.counter = counter;
    }

    static long epoch(long feedEpoch, long counter) {
        return feedEpoch << COUNTER_BITS | counter;
    }

    /** How often the lease was taken, by the epoch of a position; 0 where that was never leased. */
    static long counter(long epoch) {
        return epoch >> COUNTER_BITS == 0 ? 0 : epoch & (1L << COUNTER_BITS) - 1;
    }

    @Override
    public long epoch() {
        return epoch(feedEpoch, counter);
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        LeaseTable.Row lease = positions.leases().lock(connection, ColumnText.id(feed, partition));
        requireFeed(feed, feedEpoch, positions.feeds().lock(connection, ColumnText.id(feed)));
        if (lease == null || !node.equals(lease.node()) || lease.counter() != counter) {
            throw lost(feed, partition);
        }
    }

    /** @throws PositionFencedException when the feed has another epoch than that of the nodes that share it */
    static void requireFeed(String feed, long feedEpoch, FeedTable.Row row) {
        if (row == null || row.epoch() != feedEpoch) {
            throw new PositionFencedException(
                    "Feed '" + feed + "' was taken over by " + FeedTable.ownerOf(row)
                            + ". This process must stop reading it. Run it either with the same share on all nodes, or on one node.");
        }
    }

    static LeaseLostException lost(String feed, String partition) {
        return new LeaseLostException("The lease of partition '" + partition + "' of feed '" + feed
                + "' belongs to another node, and this one stores nothing of it.");
    }

    @Override
    public void release() {
        // a lease is given back when the node leaves the partition
    }
}
