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

import io.github.camelvideo.tools.docs.Markdown;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference pages are plain Markdown that GitHub shows as meant. */
class ReferenceMarkdownTest {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern HTML = Pattern.compile("(?<!\\\\)<(?!!--|a id=\"type-\\w+\"></a>|/a>)");
    private static final Pattern OPEN_CODE = Pattern.compile("(?<!\\\\)`");
    /** GitHub shows no Markdown file of half a megabyte or more as a page. */
    private static final int MAX_SIZE = 500_000;

    static Stream<Document> pages() {
        return Project.below(ReferencePages.FOLDER.toString(), ".md").map(Document::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void rowsHaveTheColumnsOfTheirTable(Document page) {
        List<String> lines = prose(page).lines().toList();
        long columns = 0;
        for (String line : lines) {
            long found = line.startsWith("|") ? CELL_END.matcher(line).results().count() : 0;
            if (found > 0 && columns > 0) {
                assertThat(found).as("%s: %s", page.path(), line).isEqualTo(columns);
            }
            columns = found;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void thereIsNoHtmlBesideAnchors(Document page) {
        String words = CODE.matcher(prose(page)).replaceAll("");

        assertThat(HTML.matcher(words).find()).as("HTML in %s", page.path()).isFalse();
        assertThat(OPEN_CODE.matcher(words).find())
                .as("Half a code span in %s", page.path())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void noTwoHeadingsShareAnAnchor(Document page) {
        assertThat(prose(page)
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> Markdown.anchor(line.replaceFirst("^#+ ", "")))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isSmallEnoughToBeShown(Document page) {
        assertThat(page.text().length()).isLessThan(MAX_SIZE);
    }

    private static String prose(Document page) {
        return CODE_BLOCK.matcher(page.text()).replaceAll("");
    }
}
