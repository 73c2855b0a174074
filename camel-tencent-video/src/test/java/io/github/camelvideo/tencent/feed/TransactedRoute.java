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

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A route that writes alarms into a table, with the position in the same database, and a transaction manager of Spring. */
abstract class TransactedRoute extends FeedRoute {

    static final String TRANSACTION = "startFrom=PT1H&offsetRepository=#offsets&positionCommit=transaction";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    DataSource plain;

    /** What the route and the repository see of the database. */
    BreakableDatabase database;

    /** The same database, which does not break. */
    JdbcTemplate outside;

    @BeforeEach
    void createDatabase() {
        plain = h2("transacted" + DATABASES.incrementAndGet());
        outside = new JdbcTemplate(plain);
        outside.execute("CREATE TABLE ALARM (ITEM_KEY VARCHAR(50), DEVICE VARCHAR(50))");
        database = new BreakableDatabase(plain);
        context.getRegistry().bind("offsets", repository(database.source()));
        context.getRegistry().bind("transactions", new DataSourceTransactionManager(database.source()));
    }

    @AfterEach
    void dropDatabase() {
        context.stop();
        outside.execute("SHUTDOWN");
    }

    static DataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    static JdbcOffsetRepository repository(DataSource source) {
        JdbcOffsetRepository repository = new JdbcOffsetRepository(source);
        repository.setCreateTable(true);
        return repository;
    }

    /** A step that writes the alarm into the table. */
    Processor write() {
        return write(database.source());
    }

    static Processor write(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        return exchange -> template.update(
                "INSERT INTO ALARM (ITEM_KEY, DEVICE) VALUES (?, ?)",
                key(exchange),
                exchange.getMessage().getHeader(TencentVideoConstants.FOR_EACH, String.class));
    }

    static String key(Exchange exchange) {
        return exchange.getMessage().getHeader(TencentVideoConstants.ITEM_KEY, String.class);
    }

    /** Keys in the table, with repetitions, in the order of the keys. */
    List<Long> written() {
        return outside.queryForList("SELECT CAST(ITEM_KEY AS BIGINT) AS K FROM ALARM ORDER BY K", Long.class);
    }

    void awaitWritten(int count) {
        until(count + " rows", () -> outside.queryForObject("SELECT COUNT(*) FROM ALARM", Integer.class) >= count);
    }

    /** Waits for polls and restarts the route: nothing may be repeated. */
    void assertWrittenOnce(List<Long> ids) throws Exception {
        awaitMoreReading();
        restart();
        awaitMoreReading();
        assertThat(written()).containsExactlyElementsOf(ids.stream().sorted().toList());
    }
}
