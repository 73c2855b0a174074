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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A route is deployed again with another filter: its position has another name, and the log says how to resume. */
class ToyChangedFilterIT extends ToyVideoTestSupport {

    private static final String STORED = "&offsetRepository=#positions";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "files,    CameraId=c1,                                  CameraId=c1&Kind=motion",
        "database, CameraId=c1,                                  CameraId=c1&Kind=motion",
        "files,    forEach=CameraId&forEachIn=c1&Kind=line, forEach=CameraId&forEachIn=c1&Kind=motion",
    })
    void theWarningNamesThePositionAndTheKeyThatResumesIt(String place, String before, String after) throws Exception {
        bind(place);
        consume("ListAlarms?" + before + STORED);
        undeploy();
        clock.advance(Duration.ofMinutes(5));
        cloud.alarm("between", clock.instant().minusSeconds(60));
        clock.advance(Duration.ofMinutes(5));

        String warning;
        try (LogLines log = new LogLines()) {
            MockEndpoint items = consume("ListAlarms?" + after + STORED);
            undeploy();
            assertThat(items.getReceivedCounter()).isZero();
            assertThat(log.warnings("No position is stored under")).hasSize(1);
            warning = log.warnings("No position is stored under").get(0);
        }

        String key = warning.replaceFirst(".* set (offsetKey=\\S+) to resume there.*", "$1");
        MockEndpoint items = consume("ListAlarms?" + after + STORED + "&" + key);
        await().until(() -> items.getReceivedCounter() == 1);
        assertThat(ids(items)).containsExactly("between");
    }

    @Test
    void aPositionOfAnotherForEachIsNamedWithoutAKey() throws Exception {
        bind("files");
        consume("ListAlarms?Kind=motion" + STORED);
        undeploy();

        try (LogLines log = new LogLines()) {
            consume("ListAlarms?Kind=motion&forEach=CameraId&forEachIn=c1" + STORED);

            assertThat(log.warnings("belongs to another forEach and cannot be resumed"))
                    .hasSize(1);
            assertThat(log.warnings("offsetKey=")).isEmpty();
        }
    }

    @Test
    void thePositionOfARunningRouteIsNotOffered() throws Exception {
        bind("files");
        MockEndpoint items = consume("ListAlarms?Kind=motion" + STORED);
        cloud.alarm("a1", NOW);
        await().until(() -> items.getReceivedCounter() == 1);

        try (LogLines log = new LogLines()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("toy-video:ListAlarms?Kind=line" + STORED).to("mock:others");
                }
            });

            assertThat(log.warnings("No position is stored under")).isEmpty();
        }
    }

    @Test
    void aDamagedPositionOfAnotherFeedDoesNotStopThisOne() throws Exception {
        Files.writeString(directory.resolve("other-0123456789abcdef.journal"), "damaged");
        bind("files");

        MockEndpoint items = consume("ListAlarms?startFrom=PT1H" + STORED);

        cloud.alarm("a1", NOW);
        await().until(() -> items.getReceivedCounter() == 1);
    }

    private void bind(String place) {
        if (place.equals("files")) {
            context.getRegistry().bind("positions", new FileOffsetRepository(directory.toString()));
            return;
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcOffsetRepository repository = new JdbcOffsetRepository();
        repository.setDataSource(database);
        repository.setCreateTable(true);
        context.getRegistry().bind("positions", repository);
    }

    /** The route has stored its position: it has asked for the vendor's time, and for alarms. */
    private void undeploy() throws Exception {
        int before = cloud.calls("ListAlarms").size();
        await().until(() -> cloud.calls("ListAlarms").size() >= before + 3);
        context.getRouteController().stopRoute("feed");
        context.removeRoute("feed");
    }
}
