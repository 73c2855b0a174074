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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of leases, one for each partition: the node that holds it, and a counter that grows each time it is taken. Used within
 * transactions; keeps nothing.
 */
final class LeaseTable {

    private static final int BATCH = 500;

    private static final int LOCK_SECONDS = 1;

    private final String table;
    private final String nodes;

    /** @param nodes table of the nodes: a lease is free when its node is not there */
    LeaseTable(String table, String nodes) {
        this.table = table;
        this.nodes = nodes;
    }

    /**
     * One row.
     *
     * @param node null when nobody holds it
     */
    record Row(String partition, String node, long counter) {}

    /** The row of a position, locked until the transaction ends; or null. */
    Row lock(Connection connection, String position) throws SQLException {
        String sql =
                "SELECT PARTITION_NAME, NODE_ID, LEASE_COUNTER FROM " + table + " WHERE POSITION_ID = ? FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, position);
            List<Row> found = rows(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** All leases of a feed. */
    List<Row> all(Connection connection, String feed) throws SQLException {
        return select(connection, feed, "");
    }

    /** Those that no member holds. */
    List<Row> free(Connection connection, String feed) throws SQLException {
        return select(
                connection,
                feed,
                " AND NOT EXISTS (SELECT 1 FROM " + nodes + " N WHERE N.NODE_ID = " + table + ".NODE_ID)");
    }

    private List<Row> select(Connection connection, String feed, String condition) throws SQLException {
        String sql = "SELECT PARTITION_NAME, NODE_ID, LEASE_COUNTER FROM " + table + " WHERE FEED_ID = ?" + condition;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(BATCH);
            select.setString(1, feed);
            return rows(select);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(ColumnText.read(rows.getString(1)), rows.getString(2), rows.getLong(3)));
            }
        }
        return found;
    }

    /** How many leases each node holds; nobody is the empty text. */
    Map<String, Integer> counts(Connection connection, String feed) throws SQLException {
        String sql = "SELECT NODE_ID, COUNT(*) FROM " + table + " WHERE FEED_ID = ? GROUP BY NODE_ID";
        Map<String, Integer> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, feed);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String node = rows.getString(1);
                    counts.put(node == null ? "" : node, rows.getInt(2));
                }
            }
        }
        return counts;
    }

    void insert(Connection connection, String position, String feed, String partition, long counter)
            throws SQLException {
        String sql =
                "INSERT INTO " + table + " (POSITION_ID, FEED_ID, PARTITION_NAME, LEASE_COUNTER) VALUES (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, position);
            insert.setString(2, feed);
            insert.setString(3, ColumnText.write(partition));
            insert.setLong(4, counter);
            insert.executeUpdate();
        }
    }

    /** Gives a lease to a node; false when it was taken since its counter was read. */
    boolean take(Connection connection, String position, long counter, String node) throws SQLException {
        String sql =
                "UPDATE " + table + " SET NODE_ID = ?, LEASE_COUNTER = ? WHERE POSITION_ID = ? AND LEASE_COUNTER = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node);
            update.setLong(2, counter + 1);
            update.setString(3, position);
            update.setLong(4, counter);
            return executeSoon(update) > 0;
        }
    }

    /**
     * Does not wait for a lock for long: a machine that lost power within a transaction leaves one behind for hours, and this node must
     * renew its other leases.
     */
    static int executeSoon(PreparedStatement update) throws SQLException {
        update.setQueryTimeout(LOCK_SECONDS);
        try {
            return update.executeUpdate();
        } finally {
            // of the connection with some drivers
            update.setQueryTimeout(0);
        }
    }

    void release(Connection connection, String position, String node) throws SQLException {
        String sql = "UPDATE " + table + " SET NODE_ID = NULL WHERE POSITION_ID = ? AND NODE_ID = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, position);
            update.setString(2, node);
            update.executeUpdate();
        }
    }

    void releaseAll(Connection connection, String node) throws SQLException {
        String sql = "UPDATE " + table + " SET NODE_ID = NULL WHERE NODE_ID = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node);
            update.executeUpdate();
        }
    }

    /** Removes a lease that was not taken since its counter was read. */
    void remove(Connection connection, String position, long counter) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE POSITION_ID = ? AND LEASE_COUNTER = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, position);
            delete.setLong(2, counter);
            delete.executeUpdate();
        }
    }
}
