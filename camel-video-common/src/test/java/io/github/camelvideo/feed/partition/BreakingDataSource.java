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
package io.github.camelvideo.feed.partition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that fails at a chosen connection or commit, once. For one thread. */
final class BreakingDataSource {

    private final DataSource source;
    private RuntimeException failure;
    private int commitsToLostAnswer;

    BreakingDataSource(DataSource plain) {
        this.source = proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(plain, method, arguments);
            }
            RuntimeException now = failure;
            failure = null;
            if (now != null) {
                throw now;
            }
            return connection(plain.getConnection());
        });
    }

    DataSource source() {
        return source;
    }

    void failNextConnection(RuntimeException how) {
        failure = how;
    }

    /** The database does this commit, counted from now, and its answer is lost; 0 for none. */
    void loseAnswer(int commit) {
        commitsToLostAnswer = commit;
    }

    private Connection connection(Connection plain) {
        return proxy(Connection.class, (method, arguments) -> {
            Object answer = call(plain, method, arguments);
            if (method.getName().equals("commit") && commitsToLostAnswer > 0 && --commitsToLostAnswer == 0) {
                throw new SQLException("connection lost on purpose", "08006");
            }
            return answer;
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }
}
