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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links from document to document lead somewhere, and so do file names that documents mention. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    private static final Pattern PLACED = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Map<Path, Set<String>> ANCHORS = new HashMap<>();

    static List<Document> documents() {
        return DocumentsTest.documents();
    }

    static List<Document> documentsAndReference() {
        return Stream.concat(
                        documents().stream(),
                        Project.below(ReferencePages.FOLDER.toString(), ".md").map(Document::of))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documentsAndReference")
    void leadToFilesAndHeadingsThatExist(Document document) {
        List<String> links =
                links(document).filter(link -> !link.matches("https?://.*")).toList();

        for (String link : links) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document.path()
                    : Path.of(
                            document.path().resolveSibling(parts[0]).normalize().toString());
            assertThat(Project.ROOT.resolve(target))
                    .as("%s: link %s", document.path(), link)
                    .exists();
            if (parts.length > 1) {
                assertThat(ANCHORS.computeIfAbsent(target, LinksTest::anchors).contains(parts[1]))
                        .as("%s: link %s", document.path(), link)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void classesNamedInDocumentsExist(Document document) {
        List<String> sources = Stream.of(
                        "camel-video-common",
                        "camel-tencent-video",
                        "camel-aliyun-linkvisual",
                        "video-cloud-simulator",
                        "camel-video-spring-boot",
                        "camel-video-spring-boot-test",
                        "camel-video-kafka-connector",
                        "catalog-lint",
                        "catalog-tools",
                        "camel-video-catalog",
                        "camel-video-endpointdsl",
                        "docs")
                .flatMap(module -> Project.below(module, ".java"))
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
        Pattern type = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})`");

        Matcher named = type.matcher(document.withoutGenerated());

        while (named.find()) {
            String name = named.group(1);
            boolean vendors = Vocabulary.isKnown(name);
            assertThat(vendors || sources.contains(name + ".java"))
                    .as(
                            "%s names `%s`, which is neither a class here nor a word of the catalog or of Camel",
                            document.path(), name)
                    .isTrue();
        }
    }

    private static Stream<String> links(Document document) {
        String prose = document.text().replaceAll("(?ms)^```.*?^```", "");
        return LINK.matcher(prose).results().map(link -> link.group(1));
    }

    /** Those that GitHub makes of headings, and those that are written down. */
    private static Set<String> anchors(Path document) {
        if (!Files.isRegularFile(Project.ROOT.resolve(document))) {
            return Set.of();
        }
        String text = Project.read(document).replaceAll("(?ms)^```.*?^```", "");
        Stream<String> ofHeadings = HEADING.matcher(text).results().map(heading -> Markdown.anchor(heading.group(1)));
        Stream<String> placed = PLACED.matcher(text).results().map(anchor -> anchor.group(1));
        return Stream.concat(ofHeadings, placed).collect(Collectors.toSet());
    }
}
