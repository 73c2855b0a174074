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

/** The rows of nodes that share a feed. Used within transactions; keeps nothing. */
final class NodeTable {

    private static final int LONGEST_NAME = 255;

    private final String table;

    NodeTable(String table) {
        this.table = table;
    }

    void insert(Connection connection, String feed, String node, String name, int divisor) throws SQLException {
        String sql =
                "INSERT INTO " + table + " (NODE_ID, FEED_ID, NODE_NAME, RENEWALS, DIVISOR) VALUES (?, ?, ?, 0, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, node);
            insert.setString(2, feed);
            insert.setString(3, name.substring(0, Math.min(LONGEST_NAME, name.length())));
            insert.setInt(4, divisor);
            insert.executeUpdate();
        }
    }

    /** False when there is no such node. */
    boolean renew(Connection connection, String node, int divisor) throws SQLException {
        String sql = "UPDATE " + table + " SET RENEWALS = RENEWALS + 1, DIVISOR = ? WHERE NODE_ID = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, divisor);
            update.setString(2, node);
            return update.executeUpdate() > 0;
        }
    }

    List<PartitionLeases.Node> read(Connection connection, String feed) throws SQLException {
        String sql =
                "SELECT NODE_ID, NODE_NAME, RENEWALS, DIVISOR FROM " + table + " WHERE FEED_ID = ? ORDER BY NODE_ID";
        List<PartitionLeases.Node> nodes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, feed);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    nodes.add(new PartitionLeases.Node(
                            rows.getString(1), rows.getString(2), rows.getLong(3), rows.getInt(4)));
                }
            }
        }
        return nodes;
    }

    /** Removes a node that has not renewed since. */
    boolean remove(Connection connection, String node, long renewals) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE NODE_ID = ? AND RENEWALS = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, node);
            delete.setLong(2, renewals);
            return delete.executeUpdate() > 0;
        }
    }

    void remove(Connection connection, String node) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table + " WHERE NODE_ID = ?")) {
            delete.setString(1, node);
            delete.executeUpdate();
        }
    }
}
