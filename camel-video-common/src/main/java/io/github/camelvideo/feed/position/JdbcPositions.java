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

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Positions of all feeds in the tables of one database. May be used by several threads. */
final class JdbcPositions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPositions.class);
    private static final int CONSISTENT_READS = 20;

    private final JdbcTransactions transactions;
    private final FeedTable feeds;
    private final HeadTable heads;
    private final EntryTable entries;
    private final LeaseTable leases;
    private final NodeTable nodes;
    private final Version1Positions version1;

    JdbcPositions(DataSource dataSource, PositionTables tables) {
        this.transactions = new JdbcTransactions(dataSource, tables);
        this.feeds = new FeedTable(tables.feeds(), tables.positions());
        this.heads = new HeadTable(tables.positions());
        this.entries = new EntryTable(tables.entries());
        this.leases = new LeaseTable(tables.leases(), tables.nodes());
        this.nodes = new NodeTable(tables.nodes());
        this.version1 = new Version1Positions(
                new StateTable(dataSource, tables)::readOfVersion1, "in table " + tables.states(), "delete this row");
    }

    JdbcTransactions transactions() {
        return transactions;
    }

    FeedTable feeds() {
        return feeds;
    }

    HeadTable heads() {
        return heads;
    }

    EntryTable entries() {
        return entries;
    }

    LeaseTable leases() {
        return leases;
    }

    NodeTable nodes() {
        return nodes;
    }

    Version1Positions version1() {
        return version1;
    }

    PositionStore open(String feed) {
        String id = ColumnText.id(feed);
        String owner = ManagementFactory.getRuntimeMXBean().getName();
        FeedTable.Row before = transactions.run("open feed '" + feed + "'", connection -> {
            FeedTable.Row row = feeds.lock(connection, id);
            takeOver(connection, feed, row, owner);
            return row;
        });
        logTakeOver(feed, before);
        return new JdbcPositionStore(this, feed, new FeedOwnership(this, feed, epoch(before) + 1));
    }

    /** Opens a feed whose partitions several nodes lease; the first of them takes it over from whoever had it. */
    PartitionLeases share(String feed, String group) {
        String id = ColumnText.id(feed);
        String owner = FeedTable.SHARE + group;
        FeedTable.Row before = transactions.run("share feed '" + feed + "'", connection -> {
            FeedTable.Row row = feeds.lock(connection, id);
            if (row == null || !owner.equals(row.owner())) {
                takeOver(connection, feed, row, owner);
            }
            return row;
        });
        boolean isShared = before != null && owner.equals(before.owner());
        if (!isShared) {
            logTakeOver(feed, before);
        }
        return new JdbcPartitionLeases(this, feed, isShared ? before.epoch() : epoch(before) + 1);
    }

    private void takeOver(Connection connection, String feed, FeedTable.Row row, String owner) throws SQLException {
        String id = ColumnText.id(feed);
        if (row == null) {
            feeds.insert(connection, id, feed, owner);
        } else {
            feeds.update(connection, id, row.epoch() + 1, owner);
            heads.take(connection, id, row.epoch() + 1);
        }
    }

    private static long epoch(FeedTable.Row row) {
        return row == null ? 0 : row.epoch();
    }

    private static void logTakeOver(String feed, FeedTable.Row before) {
        if (before != null && before.owner() != null) {
            LOG.info(
                    "Feed '{}' is taken over from {}, which did not release it and can no longer store anything",
                    feed,
                    FeedTable.ownerOf(before));
        }
    }

    List<String> names() {
        return List.copyOf(new TreeSet<>(transactions.run("list the feeds", feeds::names)));
    }

    List<String> partitions(String feed) {
        String id = ColumnText.id(feed);
        Set<String> names = new TreeSet<>(version1.partitions(feed));
        transactions.run("list the partitions of feed '" + feed + "'", connection -> {
            heads.partitions(connection, id, true).forEach(names::remove);
            return names.addAll(heads.partitions(connection, id, false));
        });
        return List.copyOf(names);
    }

    /** A position and its entries of one moment; null when there is none. */
    StoredPosition view(String feed, String partition) {
        String position = ColumnText.id(feed, partition);
        for (int i = 0; i < CONSISTENT_READS; i++) {
            Reading reading = transactions.run("read the position of feed '" + feed + "'", connection -> {
                HeadTable.Row row = heads.find(connection, position);
                if (row == null || row.head() == null) {
                    return new Reading(row, List.of(), true);
                }
                List<PositionEntry> found = entries.read(connection, position, row.forgetBefore());
                return new Reading(row, found, row.equals(heads.find(connection, position)));
            });
            if (reading.row() == null) {
                return version1.find(feed, partition);
            }
            if (reading.consistent()) {
                return reading.row().head() == null
                        ? null
                        : new StoredPosition(reading.row().head(), reading.entries());
            }
        }
        throw new IllegalStateException("JDBC offset repository: the position of feed '" + feed
                + "' changes too fast to be read as a whole. Try again, or stop the feed.");
    }

    /** The head of a position, by one query; null when there is none. */
    String head(String feed, String partition) {
        HeadTable.Row row = transactions.run(
                "read the head of the position of feed '" + feed + "'",
                connection -> heads.find(connection, ColumnText.id(feed, partition)));
        if (row == null) {
            StoredPosition old = version1.find(feed, partition);
            return old == null ? null : old.head();
        }
        return row.head();
    }

    /** @param consistent whether nothing was saved between reading the row and reading the entries */
    private record Reading(HeadTable.Row row, List<PositionEntry> entries, boolean consistent) {}

    String holder(String feed) {
        FeedTable.Row row = transactions.run(
                "ask who uses feed '" + feed + "'", connection -> feeds.find(connection, ColumnText.id(feed)));
        return row == null || row.owner() == null ? null : FeedTable.ownerOf(row);
    }
}
