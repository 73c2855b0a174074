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

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows of entries. Used within transactions that have locked the position's row; keeps nothing. */
final class EntryTable {

    private static final int BATCH = 500;

    private final String table;

    EntryTable(String table) {
        this.table = table;
    }

    /** The entries of a position, without those before a bound. */
    List<PositionEntry> read(Connection connection, String position, Instant forgetBefore) throws SQLException {
        String sql = "SELECT ENTRY_KEY, FULL_KEY, ITEM_TIME, ENTRY_STATE FROM " + table + " WHERE POSITION_ID = ?"
                + (forgetBefore == null ? "" : " AND (ITEM_TIME IS NULL OR ITEM_TIME >= ?)");
        List<PositionEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(BATCH);
            select.setString(1, position);
            if (forgetBefore != null) {
                select.setBigDecimal(2, ColumnText.number(forgetBefore));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String key = rows.getString(1);
                    String full = rows.getString(2);
                    entries.add(new PositionEntry(
                            full == null ? key : ColumnText.read(full),
                            ColumnText.time(rows.getBigDecimal(3)),
                            ColumnText.read(rows.getString(4))));
                }
            }
        }
        return entries;
    }

    void remove(Connection connection, String position, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        String sql = "DELETE FROM " + table + " WHERE POSITION_ID = ? AND ENTRY_KEY = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (String key : keys) {
                delete.setString(1, position);
                delete.setString(2, ColumnText.key(key));
                waiting = add(delete, waiting);
            }
            execute(delete, waiting);
        }
    }

    void removeBefore(Connection connection, String position, Instant bound) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE POSITION_ID = ? AND ITEM_TIME < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, position);
            delete.setBigDecimal(2, ColumnText.number(bound));
            delete.executeUpdate();
        }
    }

    void removeAll(Connection connection, String position) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE POSITION_ID = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, position);
            delete.executeUpdate();
        }
    }

    /** Adds entries whose keys are not there. */
    void insert(Connection connection, String position, Collection<PositionEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO " + table
                + " (POSITION_ID, ENTRY_KEY, FULL_KEY, ITEM_TIME, ENTRY_STATE) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (PositionEntry entry : entries) {
                insert.setString(1, position);
                insert.setString(2, ColumnText.key(entry.key()));
                insert.setString(3, ColumnText.isShort(entry.key()) ? null : ColumnText.write(entry.key()));
                time(insert, 4, entry.time());
                insert.setString(5, ColumnText.write(entry.state()));
                waiting = add(insert, waiting);
            }
            execute(insert, waiting);
        }
    }

    static void time(PreparedStatement statement, int index, Instant time) throws SQLException {
        BigDecimal number = ColumnText.number(time);
        if (number == null) {
            statement.setNull(index, Types.DECIMAL);
        } else {
            statement.setBigDecimal(index, number);
        }
    }

    private static int add(PreparedStatement statement, int waiting) throws SQLException {
        statement.addBatch();
        if (waiting + 1 < BATCH) {
            return waiting + 1;
        }
        statement.executeBatch();
        return 0;
    }

    private static void execute(PreparedStatement statement, int waiting) throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
        }
    }
}
