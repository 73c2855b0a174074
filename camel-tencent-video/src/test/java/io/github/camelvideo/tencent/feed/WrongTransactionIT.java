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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What cannot be one transaction is told, with the remedy, at the start or with the first item; and nothing is skipped for it. */
class WrongTransactionIT extends TransactedRoute {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private List<Long> ids;

    @BeforeEach
    void listen() {
        ids = world().raiseAlarms(3, now().minusSeconds(900), now());
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.github.camelvideo.consumer.FeedConsumer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                                  | Set offsetRepository to a JdbcOffsetRepository
            &offsetRepository=#files                                            | Set offsetRepository to a JdbcOffsetRepository
            &offsetRepository=#offsets&acknowledge=DeleteWarning                | cannot be combined with acknowledge=DeleteWarning
            &offsetRepository=#offsets&acceptOffers=true&offsetKey=alarms       | cannot be combined with callbacks or offered items
            &offsetRepository=#offsets&mode=RESPONSE                            | cannot be combined with mode=RESPONSE
            """)
    void isRefusedAtTheStart(String options, String message) {
        context.getRegistry().bind("files", new FileOffsetRepository("target/none"));

        assertThatThrownBy(() -> start("positionCommit=transaction" + options)).hasStackTraceContaining(message);
    }

    @Test
    void refusesAContextWithoutATransactionManager() {
        context.getRegistry().unbind("transactions");

        assertThatThrownBy(() -> start(TRANSACTION))
                .hasStackTraceContaining(
                        "positionCommit=transaction: there is no transaction manager, or more than one")
                .hasStackTraceContaining("set transactedPolicy");
    }

    @Test
    void requiresAChoiceAmongTransactionManagers() throws Exception {
        DataSourceTransactionManager second = new DataSourceTransactionManager(database.source());
        context.getRegistry().bind("second", second);
        context.getRegistry().bind("policy", new SpringTransactionPolicy(second));
        context.getRegistry().bind("another", new SpringTransactionPolicy(second));

        assertThatThrownBy(() -> start(TRANSACTION)).hasStackTraceContaining("set transactedPolicy");
        context.removeRoute(ROUTE);
        start(TRANSACTION + "&transactedPolicy=#policy", route -> route.process(write()));
        awaitWritten(3);

        assertWrittenOnce(ids);
    }

    @Test
    void requiresARoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").pollEnrich(uri(TRANSACTION), 1);
            }
        });

        assertThatThrownBy(() -> template.requestBody("direct:ask", "")).hasStackTraceContaining("requires a route");
    }

    @Test
    void stopsBeforeTheFirstItemWhereTheTransactionIsOfAnotherDataSource() throws Exception {
        DataSource other = new DelegatingDataSource(plain);
        bindManager(other);

        startAndAwaitStop(route -> route.process(write(other)));

        assertThat(told())
                .contains("Use the same data source in the repository, in the transaction manager and in the route");
        assertThat(delivered.all()).hasSize(1);
        resumeWithTheRightOne();
    }

    @Test
    void stopsAfterTheFirstItemWhereOnlyTheDatabaseShowsIt() throws Exception {
        DataSource other = new DelegatingDataSource(plain);
        bindManager(other);
        database.setAutoCommit(false);

        startAndAwaitStop(route -> route.process(write(other)));

        assertThat(told()).contains("was not stored, although the transaction of the route was committed");
        assertThat(written()).isEqualTo(ids.subList(0, 1));
        resumeWithTheRightOne();
    }

    @Test
    void stopsWhereThePolicyBeginsNoTransaction() throws Exception {
        SpringTransactionPolicy none = new SpringTransactionPolicy(new DataSourceTransactionManager(database.source()));
        none.setPropagationBehaviorName("PROPAGATION_NOT_SUPPORTED");
        context.getRegistry().bind("none", none);

        startAndAwaitStop(route -> {});

        assertThat(told()).contains("a policy that begins a transaction");
    }

    @Test
    void stopsWhereTheRouteHandsItemsOverToAnotherThread() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:far").log("received");
            }
        });

        startAndAwaitStop(route -> route.process(write()).to("seda:far"));

        assertThat(told()).contains("hands the exchange over to another thread", "Use direct: instead");
        assertThat(written()).isEmpty();
    }

    private void bindManager(DataSource source) {
        context.getRegistry().unbind("transactions");
        context.getRegistry().bind("transactions", new DataSourceTransactionManager(source));
    }

    private void startAndAwaitStop(Consumer<RouteDefinition> steps) throws Exception {
        start(TRANSACTION + "&onFailure=skip", steps);
        until(
                "the stop",
                () -> context.getRouteController().getRouteStatus(ROUTE).isStopped());
    }

    /** Nothing was lost or repeated by what went wrong. */
    private void resumeWithTheRightOne() throws Exception {
        database.setAutoCommit(true);
        context.removeRoute(ROUTE);
        bindManager(database.source());
        start(TRANSACTION, route -> route.process(write()));
        awaitWritten(3);
        assertWrittenOnce(ids);
    }

    private String told() {
        return log.list.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getFormattedMessage() + ": "
                        + event.getThrowableProxy().getMessage())
                .filter(line -> line.contains("The route is stopped"))
                .findFirst()
                .orElseThrow();
    }
}
