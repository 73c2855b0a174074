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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class JdbcOffsetRepositoryTest {

    private final DataSource database = database();

    @Test
    void keepsValuesOfAnySizeForOtherNodes() {
        JdbcOffsetRepository repository = started(database);
        String large = "x".repeat(300_000);

        assertThat(repository.getState("a")).isNull();
        repository.setState("a", "1");
        repository.setState("a", large);
        repository.setState("b", "2");

        assertThat(started(database).getState("a")).isEqualTo(large);
        assertThat(started(database).getState("b")).isEqualTo("2");
    }

    @Test
    void survivesANodeThatInsertsTheSameKeyInBetween() {
        JdbcOffsetRepository other = started(database);
        AtomicInteger inserts = new AtomicInteger();
        JdbcOffsetRepository repository = started(before("INSERT", () -> {
            inserts.incrementAndGet();
            other.setState("a", "theirs");
        }));

        repository.setState("a", "ours");

        assertThat(inserts).hasValue(1);
        assertThat(other.getState("a")).isEqualTo("ours");
    }

    @Test
    void survivesANodeThatMakesTheTableInBetween() {
        JdbcOffsetRepository repository =
                started(before("CREATE", () -> started(database).setState("a", "1")));

        assertThat(repository.getState("a")).isEqualTo("1");
    }

    @Test
    void commitsWhereTheConnectionDoesNotDoSoItself() {
        JdbcOffsetRepository repository =
                started(wrapped("setAutoCommit", connection -> connection.setAutoCommit(false)));

        repository.setState("a", "1");
        repository.setState("a", "2");

        assertThat(started(database).getState("a")).isEqualTo("2");
    }

    @Test
    void saysWhatToDoWhereTheTableIsMissing() {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(database);
        repository.start();

        assertThatThrownBy(() -> repository.getState("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot read 'a', table=CAMEL_VIDEO_OFFSET")
                .hasMessageContaining("createTable=true");
    }

    @Test
    void usesTheNamesItIsGivenAndRefusesOthers() {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(database);
        repository.setTable("PUBLIC.FEEDS");
        repository.setKeyColumn("K");
        repository.setValueColumn("V");
        repository.setCreateTable(true);
        repository.start();
        repository.setState("a", "1");
        assertThat(repository.getState("a")).isEqualTo("1");

        JdbcOffsetRepository wrong = new JdbcOffsetRepository(database);
        wrong.setTable("X; DROP TABLE Y");
        assertThatThrownBy(wrong::start).hasStackTraceContaining("is not a plain name");
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThatThrownBy(() -> started(database).setState("x".repeat(256), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 256 characters");
    }

    private static JdbcOffsetRepository started(DataSource database) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository();
        repository.setDataSource(database);
        repository.setCreateTable(true);
        repository.start();
        return repository;
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    private interface Step {
        void on(Connection connection) throws Exception;
    }

    /** The database, with something happening just before a statement of that kind is sent. */
    private DataSource before(String verb, Runnable step) {
        return wrapped(verb, connection -> step.run());
    }

    private DataSource wrapped(String trigger, Step step) {
        return proxy(DataSource.class, database, (name, args) -> {
            Connection connection = database.getConnection();
            if (trigger.equals("setAutoCommit")) {
                step.on(connection);
                return connection;
            }
            return proxy(Connection.class, connection, (call, values) -> {
                boolean insert =
                        call.equals("prepareStatement") && values[0].toString().startsWith(trigger);
                boolean create = call.equals("getMetaData") && trigger.equals("CREATE");
                if (insert || create) {
                    step.on(connection);
                }
                return null;
            });
        });
    }

    private interface Replacement {
        Object of(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T target, Replacement replacement) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = replacement.of(method.getName(), arguments);
                    if (result != null) {
                        return result;
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
