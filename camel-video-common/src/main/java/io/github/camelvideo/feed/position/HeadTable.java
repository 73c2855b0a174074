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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of positions: head, bound and epoch of each partition. Used within transactions; keeps nothing. */
final class HeadTable {

    /** A lock that a broken connection left behind at the database must not hold a poll for hours. */
    private static final int LOCK_SECONDS = 10;

    private final String table;

    HeadTable(String table) {
        this.table = table;
    }

    /**
     * One row.
     *
     * @param head null when the position was deleted and version 1 must not be asked
     * @param forgetBefore entries before this do not count, although they may still be there; null when all count
     */
    record Row(String head, Instant forgetBefore, long revision) {}

    /** The row of a position, or null. */
    Row find(Connection connection, String position) throws SQLException {
        return find(connection, position, "", 0);
    }

    /**
     * The same, locked until the transaction ends. Where another transaction has changed it, waits until that has ended, or fails after
     * {@value #LOCK_SECONDS} seconds.
     */
    Row lock(Connection connection, String position) throws SQLException {
        return find(connection, position, " FOR UPDATE", LOCK_SECONDS);
    }

    private Row find(Connection connection, String position, String lock, int seconds) throws SQLException {
        String sql = "SELECT HEAD, FORGET_BEFORE, REVISION FROM " + table + " WHERE POSITION_ID = ?" + lock;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setQueryTimeout(seconds);
            select.setString(1, position);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                String head = rows.getString(1);
                return new Row(
                        head == null ? null : ColumnText.read(head),
                        ColumnText.time(rows.getBigDecimal(2)),
                        rows.getLong(3));
            }
        }
    }

    /** False when there is no row of this epoch. */
    boolean update(Connection connection, String position, long epoch, String head, Instant forgetBefore)
            throws SQLException {
        String sql = "UPDATE " + table
                + " SET HEAD = ?, FORGET_BEFORE = ?, REVISION = REVISION + 1 WHERE POSITION_ID = ? AND EPOCH = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, head == null ? null : ColumnText.write(head));
            EntryTable.time(update, 2, forgetBefore);
            update.setString(3, position);
            update.setLong(4, epoch);
            return update.executeUpdate() > 0;
        }
    }

    void insert(Connection connection, String position, String feed, String partition, long epoch, String head)
            throws SQLException {
        String sql = "INSERT INTO " + table
                + " (POSITION_ID, FEED_ID, PARTITION_NAME, EPOCH, REVISION, HEAD) VALUES (?, ?, ?, ?, 0, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, position);
            insert.setString(2, feed);
            insert.setString(3, ColumnText.write(partition));
            insert.setLong(4, epoch);
            insert.setString(5, head == null ? null : ColumnText.write(head));
            insert.executeUpdate();
        }
    }

    void remove(Connection connection, String position) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE POSITION_ID = ?")) {
            delete.setString(1, position);
            delete.executeUpdate();
        }
    }

    /**
     * Gives one position to the owner of an epoch; where there is none yet, its first save has that. Changes nothing where whoever took
     * the whole feed over since has given the position another epoch.
     */
    void take(Connection connection, String feed, String position, long epoch, long feedEpoch) throws SQLException {
        String sql = "UPDATE " + table
                + " SET EPOCH = ? WHERE POSITION_ID = ? AND FEED_ID = ? AND (EPOCH = ? OR EPOCH BETWEEN ? AND ?)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, epoch);
            update.setString(2, position);
            update.setString(3, feed);
            update.setLong(4, feedEpoch);
            update.setLong(5, LeaseOwnership.epoch(feedEpoch, 0));
            update.setLong(6, epoch);
            LeaseTable.executeSoon(update);
        }
    }

    /** The epoch of a position, 0 where there is none. */
    long epoch(Connection connection, String position) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT EPOCH FROM " + table + " WHERE POSITION_ID = ?")) {
            select.setString(1, position);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Gives all positions of a feed to the owner of an epoch. */
    void take(Connection connection, String feed, long epoch) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + table + " SET EPOCH = ? WHERE FEED_ID = ?")) {
            update.setLong(1, epoch);
            update.setString(2, feed);
            update.executeUpdate();
        }
    }

    /** Names of the partitions that have a position, or of those that are remembered as deleted, in no order. */
    List<String> partitions(Connection connection, String feed, boolean deleted) throws SQLException {
        String sql = "SELECT PARTITION_NAME FROM " + table + " WHERE FEED_ID = ? AND HEAD IS "
                + (deleted ? "NULL" : "NOT NULL");
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, feed);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(ColumnText.read(rows.getString(1)));
                }
            }
        }
        return names;
    }
}
