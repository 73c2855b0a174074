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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogs of users are checked as they are used. */
class CheckTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Files.write(folder.resolve("cinema.json"), Files.text(Files.CINEMA));
        Files.write(folder.resolve("doorbell.json"), Files.text(Files.DOORBELL));
    }

    private void overlay(String text) {
        Files.write(folder.resolve("cinema.overlay.json"), text.replace('\'', '"'));
    }

    @Test
    void soundCatalogsHaveNoProblems() {
        overlay(
                "{'title': 'Cinema', 'actions': [{'name': 'DescribeHalls', 'summary': 'Lists halls.', 'rateLimit': 5}]}");
        Files.write(folder.resolve("readme.txt"), "not a catalog");

        Tool tool = Tool.run("check", folder);

        assertThat(tool.out()).isEqualToIgnoringNewLines("Checked cinema, doorbell: no problems.");
        assertThat(tool.status()).isZero();
    }

    @Test
    void aFileIsCheckedWithThoseOfItsApiBesideIt() {
        overlay("{'actions': [{'name': 'DescribeHals', 'rateLimit': 5}]}");

        for (String file : new String[] {"cinema.json", "cinema.overlay.json"}) {
            Tool tool = Tool.run("check", folder.resolve(file));

            assertThat(tool.status()).isEqualTo(1);
            assertThat(tool.out().lines())
                    .containsExactly(
                            "cinema.overlay.json: actions/DescribeHals: the base has nothing of this name. Correct the name, or remove it.",
                            "Checked cinema: 1 problem.");
        }
    }

    @Test
    void documentsOfAnApiMayLieInSeveralFolders() {
        Path other = folder.resolve("mine");
        Files.write(other.resolve("cinema.overlay.json"), "{\"title\": \"Cinema\"}");

        assertThat(Tool.run("check", other).out())
                .contains("cinema.overlay.json: there is no base cinema.json to go with it.");
        assertThat(Tool.run("check", folder.resolve("cinema.json"), other).out())
                .contains("Checked cinema: no problems.");
    }

    @Test
    void anOverlayOfABuiltInApiIsCheckedWithItsBase() {
        Path overlay = folder.resolve("live.overlay.json");
        Files.write(overlay, "{\"actions\": [{\"name\": \"DescribeLiveStreamOnlineList\", \"rateLimit\": 50}]}");

        assertThat(Tool.run("check", overlay).out()).contains("Checked live: no problems.");

        Files.write(overlay, "{\"actions\": [{\"name\": \"DescribeLiveStreamOnlineLists\", \"rateLimit\": 50}]}");

        assertThat(Tool.run("check", overlay).out())
                .contains(
                        "live.overlay.json: actions/DescribeLiveStreamOnlineLists: the base has nothing of this name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api | 'theatre' | cinema.json: api: must be 'cinema' as the file is called, but is 'theatre'.",
                "/actions/1/mutates | 'no' | cinema.json: actions/DescribeHalls/mutates: string found, boolean expected",
                "/actions/1/request/1/type | 'Number of X' | cinema.json: actions/DescribeHalls/request/Limit/type: ",
                "/actions/1/request/1/type | 'Hal' | cinema: DescribeHalls.Limit: type 'Hal' is not declared",
                "/actions/1/paging/items | 'Hals' | cinema: DescribeHalls paging: items 'Hals' is not an array",
                "/actions/1/summary | 'Two\\nlines' | cinema.json: actions/DescribeHalls/summary: ",
                "/types/Spare | [{'name': 'A', 'type': 'String'}] | cinema: type Spare is used nowhere",
                "/protocol | `` | cinema.json: the document: required property 'protocol' not found",
            })
    void aProblemIsNamedWithItsPlace(String place, String value, String problem) {
        Files.changed(Files.CINEMA, folder, place, value);

        Tool tool = Tool.run("check", folder.resolve("cinema.json"));

        assertThat(tool.status()).isEqualTo(1);
        assertThat(tool.out()).contains(problem).doesNotContain("no problems");
    }

    @Test
    void feedsAreChecked() {
        Files.write(folder.resolve("cinema.feeds.json"), "{\"feeds\": {\"DescribeHalls\": {\"kind\": \"film\"}}}");

        Tool tool = Tool.run("check", folder);

        assertThat(tool.status()).isEqualTo(1);
        assertThat(tool.out()).contains("cinema.feeds.json: feeds/DescribeHalls");
    }

    @Test
    void aFeedOfAnActionThatIsNotThereIsAProblem() {
        Files.write(
                folder.resolve("cinema.feeds.json"),
                """
                {"feeds": {"DescribeHals": {"kind": "snapshot", "item": "A hall", "tier": "useful", "confidence": "sure", "items": "Halls",
                  "key": ["HallId"]}}}
                """);

        assertThat(Tool.run("check", folder).out()).contains("cinema.feeds.json: feeds/DescribeHals");
    }

    @Test
    void pathsBeginWhereTheProtocolLetsTheResponseBegin() {
        Files.changed(Files.DOORBELL, folder, "/actions/1/paging/items", "'Data.List'");

        assertThat(Tool.run("check", folder).out())
                .contains("doorbell: QueryDoors paging: items 'Data.List' is not an array");
    }

    @Test
    void whatIsNoJsonIsAProblemOfItsApiAlone() {
        Path broken = Files.write(folder.resolve("cinema.json"), "{\"api\": ");

        Tool tool = Tool.run("check", folder);

        assertThat(tool.status()).isEqualTo(1);
        assertThat(tool.out())
                .contains(broken + ": is not JSON that can be used", "Checked cinema, doorbell: 1 problem.");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing-here, does not exist",
        "Cinema.txt, cannot be a document of a catalog",
        "empty, there is no catalog in the folder"
    })
    void whatCannotBeCheckedIsAnError(String name, String message) {
        Files.write(folder.resolve("Cinema.txt"), "");
        Files.write(folder.resolve("empty/none.txt"), "");

        Tool tool = Tool.run("check", folder.resolve(name));

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(message);
    }
}
