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
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The positions of one feed in the tables of a database. May be used by several threads; one partition is saved by one at a time.
 *
 * <p>Fencing: {@link JdbcPositions#open} writes a higher epoch into the feed's row and into the rows of all its positions, and who takes
 * the lease of a partition into that of its position. Each save updates its row only where that still has the epoch of this store, in the same transaction as the entries; the lock on that row keeps a
 * new owner waiting until the transaction ends. So a save either comes before the take-over, and the new owner reads it, or stores
 * nothing. A position that has no row yet is inserted under a lock on the row of the feed or the lease. Locks are always taken in the order lease, feed,
 * position, entries, so that there is no deadlock.
 *
 * <p>Entries that are forgotten stay in the table for some saves: the bound is in the position's row, and reading ignores what is before
 * it. They are deleted with every 64th save that moves the bound, and before an entry is put that is older than the bound.
 */
final class JdbcPositionStore implements PositionStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPositionStore.class);
    private static final int SAVES_PER_CLEANING = 64;

    private final JdbcPositions positions;
    private final String feed;
    private final String feedId;
    private final PositionOwnership ownership;
    /** What this store knows of rows it alone writes; without those whose last save failed. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Whether a save in a transaction of a route was seen to be stored by it. */
    private volatile boolean proven;

    private volatile boolean closed;

    /**
     * A row that has a position.
     *
     * @param revision that of the row
     * @param moves saves that moved the bound since entries were deleted last
     */
    private record Known(long revision, Instant forgetBefore, int moves) {}

    JdbcPositionStore(JdbcPositions positions, String feed, PositionOwnership ownership) {
        this.positions = positions;
        this.feed = feed;
        this.feedId = ColumnText.id(feed);
        this.ownership = ownership;
    }

    @Override
    public StoredPosition load(String partition) {
        return positions.view(feed, partition);
    }

    @Override
    public void save(String partition, PositionChange change) {
        checkOpen();
        Known before = known.remove(partition); // comes back only after the commit
        StoredPosition[] whole = new StoredPosition[1];
        Known after = positions
                .transactions()
                .run("save " + name(partition), connection -> save(connection, partition, change, before, whole));
        known.put(partition, after);
    }

    @Override
    public TransactedSave saveInTransaction(String partition, PositionChange change) {
        checkOpen();
        Known before = known.remove(partition); // comes back only after the commit
        StoredPosition[] whole = new StoredPosition[1];
        Known after = positions
                .transactions()
                .join("save " + name(partition), connection -> save(connection, partition, change, before, whole));
        return new TransactedSave() {

            @Override
            public void committed() {
                prove(partition, after);
                known.put(partition, after);
            }

            @Override
            public boolean isStored() {
                return JdbcPositionStore.this.isStored(partition, after.revision());
            }
        };
    }

    /**
     * The first time, looks whether the transaction has stored the position. The data source may be one that the transaction does not know,
     * whose connections have no automatic commit either; nothing else would tell.
     */
    private void prove(String partition, Known after) {
        if (proven) {
            return;
        }
        boolean isStored;
        try {
            isStored = isStored(partition, after.revision());
        } catch (IllegalStateException e) {
            // the database fails, or another process takes over, just now: the next one proves it
            LOG.debug("Feed '{}': cannot see yet whether the transaction of the route stores the position", feed, e);
            return;
        }
        if (!isStored) {
            throw new NotTransactedException("JDBC offset repository: " + name(partition)
                    + " was not stored, although the transaction of the route was committed. Use the same data source in the repository,"
                    + " in the transaction manager and in the route.");
        }
        proven = true;
    }

    /** The locks wait for a transaction that the database has not ended yet, and keep it from being the last one to store. */
    private boolean isStored(String partition, long revision) {
        return positions.transactions().run("ask for " + name(partition), connection -> {
            ownership.lock(connection);
            HeadTable.Row row = positions.heads().lock(connection, ColumnText.id(feed, partition));
            return row != null && row.head() != null && row.revision() >= revision;
        });
    }

    private Known save(
            Connection connection, String partition, PositionChange change, Known before, StoredPosition[] whole)
            throws SQLException {
        String position = ColumnText.id(feed, partition);
        Known row = before;
        if (row == null) {
            HeadTable.Row found = positions.heads().find(connection, position);
            if (found == null || found.head() == null) {
                if (whole[0] == null) {
                    whole[0] = change.whole().get(); // asked for once, however often the transaction is run
                }
                return saveFirst(connection, partition, position, whole[0]);
            }
            row = new Known(found.revision(), found.forgetBefore(), 0);
        }
        return saveChange(connection, partition, position, change, row);
    }

    /** The whole position, because the change may refer to one of version 1. */
    private Known saveFirst(Connection connection, String partition, String position, StoredPosition whole)
            throws SQLException {
        ownership.lock(connection);
        positions.entries().removeAll(connection, position);
        if (!positions.heads().update(connection, position, ownership.epoch(), whole.head(), null)) {
            positions.heads().insert(connection, position, feedId, partition, ownership.epoch(), whole.head());
        }
        positions.entries().insert(connection, position, whole.entries());
        return new Known(positions.heads().find(connection, position).revision(), null, 0);
    }

    private Known saveChange(Connection connection, String partition, String position, PositionChange change, Known row)
            throws SQLException {
        Instant bound = later(row.forgetBefore(), change.forgetBefore());
        int moves = row.moves() + (change.forgetBefore() == null ? 0 : 1);
        boolean clean = bound != null
                && (moves >= SAVES_PER_CLEANING
                        || change.put().stream().anyMatch(entry -> isBefore(entry.time(), bound)));
        long revision = row.revision() + 1;
        Known after = clean ? new Known(revision, null, 0) : new Known(revision, bound, moves);
        if (!positions.heads().update(connection, position, ownership.epoch(), change.head(), after.forgetBefore())) {
            ownership.lock(connection);
            throw new IllegalStateException("JDBC offset repository: the row of " + name(partition)
                    + " was deleted while the feed was running. The next save stores it again.");
        }
        Set<String> replaced = new LinkedHashSet<>(change.removed());
        change.put().forEach(entry -> replaced.add(entry.key()));
        positions.entries().remove(connection, position, replaced);
        if (clean) {
            positions.entries().removeBefore(connection, position, bound);
        }
        positions.entries().insert(connection, position, change.put());
        return after;
    }

    private static boolean isBefore(Instant time, Instant bound) {
        return time != null && time.isBefore(bound);
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void delete(String partition) {
        checkOpen();
        known.remove(partition);
        boolean mark = positions.version1().has(feed, partition);
        positions.transactions().run("delete " + name(partition), connection -> {
            String position = ColumnText.id(feed, partition);
            ownership.lock(connection);
            positions.entries().removeAll(connection, position);
            if (!mark) {
                positions.heads().remove(connection, position);
            } else if (!positions.heads().update(connection, position, ownership.epoch(), null, null)) {
                positions.heads().insert(connection, position, feedId, partition, ownership.epoch(), null);
            }
            return null;
        });
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("JDBC offset repository: the positions of feed '" + feed + "' are closed.");
        }
    }

    private String name(String partition) {
        return "the position of feed '" + feed + "'" + (partition.isEmpty() ? "" : ", partition '" + partition + "'");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            ownership.release();
        } catch (IllegalStateException e) {
            // the next owner takes the feed over all the same
            LOG.warn("Feed '{}' stays marked as open in the database", feed, e);
        }
    }
}
