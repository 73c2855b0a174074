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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import over a catalog that is there keeps what that knows. */
class ImportOverExistingTest {

    @TempDir
    private Path folder;

    private Path base;

    @BeforeEach
    void importTheFirst() {
        base = folder.resolve("cinema.json");
        Tool.run("import", Files.TENCENT, "--out", folder, "--as-of", "2024-03-01");
    }

    private Tool importAgain(Path definition, String asOf) {
        return Tool.run("import", definition, "--out", folder, "--as-of", asOf);
    }

    private JsonNode action(String name) {
        for (JsonNode action : Files.json(Files.text(base)).path("actions")) {
            if (action.path("name").asText().equals(name)) {
                return action;
            }
        }
        throw new AssertionError("There is no action " + name);
    }

    private Path without(String action) {
        return Files.changed(Files.TENCENT, folder.resolve("in"), "/actions/" + action, "");
    }

    private Path withNew() {
        return Files.changed(
                Files.TENCENT,
                folder.resolve("in"),
                "/actions/GetTicket",
                "{'input': 'DescribeTicketsRequest', 'output': 'CreateHallResponse'}");
    }

    @Test
    void theSameDefinitionsGiveTheSameBytes() {
        String before = Files.text(base);

        Tool tool = importAgain(Files.TENCENT, "2024-03-01");

        assertThat(Files.text(base)).isEqualTo(before);
        assertThat(tool.out())
                .contains("compared with the catalog that was there, as of 2024-03-01:", "no differences");
    }

    @Test
    void withoutACatalogThatWasThereNothingHasADate() {
        assertThat(Files.text(base)).doesNotContain("addedIn", "removedIn");
    }

    @Test
    void anActionThatWasNotThereHasTheDateOfItsDefinitions() {
        Tool tool = importAgain(withNew(), "2024-04-01");

        assertThat(action("GetTicket").path("addedIn").asText()).isEqualTo("2024-04-01");
        assertThat(action("GetPicture").has("addedIn")).isFalse();
        assertThat(tool.out()).contains("added      1: GetTicket");
    }

    @Test
    void theDateStaysWithLaterImports() {
        importAgain(withNew(), "2024-04-01");

        importAgain(withNew(), "2024-05-01");

        assertThat(action("GetTicket").path("addedIn").asText()).isEqualTo("2024-04-01");
        assertThat(Files.json(Files.text(base)).path("asOf").asText()).isEqualTo("2024-05-01");
    }

    @Test
    void anActionThatIsGoneStaysInItsPlaceWithTheStructuresItNeeds() {
        Tool tool = importAgain(without("CreateHall"), "2024-04-01");

        JsonNode written = Files.json(Files.text(base));
        assertThat(written.at("/actions/0/name").asText()).isEqualTo("CreateHall");
        assertThat(action("CreateHall").path("removedIn").asText()).isEqualTo("2024-04-01");
        assertThat(written.path("types").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("Hall", "Row", "FileStructure", "Screen_2D");
        assertThat(tool.out())
                .contains("removed    1: CreateHall", "1 no longer defined", "structures added 0, removed 2");
        assertThat(Tool.run("check", base).out()).contains("no problems");
    }

    @Test
    void theFirstDateWithoutAnActionStays() {
        importAgain(without("GetPicture"), "2024-04-01");

        importAgain(without("GetPicture"), "2024-05-01");

        assertThat(action("GetPicture").path("removedIn").asText()).isEqualTo("2024-04-01");
    }

    @Test
    void anActionThatComesBackIsNoLongerRemoved() {
        importAgain(without("GetPicture"), "2024-04-01");

        importAgain(Files.TENCENT, "2024-05-01");

        assertThat(action("GetPicture").has("removedIn")).isFalse();
        assertThat(action("GetPicture").has("addedIn")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/groups | [] | cinema.json: groups: an import does not write this",
                "/actions/0/group | 'halls' | cinema.json: actions[0]/group: an import does not write this",
                "/actions/0/request/0/success | 'ok' | cinema.json: actions[0]/request[0]/success: an import does not write this",
                "/asOf | '2025-01-01' | The existing catalog is as of 2025-01-01, the definitions are as of 2024-04-01.",
                "/asOf | 'May' | cinema.json: asOf: must be a date such as 2026-08-21, but is the text 'May'.",
                "/api | 'theatre' | The existing catalog is that of 'theatre', not of 'cinema'.",
                "/protocol | 'aliyun-rpc-1' | The existing catalog is of the protocol 'aliyun-rpc-1', the definitions are of 'tencent-cloud-api-3'",
                "/actions/1/name | 'CreateHall' | cinema.json: actions[1]/name: 'CreateHall' is defined twice.",
            })
    void aCatalogThatItWouldSpoilIsLeftAsItIs(String place, String value, String message) {
        Files.changed(base, folder, place, value);
        String before = Files.text(base);

        Tool tool = importAgain(Files.TENCENT, "2024-04-01");

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(message);
        assertThat(Files.text(base)).isEqualTo(before);
    }
}
