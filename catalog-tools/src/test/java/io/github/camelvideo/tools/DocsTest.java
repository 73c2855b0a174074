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
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference page of an API that a user brought. */
class DocsTest {

    private static final Pattern LINK_TO_OUTSIDE = Pattern.compile("]\\((?!#)");

    @TempDir
    private Path folder;

    @Test
    void aPageHasWhatTheCatalogKnowsAndLinksToNothingElse() throws IOException {
        Tool.run("import", Files.TENCENT, "--out", folder);

        Tool docs = Tool.run("docs", "cinema", "--catalogs", "file:" + folder, "--out", folder.resolve("cinema.md"));

        assertThat(docs.err()).isEmpty();
        assertThat(docs.out()).startsWith("cinema: 4 actions -> ");
        assertThat(docs.status()).isZero();
        String page = java.nio.file.Files.readString(folder.resolve("cinema.md"));
        assertThat(page)
                .contains(
                        "# cinema\n",
                        "\ncinema, version 2024-02-29, host",
                        "### DescribeHalls",
                        "uri: tencent-video:cinema/CreateHall")
                .contains("| `DoorPassword` | String | no |  | Secret. |")
                .contains("- Only reads; takes a region.\n")
                .doesNotContain("| null", "| . ")
                .contains("## Structures", "## Error codes")
                .contains("Their values are invented", "guides \u201cCalls\u201d");
        assertThat(LINK_TO_OUTSIDE.matcher(page).results().map(link -> page.substring(link.start(), link.start() + 40)))
                .isEmpty();
    }

    @Test
    void anApiOfAlibabaIsShownWithItsComponent() throws IOException {
        Tool.run("import", Files.ALIYUN, "--out", folder);

        Tool docs = Tool.run("docs", "doorbell", "--catalogs", "file:" + folder, "--out", folder.resolve("page.md"));

        assertThat(docs.err()).isEmpty();
        assertThat(folder.resolve("page.md"))
                .content()
                .contains("uri: aliyun-linkvisual:doorbell/")
                .doesNotContain("| null", ". .", "| . ");
    }

    @Test
    void aBuiltInApiHasAPageToo() throws IOException {
        Tool docs = Tool.run("docs", "linkvisual", "--out", folder.resolve("page.md"));

        assertThat(docs.status()).isZero();
        assertThat(folder.resolve("page.md")).content().contains("uri: aliyun-linkvisual:QueryDeviceEvent\n");
    }

    @Test
    void anUnknownApiIsExplained() {
        Tool docs = Tool.run("docs", "liv", "--out", folder.resolve("page.md"));

        assertThat(docs.status()).isEqualTo(2);
        assertThat(docs.err()).startsWith("Unknown API 'liv' (did you mean 'live'?).");
        assertThat(folder.resolve("page.md")).doesNotExist();
    }
}
