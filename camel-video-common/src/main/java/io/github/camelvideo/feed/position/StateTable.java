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
import javax.sql.DataSource;

/**
 * One row per key and value: what {@code StateRepository} asks for, and where version 1 kept positions. Each value is committed in a
 * transaction of its own. May be used by several threads.
 */
final class StateTable {

    private static final String DUPLICATE = "23"; // class of SQL states for violated constraints

    private final DataSource dataSource;
    private final PositionTables tables;

    StateTable(DataSource dataSource, PositionTables tables) {
        this.dataSource = dataSource;
        this.tables = tables;
    }

    /** The value, or null when there is none. */
    String read(String key) {
        try {
            return select(key);
        } catch (SQLException e) {
            throw failure("read", key, e);
        }
    }

    /** The same, where a missing table holds no values: version 1 was never used. */
    String readOfVersion1(String key) {
        if (key.length() > PositionTables.STATE_KEY_LENGTH) {
            return null; // version 1 could not store it
        }
        try {
            return select(key);
        } catch (SQLException e) {
            if (JdbcTransactions.isNoTable(e)) {
                return null;
            }
            throw failure("read", key, e);
        }
    }

    private String select(String key) throws SQLException {
        String sql =
                "SELECT " + tables.stateValue() + " FROM " + tables.states() + " WHERE " + tables.stateKey() + " = ?";
        return inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : null;
                }
            }
        });
    }

    void write(String key, String value) {
        if (key.length() > PositionTables.STATE_KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "JDBC offset repository: key '" + key + "' has " + key.length() + " characters, the column holds "
                            + PositionTables.STATE_KEY_LENGTH + ". Set a shorter offsetKey.");
        }
        try {
            if (update(key, value) > 0 || insert(key, value)) {
                return;
            }
            // another node has inserted it meanwhile; MySQL may count a row that does not change as 0, so the count
            // says nothing now
            update(key, value);
        } catch (SQLException e) {
            throw failure("write", key, e);
        }
    }

    private int update(String key, String value) throws SQLException {
        String sql = "UPDATE " + tables.states() + " SET " + tables.stateValue() + " = ? WHERE " + tables.stateKey()
                + " = ?";
        return inTransaction(connection -> execute(connection, sql, value, key));
    }

    /** False when the key is there already. */
    private boolean insert(String key, String value) throws SQLException {
        String sql = "INSERT INTO " + tables.states() + " (" + tables.stateKey() + ", " + tables.stateValue()
                + ") VALUES (?, ?)";
        try {
            return inTransaction(connection -> execute(connection, sql, key, value)) > 0;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(DUPLICATE)) {
                return false;
            }
            throw e;
        }
    }

    private static int execute(Connection connection, String sql, String first, String second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            return statement.executeUpdate();
        }
    }

    private <T> T inTransaction(JdbcTransactions.Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean open = !connection.getAutoCommit();
            boolean done = false;
            try {
                T result = work.on(connection);
                if (open) {
                    connection.commit();
                }
                done = true;
                return result;
            } finally {
                if (open && !done) {
                    connection.rollback();
                }
            }
        }
    }

    private IllegalStateException failure(String verb, String key, SQLException cause) {
        return new IllegalStateException(
                "JDBC offset repository: cannot " + verb + " '" + key + "', table=" + tables.states() + ": "
                        + cause.getMessage()
                        + ". Check the database, and that the table exists (createTable=true creates it).",
                cause);
    }
}
