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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed tools: the jar that runs alone, and the one with the goals. */
class StandaloneJarIT {

    @TempDir
    private Path folder;

    @Test
    void itImportsChecksAndComparesAlone() throws Exception {
        assertThat(run("import", Files.TENCENT.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(run("check", folder.toString())).isZero();
        assertThat(run("diff", folder.resolve("cinema.json").toString(), Files.TENCENT.toString()))
                .isZero();
        assertThat(run("diff", folder.resolve("cinema.json").toString(), Files.ALIYUN.toString()))
                .isEqualTo(1);
        assertThat(run("import", "nothing-here.json")).isEqualTo(2);
        assertThat(run("--version")).isZero();
    }

    @Test
    void itTriesAFeedAlone() throws Exception {
        assertThat(run("try", "tencent-video:live/DescribeLiveStreamOnlineList", "--simulator"))
                .isZero();
        assertThat(Files.text(folder.resolve("output.txt")))
                .startsWith("item 1")
                .contains("item 5", "position    tencent-video:live/DescribeLiveStreamOnlineList#");
        assertThat(run("try", "aliyun-linkvisual:QueryRecordPlans", "--simulator", "--as", "call"))
                .isZero();
        assertThat(run("docs", "mdl", "--out", folder.resolve("mdl.md").toString()))
                .isZero();
    }

    @Test
    void tooLittleMemoryIsSaidInALine() throws Exception {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            members.append(i == 0 ? "" : ",").append("{\"name\": \"M").append(i).append("\", \"type\": \"int\"}");
        }
        Path file = Files.write(
                folder.resolve("api.json"),
                "{\"metadata\": {\"serviceShortName\": \"big\", \"apiVersion\": \"1\"}, \"actions\": {\"GetX\": {\"input\": \"A\","
                        + " \"output\": \"A\"}}, \"objects\": {\"A\": {\"members\": [" + members + "]}}}");

        assertThat(run(
                        List.of("-Xmx24m"),
                        "import",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(Files.text(folder.resolve("output.txt")).lines())
                .containsExactly(
                        "Reading " + file,
                        "There is not enough memory for this file. Start Java with -Xmx512m, which is enough for any that is read.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    /** The exit code; what went to the standard error would be the log of a library. */
    private int run(List<String> options, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("standalone.jar")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.text(output)).doesNotContain("SLF4J", "\tat ", "Exception", "not packed");
        return process.exitValue();
    }

    @Test
    void theGoalsHaveTheParametersOfTheCommands() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("packed.jar"))) {
            String descriptor = new String(jar.getInputStream(jar.getEntry("META-INF/maven/plugin.xml"))
                    .readAllBytes());

            assertThat(descriptor)
                    .contains(
                            "<goalPrefix>camel-video-catalog</goalPrefix>",
                            "<goal>import</goal>",
                            "<goal>check</goal>",
                            "<goal>diff</goal>",
                            "<goal>docs</goal>")
                    .contains(
                            "${catalog.file}",
                            "${catalog.out}",
                            "${catalog.api}",
                            "${catalog.asOf}",
                            "${catalog.texts}",
                            "${catalog.rateLimit}",
                            "${catalog.rules}",
                            "${catalog.old}",
                            "${catalog.new}",
                            "${catalog.json}",
                            "${catalog.places}");
        }
    }
}
