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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.tools.cli.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import makes of the definitions of both vendors. */
class ImportTest {

    @TempDir
    private Path folder;

    @Test
    void tencentsDefinitionsBecomeABase() {
        Tool tool = Tool.run("import", Files.TENCENT, "--out", folder, "--as-of", "2024-03-01");

        assertThat(tool.status()).isZero();
        assertThat(Files.text(folder.resolve("cinema.json"))).isEqualTo(Files.text(Files.CINEMA));
    }

    @Test
    void alibabasDefinitionsBecomeABase() {
        Tool tool = Tool.run("import", Files.ALIYUN, "--out", folder, "--as-of", "2024-03-01");

        assertThat(tool.status()).isZero();
        assertThat(Files.text(folder.resolve("doorbell.json"))).isEqualTo(Files.text(Files.DOORBELL));
    }

    @Test
    void theSummarySaysWhatWasImported() {
        Tool tool = Tool.run("import", Files.TENCENT, "--out", folder);

        assertThat(tool.out().lines())
                .startsWith(
                        "cinema 2024-02-29 as of 2024-05-10 -> " + folder.resolve("cinema.json"),
                        "  actions     4: 3 read, 1 change something, 1 paged",
                        "  parameters  16",
                        "  structures  4",
                        "  secrets     2",
                        "  note        CloseCinema is left out: the vendor has switched it off.")
                .last()
                .asString()
                .matches("  time        \\d+\\.\\d s");
        assertThat(tool.err().lines())
                .containsExactly("Reading " + Files.TENCENT, "Writing " + folder.resolve("cinema.json"));
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(Tool.run("import", Files.ALIYUN, "--out", folder).out())
                .contains(
                        "RingBell/X-Trace is left out: the protocol sends no parameters in headers.",
                        "RingBell/__context is left out: a catalog cannot have a field of this name.",
                        "ListBellsResponse/405Rings is left out");
    }

    @Test
    void textsOfTheVendorAreTakenOverOnlyIfAskedFor() {
        Tool.run("import", Files.TENCENT, "--out", folder, "--texts");

        JsonNode written = Files.json(Files.text(folder.resolve("cinema.json")));
        assertThat(written.path("title").asText()).isEqualTo("Cinema");
        assertThat(written.at("/actions/0/summary").asText()).isEqualTo("Builds a hall.");
        assertThat(written.at("/actions/1/summary").asText()).isEqualTo("Lists halls with pages.");
        assertThat(written.at("/actions/2").has("summary")).isFalse();
        assertThat(written.at("/actions/3/summary").asText()).isEqualTo("Seats < 100 only");
        assertThat(written.at("/actions/0/request/0/summary").asText()).isEqualTo("Name of the hall");
        assertThat(written.at("/actions/0/request/3").has("summary")).isFalse();
        assertThat(Files.text(Files.CINEMA)).doesNotContain("summary", "title", "Lists");
        assertThat(Tool.run("check", folder).status()).isZero();
    }

    @Test
    void everyActionHasTheRateLimitThatIsAskedFor() {
        Tool.run("import", Files.TENCENT, "--out", folder, "--rate-limit", 20);

        assertThat(Files.json(Files.text(folder.resolve("cinema.json"))).path("actions"))
                .allSatisfy(
                        action -> assertThat(action.path("rateLimit").asInt()).isEqualTo(20));
    }

    @Test
    void theFileIsCalledAsTheApi() {
        Tool.run("import", Files.TENCENT, "--out", folder, "--api", "my-cinema");

        assertThat(Files.json(Files.text(folder.resolve("my-cinema.json")))
                        .path("api")
                        .asText())
                .isEqualTo("my-cinema");
    }

    @Test
    void theOutputCanBeAFile() {
        Path file = folder.resolve("new/cinema.json");

        Tool.run("import", Files.TENCENT, "--out", file);

        assertThat(file).exists();
    }

    @Test
    void othersMayReadWhatTheyMayReadOtherwise() throws IOException {
        Path file = Files.write(folder.resolve("any.txt"), "");
        assumeTrue(java.nio.file.Files.getFileStore(folder).supportsFileAttributeView("posix"));

        Tool.run("import", Files.TENCENT, "--out", folder);

        assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("cinema.json")))
                .isEqualTo(java.nio.file.Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileMustBeCalledAsTheApi() {
        Path file = folder.resolve("theatre.json");

        Tool tool = Tool.run("import", Files.TENCENT, "--out", file);

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(file + ": the catalog of the API 'cinema' must be called cinema.json.");
        assertThat(Tool.run("import", Files.TENCENT, "--out", file, "--api", "theatre")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "read | get | false",
                "read | list | false",
                "read | none | false",
                "readAndWrite | get | false",
                "readAndWrite | update | true",
                "write | get | true",
                "read | update | true",
                "write | none | true",
                "readAndWrite | none | true",
                "something | get | true",
            })
    void alibabasWordsDecideWhetherAnActionChangesSomething(String type, String tag, boolean mutates) {
        Path typed = Files.changed(Files.ALIYUN, folder, "/apis/RingBell/operationType", "'" + type + "'");
        Path tagged = Files.changed(typed, folder, "/apis/RingBell/systemTags/operationType", "'" + tag + "'");

        Tool.run("import", tagged, "--out", folder);

        assertThat(Files.json(Files.text(folder.resolve("doorbell.json")))
                        .at("/actions/0/mutates")
                        .asBoolean())
                .isEqualTo(mutates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'regionId': 'eu-west-1', 'endpoint': 'a.example.com'}, {'regionId': 'cn-shanghai', 'endpoint': 'b.example.com'}] | b.example.com | cn-shanghai",
                "[{'regionId': 'eu-west-1', 'endpoint': 'a.example.com'}, {'regionId': 'us-east-1', 'endpoint': 'b.example.com'}] | a.example.com | eu-west-1",
                "[] | doorbell.cn-shanghai.aliyuncs.com | ``",
            })
    void callsGoToOneHostAndItsRegions(String endpoints, String host, String region) {
        Path changed = Files.changed(Files.ALIYUN, folder, "/endpoints", endpoints);

        Tool.run("import", changed, "--out", folder);

        JsonNode written = Files.json(Files.text(folder.resolve("doorbell.json")));
        assertThat(written.path("endpoint").asText()).isEqualTo(host);
        assertThat(written.path("regions").path(0).asText()).isEqualTo(region);
        assertThat(written.path("region").asText()).isEqualTo(region.isEmpty() ? "optional" : "required");
    }
}
