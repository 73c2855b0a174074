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
package io.github.camelvideo.tencent.feed;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Gives the connection that is enlisted in the thread's JTA transaction, as the pools of application servers do; a plain one outside. */
final class JtaDataSource extends AbstractDataSource {

    private final XADataSource database;
    private final TransactionManager manager;
    private final Map<Transaction, Connection> enlisted = new ConcurrentHashMap<>();

    /** @param database also a {@link DataSource} */
    JtaDataSource(XADataSource database, TransactionManager manager) {
        this.database = database;
        this.manager = manager;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (manager.getStatus() != Status.STATUS_ACTIVE) {
                return ((DataSource) database).getConnection();
            }
            Transaction transaction = manager.getTransaction();
            Connection known = enlisted.get(transaction);
            return known == null ? enlist(transaction) : known;
        } catch (SystemException | RollbackException e) {
            throw new SQLException(e);
        }
    }

    private Connection enlist(Transaction transaction) throws SQLException, SystemException, RollbackException {
        XAConnection connection = database.getXAConnection();
        transaction.enlistResource(connection.getXAResource());
        Connection plain = connection.getConnection();
        // the transaction closes it
        Connection given = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(plain, arguments));
        enlisted.put(transaction, given);
        return given;
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }
}
