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
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of a save in a transaction whose end nobody has reported. */
class TransactedSaveTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private JdbcOffsetRepository repository;
    private PositionStore store;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        database.setURL("jdbc:h2:mem:transactedsave;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        repository = new JdbcOffsetRepository(database);
        repository.setCreateTable(true);
        repository.start();
        store = repository.open("feed");
        store.save("", change("before"));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static PositionChange change(String head) {
        return new PositionChange(head, List.of(), Set.of(), null, () -> new StoredPosition(head, List.of()));
    }

    @Test
    void waitsForACommitThatTheDatabaseHasNotEnded() {
        CompletableFuture<Boolean> asked = transaction.execute(status -> {
            TransactedSave save = store.saveInTransaction("", change("after"));
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            new Thread(() -> answer.complete(save.isStored())).start();
            await().until(this::isSomebodyWaiting);
            return answer;
        });

        assertThat(asked.join()).isTrue();
        assertThat(store.load("").head()).isEqualTo("after");
    }

    private boolean isSomebodyWaiting() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    @Test
    void isNotStoredAfterARollbackAndCanBeStoredAgain() {
        TransactedSave undone = transaction.execute(status -> {
            status.setRollbackOnly();
            return store.saveInTransaction("", change("undone"));
        });
        assertThat(undone.isStored()).isFalse();

        TransactedSave save = transaction.execute(status -> store.saveInTransaction("", change("after")));
        save.committed();

        assertThat(save.isStored()).isTrue();
        assertThat(store.load("").head()).isEqualTo("after");
    }

    @Test
    void anotherProcessThatTookTheFeedOverKnowsBetter() {
        TransactedSave save = transaction.execute(status -> store.saveInTransaction("", change("after")));
        try (PositionStore other = repository.open("feed")) {
            assertThatThrownBy(save::isStored).isInstanceOf(PositionFencedException.class);
            assertThatThrownBy(() -> transaction.execute(status -> store.saveInTransaction("", change("late"))))
                    .isInstanceOf(PositionFencedException.class);
            assertThat(other.load("").head()).isEqualTo("after");
        }
    }

    @Test
    void requiresATransaction() {
        assertThatThrownBy(() -> store.saveInTransaction("", change("alone")))
                .isInstanceOf(NotTransactedException.class)
                .hasMessageContaining("Use the same data source");
        assertThat(store.load("").head()).isEqualTo("before");
    }
}
