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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps positions in tables of a database, so that another node can take a feed over.
 *
 * <p>A save is one short transaction that writes the head of the position and the rows of what has changed; when it returns, that is
 * committed. Opening a feed takes it over from whoever had it: a former owner that was only paused gets a
 * {@link PositionFencedException} at its next save, and has stored nothing. Two nodes that keep taking a feed from each other repeat
 * items: use {@code master:} or a clustered route controller, so that one at a time runs it.
 *
 * <p>Six tables: {@code CAMEL_VIDEO_FEED}, {@code CAMEL_VIDEO_POSITION}, {@code CAMEL_VIDEO_ENTRY}, {@code CAMEL_VIDEO_LEASE} and
 * {@code CAMEL_VIDEO_NODE} for feeds that several nodes share, and {@code CAMEL_VIDEO_OFFSET} for plain values of a
 * {@code StateRepository}, where version 1 kept positions: these are read where the other tables have nothing yet, and left in place. With
 * {@code createTable=true} the tables are created at the start where they are missing; tried with H2 and PostgreSQL,
 * written for MySQL and MariaDB too. Without it, the message about a missing table has the statements to run.
 *
 * <p>With {@code positionCommit=transaction}, the position of an item is stored in the transaction of its route, on the connection that Spring
 * has bound to it or that the data source enlists in a JTA transaction. All else is stored in transactions of the repository's own, on plain
 * connections of the data source, by threads that are in no transaction.
 *
 * <p>All methods may be called by several threads.
 */
public class JdbcOffsetRepository extends ServiceSupport
        implements StateRepository<String, String>, PositionRepository {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}");

    private DataSource dataSource;
    private String table = "CAMEL_VIDEO_OFFSET";
    private String keyColumn = "OFFSET_KEY";
    private String valueColumn = "OFFSET_VALUE";
    private String feedTable = "CAMEL_VIDEO_FEED";
    private String positionTable = "CAMEL_VIDEO_POSITION";
    private String entryTable = "CAMEL_VIDEO_ENTRY";
    private String leaseTable = "CAMEL_VIDEO_LEASE";
    private String nodeTable = "CAMEL_VIDEO_NODE";
    private boolean createTable;
    private StateTable states;
    private JdbcPositions positions;

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

    /** Name of the table of plain values, with schema if needed; default {@code CAMEL_VIDEO_OFFSET}. */
    public void setTable(String table) {
        this.table = table;
    }

    public String getKeyColumn() {
        return keyColumn;
    }

    /** Column of the key in the table of plain values; default {@code OFFSET_KEY}. */
    public void setKeyColumn(String keyColumn) {
        this.keyColumn = keyColumn;
    }

    public String getValueColumn() {
        return valueColumn;
    }

    /** Column of the value in the table of plain values; default {@code OFFSET_VALUE}. */
    public void setValueColumn(String valueColumn) {
        this.valueColumn = valueColumn;
    }

    public String getFeedTable() {
        return feedTable;
    }

    /** Name of the table of feeds and their owners, with schema if needed; default {@code CAMEL_VIDEO_FEED}. */
    public void setFeedTable(String feedTable) {
        this.feedTable = feedTable;
    }

    public String getPositionTable() {
        return positionTable;
    }

    /** Name of the table of positions, with schema if needed; default {@code CAMEL_VIDEO_POSITION}. */
    public void setPositionTable(String positionTable) {
        this.positionTable = positionTable;
    }

    public String getEntryTable() {
        return entryTable;
    }

    /** Name of the table of entries, with schema if needed; default {@code CAMEL_VIDEO_ENTRY}. */
    public void setEntryTable(String entryTable) {
        this.entryTable = entryTable;
    }

    public String getLeaseTable() {
        return leaseTable;
    }

    /** Name of the table of leases, with schema if needed; default {@code CAMEL_VIDEO_LEASE}. */
    public void setLeaseTable(String leaseTable) {
        this.leaseTable = leaseTable;
    }

    public String getNodeTable() {
        return nodeTable;
    }

    /** Name of the table of the nodes that share a feed, with schema if needed; default {@code CAMEL_VIDEO_NODE}. */
    public void setNodeTable(String nodeTable) {
        this.nodeTable = nodeTable;
    }

    public boolean isCreateTable() {
        return createTable;
    }

    /** Whether to create the tables at the start where they are missing; default false. */
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
        checkName("feedTable", feedTable);
        checkName("positionTable", positionTable);
        checkName("entryTable", entryTable);
        checkName("leaseTable", leaseTable);
        checkName("nodeTable", nodeTable);
        PositionTables tables = new PositionTables(
                feedTable, positionTable, entryTable, leaseTable, nodeTable, table, keyColumn, valueColumn);
        if (createTable) {
            createMissing(tables);
        }
        states = new StateTable(dataSource, tables);
        positions = new JdbcPositions(dataSource, tables);
    }

    @Override
    protected void doStop() {
        // connections are held only while something is read or written
    }

    @Override
    public PositionStore open(String feed) {
        return positions().open(feed);
    }

    @Override
    public PartitionLeases share(String feed, String group) {
        return positions().share(feed, group);
    }

    @Override
    public boolean isTransactional() {
        return true;
    }

    @Override
    public Inbox inbox(String feed) {
        return new JdbcInbox(positions(), feed);
    }

    @Override
    public List<String> feeds() {
        return positions().names();
    }

    @Override
    public List<String> partitions(String feed) {
        return positions().partitions(feed);
    }

    @Override
    public StoredPosition view(String feed, String partition) {
        return positions().view(feed, partition);
    }

    @Override
    public String head(String feed, String partition) {
        return positions().head(feed, partition);
    }

    @Override
    public String holder(String feed) {
        return positions().holder(feed);
    }

    @Override
    public String getState(String key) {
        positions();
        return states.read(key);
    }

    @Override
    public void setState(String key, String value) {
        positions();
        states.write(key, value);
    }

    private JdbcPositions positions() {
        if (positions == null) {
            throw new IllegalStateException(
                    "JDBC offset repository: is not started. Bind it to the registry so that Camel starts it,"
                            + " or call start().");
        }
        return positions;
    }

    private void createMissing(PositionTables tables) throws SQLException {
        Set<String> missing = tables.definitions("").stream()
                .filter(definition -> !exists(definition))
                .map(PositionTables.Definition::table)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return;
        }
        String product;
        try (Connection connection = dataSource.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
        }
        for (PositionTables.Definition definition : tables.definitions(product)) {
            if (missing.contains(definition.table())) {
                create(definition);
            }
        }
    }

    private boolean exists(PositionTables.Definition definition) {
        String sql = "SELECT " + definition.anyColumn() + " FROM " + definition.table() + " WHERE 1 = 0";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getMetaData().getColumnCount() == 1;
        } catch (SQLException e) {
            return false; // if the cause is another one, creating the table fails and says so
        }
    }

    private void create(PositionTables.Definition definition) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : definition.statements()) {
                statement.execute(sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            if (!exists(definition)) {
                throw new IllegalStateException(
                        "JDBC offset repository: cannot create table " + definition.table() + ": " + e.getMessage()
                                + ". Check the permissions of the database's user, or run the statements as another one:\n"
                                + String.join(";\n", definition.statements()),
                        e);
            }
            // another node was faster
        }
    }

    private static void checkName(String option, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "JDBC offset repository: " + option + "='" + name
                            + "' is not a plain name. Use letters, digits and underscores, with dots between schema and table.");
        }
    }
}
