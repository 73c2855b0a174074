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

import static io.github.camelvideo.feed.position.PositionModel.START;
import static io.github.camelvideo.feed.position.PositionModel.contentOf;
import static io.github.camelvideo.feed.position.PositionModel.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.position.PositionModel.Content;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcPositionsTest extends PositionRepositoryContract {

    private final JdbcConnectionPool pool = newPool();

    private static JdbcConnectionPool newPool() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "", "");
        pool.setMaxConnections(40);
        return pool;
    }

    @AfterEach
    void shutDown() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        pool.dispose();
    }

    @Override
    JdbcOffsetRepository repository() {
        return started(pool);
    }

    private static JdbcOffsetRepository started(DataSource database) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(database);
        repository.setCreateTable(true);
        repository.start();
        return repository;
    }

    @Override
    StateRepository<String, String> version1() {
        return repository();
    }

    private static void save(PositionStore store, String partition, int number, PositionEntry... entries) {
        StoredPosition whole = new StoredPosition(head(number), List.of(entries));
        store.save(partition, new PositionChange(whole.head(), List.of(entries), Set.of(), null, () -> whole));
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void aFormerOwnerStoresNothing() {
        PositionEntry entry = new PositionEntry("theirs", START, "");
        PositionStore former = repository().open("feed");
        save(former, "saved before", 1);
        former.load("loaded before");
        PositionStore owner = repository().open("feed");
        assertThat(owner.load("saved before").head()).isEqualTo(head(1));

        for (String partition : List.of("saved before", "loaded before", "new")) {
            assertThatThrownBy(() -> save(former, partition, 9, entry))
                    .isInstanceOf(PositionFencedException.class)
                    .hasMessageContaining("Feed 'feed' was taken over by process ")
                    .hasMessageContaining("must stop reading it");
        }
        assertThatThrownBy(() -> former.delete("saved before")).isInstanceOf(PositionFencedException.class);

        assertThat(contentOf(owner.load("saved before"))).isEqualTo(new Content(head(1), java.util.Map.of()));
        assertThat(owner.load("loaded before")).isNull();
        assertThat(owner.load("new")).isNull();
        save(owner, "saved before", 2);
        save(owner, "new", 2);
        assertThatThrownBy(() -> save(former, "new", 9, entry)).isInstanceOf(PositionFencedException.class);
        former.close();
        assertThat(repository().holder("feed")).as("still the owner's").startsWith("process ");
        save(owner, "new", 3);

        PositionStore again = repository().open("feed");
        assertThatThrownBy(() -> save(owner, "new", 9, entry)).isInstanceOf(PositionFencedException.class);
        assertThat(contentOf(again.load("new"))).isEqualTo(new Content(head(3), java.util.Map.of()));
        owner.close();
        again.close();
        assertThat(repository().holder("feed")).isNull();
    }

    /** Two owners race: what a save acknowledged is read by the next owner, and what it did not is nowhere. */
    @Test
    void aTakeOverComesBeforeOrAfterASaveAndNeverInBetween() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        int fenced = 0;
        try {
            for (int round = 0; round < 60; round++) {
                PositionStore former = repository().open("feed");
                if (round % 2 == 0) {
                    save(former, "p" + round, 0);
                }
                CyclicBarrier start = new CyclicBarrier(2);
                String partition = "p" + round;
                Callable<Integer> saver = () -> {
                    start.await();
                    for (int i = 1; i < 10; i++) {
                        try {
                            save(former, partition, i, new PositionEntry("e" + i, null, ""));
                        } catch (PositionFencedException e) {
                            return i - 1;
                        }
                    }
                    return 9;
                };
                Callable<Content> taker = () -> {
                    start.await();
                    PositionStore owner = repository().open("feed");
                    return contentOf(owner.load(partition));
                };
                Future<Integer> saved = threads.submit(saver);
                Future<Content> found = threads.submit(taker);
                int last = saved.get();
                fenced += last < 9 ? 1 : 0;
                boolean none = last == 0 && round % 2 == 1;
                assertThat(found.get().head()).as("round %d", round).isEqualTo(none ? null : head(last));
                assertThat(found.get().entries()).as("round %d", round).hasSize(last);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(fenced).as("rounds with the take-over in between").isPositive();
    }

    /** The connection breaks at each call in turn, before or after it takes effect. */
    @Test
    void aDatabaseThatGoesAwayAtAnyCallLeavesNothingHalfStored() throws Exception {
        int calls = run(1_000_000, 1, false);
        assertThat(calls).isGreaterThan(60);
        for (boolean afterwards : new boolean[] {false, true}) {
            for (int call = 0; call < calls; call++) {
                run(call, call % 3 + 1, afterwards);
            }
        }
    }

    private int run(int failAt, int count, boolean afterwards) throws SQLException {
        String feed = "feed " + failAt + afterwards;
        started(pool);
        BrokenDatabase broken = new BrokenDatabase(pool);
        JdbcOffsetRepository repository = started(broken.dataSource());
        PositionRepository observer = started(pool);
        int before = broken.calls();
        broken.failAt(failAt, count, afterwards);
        PositionStore store = null;
        for (int attempt = 0; store == null && attempt < 5; attempt++) {
            try {
                store = repository.open(feed);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("the connection is gone");
            }
        }
        Random random = new Random(5);
        PositionModel model = new PositionModel();
        for (int i = 0; i < 14; i++) {
            Content acknowledged = model.content();
            if (i % 6 == 5) {
                model.delete();
                final PositionStore open = store;
                untilDone(() -> open.delete("a"), observer, feed, acknowledged, model.content());
            } else {
                PositionChange change = model.change(random, i);
                final PositionStore open = store;
                untilDone(() -> open.save("a", change), observer, feed, acknowledged, model.content());
            }
            assertThat(contentOf(observer.view(feed, "a")))
                    .as("call %d, change %d", failAt, i)
                    .isEqualTo(model.content());
        }
        int calls = broken.calls() - before;
        store.close();
        return calls;
    }

    private static void untilDone(
            Runnable work, PositionRepository observer, String feed, Content before, Content after) {
        for (int attempt = 0; ; attempt++) {
            try {
                work.run();
                return;
            } catch (IllegalStateException e) {
                assertThat(e)
                        .isNotInstanceOf(PositionFencedException.class)
                        .hasMessageContaining("the connection is gone");
                assertThat(attempt).isLessThan(5);
                assertThat(contentOf(observer.view(feed, "a"))).isIn(before, after);
            }
        }
    }

    @Test
    void forgottenEntriesAreDeletedNowAndThen() throws SQLException {
        try (PositionStore store = repository().open("feed")) {
            PositionModel model = new PositionModel();
            int most = 0;
            for (int i = 0; i < 1000; i++) {
                PositionEntry entry = new PositionEntry("k" + i, START.plusSeconds(i), "");
                store.save("", model.change(head(i), List.of(entry), Set.of(), START.plusSeconds(i - 50)));
                most = Math.max(most, rows("CAMEL_VIDEO_ENTRY"));
            }
            assertThat(contentOf(store.load(""))).isEqualTo(model.content());
            assertThat(model.content().entries()).hasSize(50 + 1);
            assertThat(most).isBetween(51 + 60, 51 + 65);
        }
    }

    @Test
    void saysHowToMakeTheTables() {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(pool);
        repository.start();

        assertThatThrownBy(() -> repository.open("feed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot open feed 'feed'")
                .hasMessageContaining("Set createTable=true, or create the tables:")
                .hasMessageContaining("CREATE TABLE CAMEL_VIDEO_ENTRY (");
    }

    @Test
    void theStatementsOfTheMessageMakeTheTables() throws SQLException {
        String script = new PositionTables(
                        "PUBLIC.F", "PUBLIC.P", "PUBLIC.E", "PUBLIC.L", "PUBLIC.N", "PUBLIC.S", "K", "V")
                .script("H2");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n")) {
                if (!sql.startsWith("CREATE TABLE PUBLIC.S")) { // nobody needs it who never used version 1
                    statement.execute(sql);
                }
            }
        }
        JdbcOffsetRepository repository = new JdbcOffsetRepository(pool);
        repository.setFeedTable("PUBLIC.F");
        repository.setPositionTable("PUBLIC.P");
        repository.setEntryTable("PUBLIC.E");
        repository.setTable("PUBLIC.S");
        repository.setKeyColumn("K");
        repository.setValueColumn("V");
        repository.start();
        try (PositionStore store = repository.open("feed")) {
            assertThat(store.load("")).isNull();
            save(store, "", 1, new PositionEntry("k".repeat(5000), null, "s".repeat(50_000)));
            store.delete("never stored");
            assertThat(contentOf(store.load("")).entries().values())
                    .extracting(entry -> entry.state().length())
                    .containsExactly(50_000);
        }
        assertThat(rows("PUBLIC.E")).isEqualTo(1);
        repository.setEntryTable("a b");
        repository.stop();
        assertThatThrownBy(repository::start).hasStackTraceContaining("entryTable='a b' is not a plain name");
    }

    @Test
    void definesKeysThatMySqlTellsApart() {
        String script = new PositionTables("F", "P", "E", "L", "N", "S", "K", "V").script("MariaDB");

        assertThat(script)
                .contains("ENTRY_KEY VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL")
                .contains("ENTRY_STATE LONGTEXT CHARACTER SET utf8mb4")
                .contains("K VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY");
    }

    @Test
    void listsFeedsAndPartitions() {
        JdbcOffsetRepository repository = repository();
        repository.setState("old#Id", "{\"v\":1,\"listed\":[\"a\",\"b\"],\"gone\":{}}");
        repository.setState(
                "old#Id/b",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:46:51Z\",\"delivered\":{}}");
        try (PositionStore store = repository.open("new 通道");
                PositionStore empty = repository.open("empty");
                PositionStore old = repository.open("old#Id")) {
            save(store, "y", 1);
            save(store, "x", 1);
            save(store, "gone", 1);
            store.delete("gone");
            assertThat(empty.load("")).isNull();
            old.delete("b");
        }

        assertThat(repository.feeds()).containsExactly("new 通道");
        assertThat(repository.partitions("new 通道")).containsExactly("x", "y");
        assertThat(repository.partitions("old#Id")).containsExactly("");
        assertThat(repository.partitions("unknown")).isEmpty();
    }

    @Test
    void leavesAConnectionAsItWas() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        }
        try (PositionStore store = repository().open("feed")) {
            save(store, "", 1);
        }
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }
}
