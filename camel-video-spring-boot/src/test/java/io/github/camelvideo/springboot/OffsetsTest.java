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
package io.github.camelvideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bean {@code offsets} made by {@code camel.video.offsets}. */
class OffsetsTest {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private final ApplicationContextRunner application =
            Applications.withCamel().withConfiguration(AutoConfigurations.of(OffsetsAutoConfiguration.class));

    @Test
    void thereIsNoneByDefault() {
        application.run(context -> assertThat(context).doesNotHaveBean("offsets"));
    }

    @Test
    void typeFileStoresPositionsInTheDirectory(@TempDir Path directory) {
        application
                .withPropertyValues("camel.video.offsets.type=file", "camel.video.offsets.directory=" + directory)
                .run(context -> assertThat(context.getBean("offsets", FileOffsetRepository.class)
                                .getDirectory())
                        .isEqualTo(directory.toString()));
    }

    @Test
    void typeFileRequiresADirectory() {
        application.withPropertyValues("camel.video.offsets.type=file").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("camel.video.offsets.directory")
                .hasMessageContaining("requires a directory"));
    }

    @Test
    void anUnknownTypeStopsTheStart() {
        application.withPropertyValues("camel.video.offsets.type=redis").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("No enum constant")
                .hasMessageContaining("redis"));
    }

    @Test
    void typeJdbcRequiresADataSource() {
        application.withPropertyValues("camel.video.offsets.type=jdbc").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(NoSuchBeanDefinitionException.class)
                .hasMessageContaining("DataSource"));
    }

    @Test
    void typeJdbcStoresPositionsInTheDataSourceThatSpringBootMakes() throws Exception {
        VideoCloudSimulator cloud = CLOUD.simulator();
        cloud.world()
                .raiseAlarms(1, Instant.now().minusSeconds(600), Instant.now().minusSeconds(300));
        CountDownLatch delivered = new CountDownLatch(1);

        application
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withBean(RouteBuilder.class, () -> new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets")
                                .process(exchange -> delivered.countDown());
                    }
                })
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:offsets",
                        "camel.video.offsets.type=jdbc",
                        "camel.video.offsets.create-table=true",
                        "camel.component.tencent-video.endpoint-url=" + cloud.url(),
                        "camel.component.tencent-video.secret-id=" + VideoCloudSimulator.SECRET_ID,
                        "camel.component.tencent-video.secret-key=" + VideoCloudSimulator.SECRET_KEY)
                .run(context -> {
                    assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
                    JdbcOffsetRepository offsets = context.getBean(JdbcOffsetRepository.class);
                    String feed = offsets.feeds().get(0);
                    await().until(() -> offsets.view(feed, "") != null);
                });
    }

    @Test
    void positionsAreStoredInTheTransactionOfARouteWithTheManagerThatSpringBootMakes() {
        VideoCloudSimulator cloud = CLOUD.simulator();
        List<Long> ids = cloud.world()
                .raiseAlarms(3, Instant.now().minusSeconds(600), Instant.now().minusSeconds(300));
        AtomicInteger failures = new AtomicInteger();

        application
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class))
                .withBean(AlarmRoute.class, failures)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:transacted",
                        "camel.video.offsets.type=jdbc",
                        "camel.video.offsets.create-table=true",
                        "camel.component.tencent-video.endpoint-url=" + cloud.url(),
                        "camel.component.tencent-video.secret-id=" + VideoCloudSimulator.SECRET_ID,
                        "camel.component.tencent-video.secret-key=" + VideoCloudSimulator.SECRET_KEY)
                .run(context -> {
                    JdbcTemplate table = context.getBean(JdbcTemplate.class);
                    await().until(() -> keys(table).size() >= ids.size());
                    assertThat(keys(table)).isEqualTo(ids);
                    assertThat(failures).hasValue(2);
                });
    }

    private static List<Long> keys(JdbcTemplate table) {
        return table.queryForList("SELECT ID FROM ALARM ORDER BY ID", Long.class);
    }

    /** Writes each alarm into a table; fails twice behind that. */
    private static final class AlarmRoute extends RouteBuilder {

        private final AtomicInteger failures;
        private final JdbcTemplate table;

        AlarmRoute(AtomicInteger failures, JdbcTemplate table) {
            this.failures = failures;
            this.table = table;
        }

        @Override
        public void configure() {
            table.execute("CREATE TABLE ALARM (ID BIGINT)");
            from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets"
                            + "&positionCommit=transaction&delay=50")
                    .process(exchange -> table.update(
                            "INSERT INTO ALARM VALUES (?)",
                            exchange.getMessage().getHeader("CamelTencentVideoItemKey", Long.class)))
                    .process(exchange -> {
                        if (failures.get() < 2) {
                            failures.incrementAndGet();
                            throw new IllegalStateException("Fails twice");
                        }
                    });
        }
    }

    @Test
    void aBeanOfTheApplicationWins(@TempDir Path directory) {
        FileOffsetRepository own = new FileOffsetRepository(directory.toString());

        application
                .withBean(DataSource.class, JdbcDataSource::new)
                .withBean("offsets", FileOffsetRepository.class, () -> own)
                .withPropertyValues("camel.video.offsets.type=jdbc")
                .run(context -> assertThat(context.getBean("offsets")).isSameAs(own));
    }
}
