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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.tools.cli.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two files say differently. */
class DiffTest {

    @TempDir
    private Path folder;

    private Path newer() {
        Path file = Files.changed(
                Files.TENCENT,
                folder,
                "/actions/GetTicket",
                "{'input': 'DescribeTicketsRequest', 'output': 'TicketResponse'}");
        change(file, "/actions/GetPicture", "");
        change(
                file,
                "/objects/TicketResponse",
                "{'members': [{'name': 'Ticket', 'type': 'object', 'member': 'Ticket'}]}");
        change(file, "/objects/Ticket", "{'members': [{'name': 'Price', 'type': 'float'}]}");
        change(file, "/objects/Screen_2D/members/-", "{'name': 'Height', 'type': 'int', 'required': true}");
        change(file, "/objects/CreateHallRequest/members/0/required", "false");
        change(file, "/objects/CreateHallRequest/members/4/type", "'float'");
        change(file, "/objects/CreateHallRequest/members/11", "");
        change(file, "/objects/CreateHallRequest/members/-", "{'name': 'Color', 'type': 'string', 'required': true}");
        change(file, "/objects/CreateHallResponse/members/-", "{'name': 'Door', 'type': 'string'}");
        return file;
    }

    private void change(Path file, String place, String value) {
        Files.changed(file, folder, place, value);
    }

    @Test
    void differencesAreListed() {
        Tool tool = Tool.run("diff", Files.TENCENT, newer());

        assertThat(tool.status()).isEqualTo(1);
        assertThat(tool.err()).isEmpty();
        assertThat(tool.out())
                .isEqualToNormalizingNewlines(
                        """
                        Actions added (1)
                          GetTicket
                        Actions removed (1)
                          GetPicture
                        Actions changed (1)
                          CreateHall
                            request   ~ Name: required true -> false
                            request   ~ Seats: Integer -> Float
                            request   - Papers: Array of FileStructure
                            request   + Color: String, required
                            response  + Door: String
                        Structures added (1)
                          Ticket
                        Structures removed (1)
                          FileStructure
                        Structures changed (1)
                          Screen_2D
                            + Height: Integer, required
                        """);
    }

    @Test
    void differencesAreJsonForAProgram() {
        Tool tool = Tool.run("diff", "--json", Files.CINEMA, newer());

        JsonNode json = Files.json(tool.out());
        assertThat(tool.status()).isEqualTo(1);
        assertThat(json.path("old"))
                .isEqualTo(Files.json("{\"api\": \"cinema\", \"version\": \"2024-02-29\", \"asOf\": \"2024-03-01\"}"));
        assertThat(json.path("new")).isEqualTo(Files.json("{\"api\": \"cinema\", \"version\": \"2024-02-29\"}"));
        assertThat(json.path("same").asBoolean()).isFalse();
        assertThat(json.at("/actions/added")).isEqualTo(Files.json("[\"GetTicket\"]"));
        assertThat(json.at("/actions/removed")).isEqualTo(Files.json("[\"GetPicture\"]"));
        assertThat(json.at("/actions/changed/0/name").asText()).isEqualTo("CreateHall");
        assertThat(json.at("/actions/changed/0/request/0"))
                .isEqualTo(Files.json(
                        "{\"change\": \"required\", \"name\": \"Name\", \"from\": \"true\", \"to\": \"false\"}"));
        assertThat(json.at("/actions/changed/0/response/0"))
                .isEqualTo(Files.json("{\"change\": \"added\", \"name\": \"Door\", \"to\": \"String\"}"));
        assertThat(json.at("/types/added")).isEqualTo(Files.json("[\"Ticket\"]"));
        assertThat(json.at("/types/removed")).isEqualTo(Files.json("[\"FileStructure\"]"));
        assertThat(json.at("/types/changed/0/fields/0/change").asText()).isEqualTo("added");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aCatalogAndItsDefinitionsSayTheSame(boolean catalogFirst, boolean catalogSecond) {
        Tool text = Tool.run(
                "diff", catalogFirst ? Files.CINEMA : Files.TENCENT, catalogSecond ? Files.CINEMA : Files.TENCENT);
        Tool json = Tool.run(
                "diff",
                "--json",
                catalogFirst ? Files.DOORBELL : Files.ALIYUN,
                catalogSecond ? Files.DOORBELL : Files.ALIYUN);

        assertThat(text.status()).isZero();
        assertThat(text.out()).isEqualToIgnoringNewLines("No differences.");
        assertThat(json.status()).isZero();
        assertThat(Files.json(json.out()).path("same").asBoolean()).isTrue();
    }

    @Test
    void anActionThatACatalogKeepsAlthoughItIsGoneDoesNotCount() {
        Path without = Files.changed(Files.TENCENT, folder.resolve("in"), "/actions/CreateHall", "");
        Tool.run("import", Files.TENCENT, "--out", folder, "--as-of", "2024-03-01");
        Tool.run("import", without, "--out", folder, "--as-of", "2024-04-01");

        assertThat(Tool.run("diff", folder.resolve("cinema.json"), without).out())
                .contains("No differences.");
    }

    @Test
    void aCatalogMayHaveWhatNoImportWrites() {
        Path written = Files.changed(Files.CINEMA, folder, "/groups", "[{'id': 'halls', 'title': 'Halls'}]");

        assertThat(Tool.run("diff", written, Files.TENCENT).status()).isZero();
    }

    @Test
    void aFileThatIsNeitherIsNamed() {
        Path neither = Files.write(folder.resolve("other.json"), "{}");

        Tool tool = Tool.run("diff", Files.CINEMA, neither);

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("other.json: this is neither a Tencent api.json");
    }
}
