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
package io.github.camelvideo.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tools.cli.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source that the command {@code builders} writes; camel-video-endpointdsl compiles and runs it. */
class BuildersTest {

    @TempDir
    private Path folder;

    @Test
    void anImportedApiBecomesOneClassWithAMethodForEachParameter() {
        Tool.run("import", Files.TENCENT, "--out", folder);

        Tool tool = builders("cinema", "--catalogs", "file:" + folder, "--package", "com.example");

        assertThat(tool.err()).isEmpty();
        Path file = folder.resolve("src/com/example/Cinema.java");
        assertThat(tool.out()).isEqualToIgnoringNewLines("cinema: 4 actions -> " + file);
        assertThat(Files.text(file))
                .startsWith(
                        "package com.example;\n\nimport io.github.camelvideo.endpointdsl.tencent.TencentVideoCall;\n")
                .contains(
                        "public static Cinema cinema() {",
                        "public static final class CreateHall extends TencentVideoCall<CreateHall> {",
                        "super(\"tencent-video:cinema/CreateHall\");",
                        "public CreateHall seats(long value) {",
                        "public CreateHall seats(String value) {",
                        "public CreateHall heated(boolean value) {",
                        "public CreateHall extra(java.util.Map<String, ?> value) {",
                        "public CreateHall rows(java.util.List<?> value) {",
                        "return secret(\"DoorPassword\").set(\"DoorPassword\", value);",
                        "/** Name. Required. */");
    }

    @Test
    void theSameCatalogGivesTheSameSource() {
        builders("live", "--package", "com.example");
        String first = Files.text(folder.resolve("src/com/example/Live.java"));

        builders("live", "--package", "com.example");

        assertThat(Files.text(folder.resolve("src/com/example/Live.java")))
                .isEqualTo(first)
                .contains(
                        "class DescribeLiveStreamEventList extends TencentVideoFeed<DescribeLiveStreamEventList>",
                        "public enum MainlandOrOversea {",
                        " * @deprecated The vendor calls this action obsolete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live --package com.1st | --package com.1st: must be the name of a Java package, such as com.example.",
                "live | Missing required option: '--package=NAME'",
                "liv --package com.example | Unknown API 'liv' (did you mean 'live'?).",
                "live --package com.example --catalogs file:nowhere | --catalogs"
            })
    void aWrongCommandIsExplained(String command, String words) {
        Tool tool = builders(command.split(" "));

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(words).doesNotContain("\tat ");
        assertThat(folder.resolve("src")).doesNotExist();
    }

    private Tool builders(String... arguments) {
        Object[] command = new Object[arguments.length + 3];
        command[0] = "builders";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "--out";
        command[arguments.length + 2] = folder.resolve("src");
        return Tool.run(command);
    }
}
