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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A data source whose connections break at a given call, as when the database or the network is gone. Not thread-safe. */
final class BrokenDatabase {

    /** Calls that reach the database. */
    private static final Set<String> CALLS =
            Set.of("getConnection", "executeQuery", "executeUpdate", "executeBatch", "commit", "setAutoCommit");

    private static final Map<Class<?>, Class<?>> WRAPPED = Map.of(
            Connection.class,
            Connection.class,
            PreparedStatement.class,
            PreparedStatement.class,
            ResultSet.class,
            ResultSet.class);

    private final DataSource database;
    private int calls;
    private int failAt = Integer.MAX_VALUE;
    private int failures;
    private boolean afterwards;

    BrokenDatabase(DataSource database) {
        this.database = database;
    }

    /**
     * @param afterwards whether the call takes effect and only its answer is lost
     */
    void failAt(int call, int count, boolean afterwards) {
        failAt = calls + call;
        failures = count;
        this.afterwards = afterwards;
    }

    int calls() {
        return calls;
    }

    DataSource dataSource() {
        return wrap(DataSource.class, database);
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        int call = CALLS.contains(method.getName()) ? calls++ : -1;
        boolean fails = call >= failAt && call - failAt < failures;
        if (fails && !afterwards) {
            throw gone();
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (fails) {
            if (result instanceof Connection connection) {
                connection.close();
            }
            throw gone();
        }
        if (result == null || result instanceof DatabaseMetaData) {
            return result;
        }
        for (Class<?> type : WRAPPED.keySet()) {
            if (method.getReturnType() == type) {
                return wrapped(type, result);
            }
        }
        return result;
    }

    private <T> T wrapped(Class<T> type, Object target) {
        return wrap(type, type.cast(target));
    }

    private static SQLException gone() {
        return new SQLRecoverableException("the connection is gone", "08006");
    }
}
