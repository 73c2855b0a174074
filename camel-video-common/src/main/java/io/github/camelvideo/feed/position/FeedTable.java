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
import java.util.ArrayList;
import java.util.List;

/** The rows of feeds: who has a feed, and the epoch, which grows each time it is opened. Used within transactions; keeps nothing. */
final class FeedTable {

    /** The owner of a feed that several nodes share begins with this. */
    static final String SHARE = "share=";

    private static final int LONGEST_OWNER = 255;

    private final String table;
    private final String positions;

    /** @param positions table of the feeds' positions */
    FeedTable(String table, String positions) {
        this.table = table;
        this.positions = positions;
    }

    /**
     * One row.
     *
     * @param owner null when nobody has the feed open
     */
    record Row(long epoch, String owner) {}

    /** The row of a feed, or null. */
    Row find(Connection connection, String feed) throws SQLException {
        return find(connection, feed, "");
    }

    /** The same, locked until the transaction ends. */
    Row lock(Connection connection, String feed) throws SQLException {
        return find(connection, feed, " FOR UPDATE");
    }

    private Row find(Connection connection, String feed, String lock) throws SQLException {
        String sql = "SELECT EPOCH, OWNER_NAME FROM " + table + " WHERE FEED_ID = ?" + lock;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, feed);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Row(rows.getLong(1), rows.getString(2)) : null;
            }
        }
    }

    void insert(Connection connection, String feed, String name, String owner) throws SQLException {
        String sql = "INSERT INTO " + table + " (FEED_ID, FEED_NAME, EPOCH, OWNER_NAME) VALUES (?, ?, 1, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, feed);
            insert.setString(2, ColumnText.write(name));
            insert.setString(3, fitting(owner));
            insert.executeUpdate();
        }
    }

    void update(Connection connection, String feed, long epoch, String owner) throws SQLException {
        String sql = "UPDATE " + table + " SET EPOCH = ?, OWNER_NAME = ? WHERE FEED_ID = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, epoch);
            update.setString(2, fitting(owner));
            update.setString(3, feed);
            update.executeUpdate();
        }
    }

    /** Nobody has the feed any more, unless another one has opened it since. */
    void release(Connection connection, String feed, long epoch) throws SQLException {
        String sql = "UPDATE " + table + " SET OWNER_NAME = NULL WHERE FEED_ID = ? AND EPOCH = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, feed);
            update.setLong(2, epoch);
            update.executeUpdate();
        }
    }

    /** Names of the feeds that have a position, in no order. */
    List<String> names(Connection connection) throws SQLException {
        String sql = "SELECT F.FEED_NAME FROM " + table + " F WHERE EXISTS (SELECT 1 FROM " + positions
                + " P WHERE P.FEED_ID = F.FEED_ID AND P.HEAD IS NOT NULL)";
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(ColumnText.read(rows.getString(1)));
            }
        }
        return names;
    }

    /** Who has a feed, in words. */
    static String ownerOf(Row row) {
        if (row == null || row.owner() == null) {
            return "another process";
        }
        return row.owner().startsWith(SHARE) ? "the nodes of " + row.owner() : "process " + row.owner();
    }

    private static String fitting(String owner) {
        return owner.substring(0, Math.min(LONGEST_OWNER, owner.length()));
    }
}
