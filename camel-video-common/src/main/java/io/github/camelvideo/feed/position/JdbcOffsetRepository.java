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
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps positions in a table of a database, one row per key, so that another node can take a feed over.
 *
 * <p>When {@link #setState} returns, the value is committed, in a transaction of its own. Two nodes may store the same new key at once;
 * the last one wins. It does not keep two nodes from running the same feed: use {@code master:} or a clustered route controller.
 *
 * <p>The table has two columns: the key, a primary key of 255 characters, and the value, a large text ({@code CLOB}, {@code TEXT},
 * {@code LONGTEXT}: positions may exceed any {@code VARCHAR}). With {@code createTable=true} it is made at the start where it is
 * missing; tried with H2 and PostgreSQL, written for MySQL and MariaDB too. All methods may be called by several threads. The data source
 * must give plain connections, not ones bound to a transaction of the container.
 */
public class JdbcOffsetRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}");
    private static final int LONGEST_KEY = 255;
    private static final String DUPLICATE = "23"; // class of SQL states for violated constraints

    private DataSource dataSource;
    private String table = "CAMEL_VIDEO_OFFSET";
    private String keyColumn = "OFFSET_KEY";
    private String valueColumn = "OFFSET_VALUE";
    private boolean createTable;

    public JdbcOffsetRepository() {}

    public JdbcOffsetRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public DataSource getDataSource() {
        return dataSource;
    }

    /** Where connections come from; not closed by this repository. Required. */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public String getTable() {
        return table;
    }

    /** Name of the table, with schema if needed; default {@code CAMEL_VIDEO_OFFSET}. */
    public void setTable(String table) {
        this.table = table;
    }

    public String getKeyColumn() {
        return keyColumn;
    }

    /** Column of the key; default {@code OFFSET_KEY}. */
    public void setKeyColumn(String keyColumn) {
        this.keyColumn = keyColumn;
    }

    public String getValueColumn() {
        return valueColumn;
    }

    /** Column of the position; default {@code OFFSET_VALUE}. */
    public void setValueColumn(String valueColumn) {
        this.valueColumn = valueColumn;
    }

    public boolean isCreateTable() {
        return createTable;
    }

    /** Whether to make the table at the start where it is missing; default false. */
    public void setCreateTable(boolean createTable) {
        this.createTable = createTable;
    }

    @Override
    protected void doStart() throws Exception {
        if (dataSource == null) {
            throw new IllegalArgumentException("JDBC offset repository: no data source is given. Set 'dataSource'.");
        }
        checkName("table", table);
        checkName("keyColumn", keyColumn);
        checkName("valueColumn", valueColumn);
        if (createTable && !tableExists()) {
            makeTable();
        }
    }

    @Override
    protected void doStop() {
        // connections are held only while a value is read or written
    }

    @Override
    public String getState(String key) {
        String sql = "SELECT " + valueColumn + " FROM " + table + " WHERE " + keyColumn + " = ?";
        return inTransaction("read", key, connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : null;
                }
            }
        });
    }

    @Override
    public void setState(String key, String value) {
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("JDBC offset repository: key '" + key + "' has " + key.length()
                    + " characters, the column holds " + LONGEST_KEY + ". Set a shorter offsetKey.");
        }
        if (update(key, value) > 0 || insert(key, value)) {
            return;
        }
        // another node has inserted it meanwhile; MySQL may count a row that does not change as 0, so the count says
        // nothing now
        update(key, value);
    }

    private int update(String key, String value) {
        String sql = "UPDATE " + table + " SET " + valueColumn + " = ? WHERE " + keyColumn + " = ?";
        return inTransaction("write", key, connection -> execute(connection, sql, value, key));
    }

    /** False when the key is there already. */
    private boolean insert(String key, String value) {
        String sql = "INSERT INTO " + table + " (" + keyColumn + ", " + valueColumn + ") VALUES (?, ?)";
        try {
            return inTransaction("write", key, connection -> execute(connection, sql, key, value)) > 0;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause
                    && cause.getSQLState() != null
                    && cause.getSQLState().startsWith(DUPLICATE)) {
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

    private boolean tableExists() {
        String sql = "SELECT " + keyColumn + " FROM " + table + " WHERE 1 = 0";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getMetaData().getColumnCount() == 1;
        } catch (SQLException e) {
            return false; // if the cause is another one, making the table fails and says so
        }
    }

    private void makeTable() {
        try {
            inTransaction("create table", table, connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(definition(connection.getMetaData().getDatabaseProductName()));
                }
            });
        } catch (IllegalStateException e) {
            if (!tableExists()) {
                throw e;
            }
            // another node was faster
        }
    }

    private String definition(String product) {
        String database = product.toLowerCase(Locale.ROOT);
        boolean mysql = database.contains("mysql") || database.contains("mariadb");
        String text = mysql ? "LONGTEXT" : database.contains("postgres") ? "TEXT" : "CLOB";
        // MySQL would otherwise take two keys that differ in case for one
        String key = "VARCHAR(" + LONGEST_KEY + ")" + (mysql ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "");
        return "CREATE TABLE " + table + " (" + keyColumn + " " + key + " NOT NULL PRIMARY KEY, " + valueColumn + " "
                + text + " NOT NULL)";
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(String verb, String key, Work<T> work) {
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
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "JDBC offset repository: cannot " + verb + " '" + key + "', table=" + table + ": " + e.getMessage()
                            + ". Check the database, and that the table exists (createTable=true makes it).",
                    e);
        }
    }

    private static void checkName(String option, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("JDBC offset repository: " + option + "='" + name
                    + "' is no plain name. Use letters, digits and underscores, with dots between schema and table.");
        }
    }
}
