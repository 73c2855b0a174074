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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to the code: what they show is what a test runs, and what is generated is up to date. */
class DocumentsTest {

    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    /** Blocks nobody can run: pictures, and the output of a command shown above. */
    private static final Set<String> SHOWN = Set.of("picture", "output", CatalogWalkIT.OUTPUT);

    static List<Document> documents() {
        return Project.documents().stream().map(Document::of).toList();
    }

    static Stream<Fence> fences() {
        return documents().stream().flatMap(document -> document.fences().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void showsWhatTheCodeIsNow(Document document) {
        Map<String, String> generated = new LinkedHashMap<>(new OptionTables().parts());
        generated.putAll(new CatalogTables().parts());
        generated.putAll(new KameletTables().parts());

        String renewed = document.renewed(generated);

        if (UPDATE) {
            Project.write(document.path(), renewed);
        } else {
            assertThat(document.text())
                    .as("%s is not up to date. Renew it and commit it: %s", document.path(), Project.UPDATE)
                    .isEqualTo(renewed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("referencePages")
    void aReferencePageIsWhatItsCatalogSays(Path page, String generated) {
        if (UPDATE) {
            Project.write(page, generated);
        } else {
            assertThat(Project.ROOT.resolve(page))
                    .as("%s is missing or not up to date. Renew it and commit it: %s", page, Project.UPDATE)
                    .exists()
                    .hasContent(generated);
        }
    }

    static Stream<Arguments> referencePages() {
        return ReferencePages.texts().entrySet().stream().map(page -> arguments(page.getKey(), page.getValue()));
    }

    @Test
    void everyReferencePageHasACatalog() {
        assertThat(Project.below(ReferencePages.FOLDER.toString(), ""))
                .as("%s holds a page for each API and nothing else: remove what is left over", ReferencePages.FOLDER)
                .hasSameElementsAs(ReferencePages.texts().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fences")
    void everyBlockSaysWhatProvesIt(Fence fence) {
        switch (fence.language()) {
            case "java", "json", "yaml", "xml", "properties" ->
                assertThat(fence.is("snippet"))
                        .as("%s: code needs the comment 'snippet: FILE#REGION' in the line above", fence)
                        .isTrue();
            case "sh" -> {
                if (fence.is(CatalogWalkIT.COMMANDS)) {
                    assertThat(Path.of(fence.document())).as("%s", fence).isEqualTo(CatalogWalkIT.DOCUMENT);
                    return;
                }
                fence.text()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> assertThat(Commands.PROVEN_BY)
                                .as("%s: say in Commands what runs this command", fence)
                                .containsKey(line.strip()));
            }
            case "text" ->
                assertThat(SHOWN)
                        .as("%s: text needs one of these comments in the line above", fence)
                        .contains(fence.mark());
            default ->
                throw new AssertionError(fence + ": '" + fence.language() + "' is no language of these documents");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyMarkOfASnippetHasItsBlock(Document document) {
        List<String> marks = document.text()
                .lines()
                .filter(line -> line.startsWith("<!-- snippet:"))
                .toList();

        assertThat(document.fences().stream().filter(fence -> fence.is("snippet")))
                .as(
                        "%s: a mark without a block in the next line shows nothing. The marks are %s",
                        document.path(), marks)
                .hasSameSizeAs(marks);
    }

    @Test
    void everyCommandHasAProofThatStillRunsIt() {
        Commands.PROVEN_BY.forEach((command, proof) -> assertThat(Project.read(Path.of(proof.file())))
                .as("%s no longer runs %s", proof.file(), command)
                .contains(proof.words()));
        assertThat(Project.read(Path.of(".ci/run"))).contains("examples/alarm-tickets/run");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void everySnippetIsRunByATest(Fence snippet) {
        String name = snippet.file();

        boolean runsItself = name.matches("\\w+(Test|IT)\\.java");
        boolean isRun = Stream.of("docs/src/test/java", "kafka-it/src/test/java", "cluster-it/src/test/java")
                .flatMap(folder -> Project.below(folder, ".java"))
                .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                .map(Project::read)
                .anyMatch(test -> test.contains(name.endsWith(".java") ? name.replace(".java", "") : name));

        Path file = Project.snippetFile(name);
        String script = Project.read(Path.of(".ci/run"));
        boolean isStarted = file.startsWith(Project.OUTSIDE)
                        && Stream.of(file.subpath(0, 3) + "/target/", "cp -r " + file.subpath(0, 3) + " ")
                                .anyMatch(script::contains)
                || file.startsWith(Project.SPRING_BOOT_EXAMPLE)
                        && script.contains("example " + file.subpath(0, 2) + " ");

        assertThat(runsItself || isRun || isStarted)
                .as("%s: no test runs %s", snippet, name)
                .isTrue();
    }

    static Stream<Fence> snippets() {
        return fences().filter(fence -> fence.is("snippet"));
    }
}
