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
import java.util.Set;
import javax.sql.DataSource;

/**
 * Runs work in short transactions, each on a connection of its own. May be used by several threads.
 *
 * <p>With isolation "read committed", so that MySQL locks no gaps between keys. A transaction that the database ends because of a
 * deadlock, or because another node has inserted the same row, is run again.
 */
final class JdbcTransactions {

    private static final int ATTEMPTS = 5;
    private static final Set<String> AGAIN = Set.of("40001", "40P01");
    private static final String DUPLICATE = "23"; // class of SQL states for violated constraints
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private final DataSource dataSource;
    private final CallersTransaction callers;
    private final PositionTables tables;

    JdbcTransactions(DataSource dataSource, PositionTables tables) {
        this.dataSource = dataSource;
        this.callers = new CallersTransaction(dataSource);
        this.tables = tables;
    }

    /** What a transaction does; may be run several times. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Returns when the work is committed.
     *
     * @param what for messages, such as "save position 'x'"
     * @throws IllegalStateException when it is not committed, or the connection was lost while it was
     */
    <T> T run(String what, Work<T> work) {
        try {
            return attempt(ATTEMPTS, work);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    /**
     * Runs work once, in the transaction that the calling thread is in, and leaves its end to whoever began it.
     *
     * @param what for messages, as with {@link #run}
     * @throws NotTransactedException when there is no such transaction
     * @throws IllegalStateException when the work failed; the transaction must be rolled back
     */
    <T> T join(String what, Work<T> work) {
        try {
            return callers.run(work);
        } catch (SQLException e) {
            throw failed(what + " in the transaction of the route", e);
        }
    }

    private IllegalStateException failed(String what, SQLException cause) {
        return new IllegalStateException(
                "JDBC offset repository: cannot " + what + ", tables " + tables.feeds() + ", " + tables.positions()
                        + ", " + tables.entries() + ": " + cause.getMessage() + ". " + remedy(cause),
                cause);
    }

    private String remedy(SQLException failure) {
        return isNoTable(failure)
                ? "Set createTable=true, or create the tables:\n" + tables.script(product())
                : "Check the database and the permissions of its user.";
    }

    private String product() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            return "unknown, because " + e.getMessage(); // then the definitions of standard SQL are shown
        }
    }

    /** Whether a statement failed because a table is missing. */
    static boolean isNoTable(SQLException failure) {
        return failure.getSQLState() != null && NO_TABLE.contains(failure.getSQLState());
    }

    private static boolean isWorthAnotherAttempt(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (AGAIN.contains(state) || state.startsWith(DUPLICATE));
    }

    private <T> T attempt(int attempts, Work<T> work) throws SQLException {
        try {
            return once(work);
        } catch (SQLException e) {
            if (attempts > 1 && isWorthAnotherAttempt(e)) {
                return attempt(attempts - 1, work);
            }
            throw e;
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            T result = committed(connection, work);
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            return result;
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            try {
                connection.rollback();
            } catch (SQLException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }
}
