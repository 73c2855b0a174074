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
package io.github.camelvideo.examples.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page prints is what runs. */
class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"camel/events.camel.yaml", "sql/open.sql"})
    void showsTheFileAsItIs(String file) throws Exception {
        String text = Files.readString(Path.of("src/main/resources").resolve(file));

        assertThat(Files.readString(Path.of("README.md")))
                .as("README.md must print %s as it is", file)
                .contains("\n" + text + "```\n");
    }
}
