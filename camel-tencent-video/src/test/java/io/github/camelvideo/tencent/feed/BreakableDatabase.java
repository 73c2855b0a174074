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

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A database whose connections break at a chosen step, which is a statement that is executed, or a commit. For any thread. */
final class BreakableDatabase {

    static final String COMMIT = "COMMIT";

    /** Where a step breaks, and which steps are counted. */
    enum Moment {
        /** The database never gets the statement or the commit. */
        BEFORE {
            @Override
            boolean isStep(String sql) {
                return true;
            }
        },
        /** The database has committed, and its answer is lost. Other statements are rolled back in both cases. */
        AFTER_COMMIT {
            @Override
            boolean isStep(String sql) {
                return sql.equals(COMMIT);
            }
        };

        abstract boolean isStep(String sql);
    }

    private final DataSource plain;
    private final DataSource source;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Connection> open = new ArrayList<>();

    private volatile Predicate<String> fails = sql -> false;
    private volatile Predicate<String> first = sql -> false;
    private volatile boolean counting;
    private volatile int breaksAt = Integer.MAX_VALUE;
    private volatile Moment moment = Moment.BEFORE;
    private volatile boolean staysDown;
    private volatile boolean down;
    private volatile boolean autoCommit = true;

    BreakableDatabase(DataSource plain) {
        this.plain = plain;
        this.source = proxy(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> connect();
            case "equals" -> proxy == arguments[0];
            default -> call(plain, method, arguments);
        });
    }

    /** The same each time: transactions are bound to it. */
    DataSource source() {
        return source;
    }

    private Connection connect() throws SQLException {
        checkUp();
        Connection connection = plain.getConnection();
        connection.setAutoCommit(autoCommit);
        synchronized (open) {
            open.add(connection);
        }
        return connection(connection);
    }

    /** Steps are counted from the first statement on a table on, and the one of that number breaks its connection, once. */
    void breakAt(int step, Moment when, String table) {
        moment = when;
        first = sql -> sql.contains(table);
        counting = false;
        steps.set(0);
        breaksAt = step;
    }

    /** The same, and from then on the database cannot be reached: so it is for a process that dies. */
    void dieAt(int step, Moment when, String table) {
        staysDown = true;
        breakAt(step, when, table);
    }

    /** The next statement that begins so fails, and what its connection wrote is rolled back. */
    void failNext(String beginning) {
        AtomicBoolean again = new AtomicBoolean(true);
        fails = sql -> sql.startsWith(beginning) && again.getAndSet(false);
    }

    /** How new connections begin. */
    void setAutoCommit(boolean automatic) {
        autoCommit = automatic;
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** How often something was tried while the database was down. */
    int refused() {
        return refused.get();
    }

    /** Whether the step was reached. */
    boolean hasBroken() {
        return steps.get() >= breaksAt;
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("commit")) {
                return step(COMMIT, connection, () -> call(connection, method, arguments));
            }
            if (name.equals("prepareStatement")) {
                checkUp();
                return statement(
                        PreparedStatement.class,
                        (PreparedStatement) call(connection, method, arguments),
                        (String) arguments[0],
                        connection);
            }
            if (name.equals("createStatement")) {
                return statement(Statement.class, (Statement) call(connection, method, arguments), "", connection);
            }
            return call(connection, method, arguments);
        });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, String sql, Connection connection) {
        return proxy(
                type,
                (proxy, method, arguments) -> method.getName().startsWith("execute")
                        ? step(sql, connection, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private interface Work {
        Object run() throws Throwable;
    }

    private Object step(String sql, Connection connection, Work work) throws Throwable {
        checkUp();
        if (fails.test(sql)) {
            connection.rollback();
            throw new SQLException("broken on purpose: " + sql);
        }
        counting |= first.test(sql);
        if (!counting || !moment.isStep(sql) || steps.incrementAndGet() != breaksAt) {
            return work.run();
        }
        if (moment == Moment.AFTER_COMMIT) {
            work.run();
        }
        down = staysDown;
        if (staysDown) {
            synchronized (open) {
                for (Connection other : open) {
                    other.close();
                }
            }
        }
        // what was not committed is rolled back, as a database does when a client is gone
        connection.close();
        throw lost();
    }

    private void checkUp() throws SQLException {
        if (down) {
            refused.incrementAndGet();
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLException("connection lost on purpose", "08006");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
