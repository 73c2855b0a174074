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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Camel's list of secret names lacks those of this component. */
class ShownSecretsIT {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Main main = new Main();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        main.stop();
    }

    @Test
    void theSummaryAtStartupMasksTheKey(@TempDir Path directory) throws Exception {
        Path file = Files.write(
                directory.resolve("application.properties"),
                List.of(
                        "camel.main.additional-sensitive-keywords=my-own",
                        "camel.component.aliyun-linkvisual.access-key-id=canary-1",
                        "camel.component.aliyun-linkvisual.access-key-secret=canary-2",
                        "camel.component.aliyun-linkvisual.securityToken=canary-3",
                        "camel.component.aliyun-linkvisual.proxy-password=canary-4"));
        main.setPropertyPlaceholderLocations("file:" + file);

        main.start();

        String lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(lines)
                .contains("accessKeySecret = xxxxxx", "securityToken = xxxxxx")
                .doesNotContain("canary");
        assertThat(main.getCamelContext().getCamelContextExtension().getAdditionalSensitiveKeywords())
                .contains("my-own");
    }
}
