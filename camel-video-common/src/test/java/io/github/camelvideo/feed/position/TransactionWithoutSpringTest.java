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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Positions in a transaction whose connection the data source itself gives, in an application without Spring. */
class TransactionWithoutSpringTest {

    @Test
    void storesOnTheConnectionThatTheDataSourceGivesAndDoesNotEndItsTransaction() throws Exception {
        Class<?> inside = new ClassLoaderWithoutSpring().loadClass(Inside.class.getName());
        Callable<?> work = (Callable<?>) inside.getConstructor().newInstance();

        assertThat(work.call()).isEqualTo("without Spring: null, then after the commit: head 1");
    }

    /** Runs where no class of Spring can be loaded. */
    public static final class Inside implements Callable<String> {

        private final JdbcDataSource plain = new JdbcDataSource();
        private Connection enlisted;

        @Override
        public String call() throws Exception {
            plain.setURL("jdbc:h2:mem:withoutspring;DB_CLOSE_DELAY=-1;LOCK_MODE=3");
            JdbcOffsetRepository repository = new JdbcOffsetRepository(source());
            repository.setCreateTable(true);
            repository.start();
            PositionStore store = repository.open("feed");
            enlisted = plain.getConnection();
            enlisted.setAutoCommit(false);
            TransactedSave save = store.saveInTransaction("", change());
            Connection transaction = enlisted;
            enlisted = null;
            StoredPosition before = store.load("");
            transaction.commit();
            transaction.close();
            save.committed();
            String spring = SpringConnections.isPresent() ? "with" : "without";
            String result = spring + " Spring: " + before + ", then after the commit: "
                    + store.load("").head();
            store.close();
            return result;
        }

        private static PositionChange change() {
            List<PositionEntry> entries = List.of(new PositionEntry("key", Instant.EPOCH, ""));
            return new PositionChange("head 1", entries, Set.of(), null, () -> new StoredPosition("head 1", entries));
        }

        /** As pools do in a JTA transaction: closing gives the connection back. */
        private DataSource source() {
            return (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        Connection given = enlisted;
                        return given == null ? plain.getConnection() : unclosed(given);
                    });
        }

        private static Connection unclosed(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Inside.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(connection, arguments));
        }
    }

    /** Loads our classes anew, and none of Spring. */
    private static final class ClassLoaderWithoutSpring extends ClassLoader {

        ClassLoaderWithoutSpring() {
            super(TransactionWithoutSpringTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.springframework.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.camelvideo.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
