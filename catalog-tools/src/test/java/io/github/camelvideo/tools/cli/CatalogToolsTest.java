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
package io.github.camelvideo.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tools.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says and how it ends. */
class CatalogToolsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import | Missing required parameter: 'FILE'",
                "import a b | Unmatched argument at index 2: 'b'",
                "import a --as-of yesterday | Invalid value for option '--as-of': 'yesterday' is not a date such as 2026-08-21",
                "import a --rate-limit many | Invalid value for option '--rate-limit'",
                "import a --verbs x | Unknown options: '--verbs', 'x'",
                "diff a | Missing required parameter: 'NEW'",
                "check | Missing required parameter: 'PLACE'",
                "convert | Unmatched argument at index 0: 'convert'",
            })
    void aWrongCommandIsExplained(String command, String message) {
        Tool tool = Tool.run((Object[]) command.split(" "));

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).contains(message).doesNotContain("\tat ", "Exception");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        Tool tool = Tool.run();

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains("Name a command.", "import", "check", "diff", "Exit codes:");
    }

    @ParameterizedTest
    @CsvSource({"--help, Exit codes:", "import --help, --as-of=DATE", "diff --help, --json", "check --help, PLACE"})
    void helpIsNoError(String command, String words) {
        Tool tool = Tool.run((Object[]) command.split(" "));

        assertThat(tool.status()).isZero();
        assertThat(tool.out()).contains(words);
    }

    @Test
    void theVersionIsThatOfTheJar() {
        assertThat(Tool.run("--version").out()).startsWith("catalog-tools ");
    }

    @Test
    void aRateLimitIsAtLeastOne() {
        Tool tool = Tool.run("import", Files.TENCENT, "--out", folder, "--rate-limit", 0);

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains("--rate-limit 0: must be at least 1 call per second.");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path file = Files.write(folder.resolve("file"), "");

        Tool tool = Tool.run("import", Files.TENCENT, "--out", file);

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err())
                .contains(file.resolve("cinema.json") + ": cannot be written")
                .doesNotContain("\tat ");
    }
}
