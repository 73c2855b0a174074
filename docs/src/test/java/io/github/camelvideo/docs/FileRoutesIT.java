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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What docs/calls.md says of files. */
class FileRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @TempDir
    private Path data;

    private AlarmApplication application;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(data.resolve("inbox"));
        application = new AlarmApplication(CLOUD.simulator())
                .withKey()
                .property("data", data.toString())
                .routes(new FileRoutes())
                .start();
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aFileInTheInboxIsUploaded() throws IOException {
        Files.writeString(data.resolve("inbox/devices.xlsx"), "a sheet");

        Awaitility.await().until(() -> CLOUD.simulator().requests().count("ImportDevices") == 1);
        assertThat(CLOUD.simulator()
                        .requests()
                        .last()
                        .parameters()
                        .at("/File/name")
                        .asText())
                .isEqualTo("devices.xlsx");
    }

    @Test
    void anExportBecomesAFile() throws IOException {
        application.context().createProducerTemplate().requestBody("direct:export", (Object) null);

        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            assertThat(files).singleElement().asString().endsWith(".xlsx");
        }
    }
}
