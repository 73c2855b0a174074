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
import javax.sql.DataSource;

/**
 * The transaction that the calling thread is in: one that Spring has begun on the data source, or a JTA one that the data source enlists
 * its connections in. Never commits, rolls back, or changes the connection. For any thread.
 */
final class CallersTransaction {

    private final DataSource dataSource;

    CallersTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Works on the connection of the transaction.
     *
     * @throws NotTransactedException when the connection is in no transaction
     */
    <T> T run(JdbcTransactions.Work<T> work) throws SQLException {
        if (!SpringConnections.isPresent()) {
            // within a JTA transaction this is the connection that is enlisted in it, and closing gives it back
            try (Connection connection = dataSource.getConnection()) {
                return run(connection, work);
            }
        }
        Connection connection = SpringConnections.get(dataSource);
        try {
            return run(connection, work);
        } finally {
            SpringConnections.release(connection, dataSource);
        }
    }

    private static <T> T run(Connection connection, JdbcTransactions.Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new NotTransactedException(
                    "JDBC offset repository: its data source gives a connection that is not part of the"
                            + " transaction. Use the same data source in the repository, in the transaction manager and in the route, and a"
                            + " policy that begins a transaction, such as PROPAGATION_REQUIRED.");
        }
        return work.on(connection);
    }
}
