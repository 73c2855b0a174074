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

import io.github.camelvideo.catalog.ApiCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependencies that the README shows are modules of this project, in its version; so are the versions it names. */
class DependenciesTest {

    private static final String PARENT = Project.read(Path.of("pom.xml"));
    private static final String SHOWN = Project.read(Project.snippetFile("dependencies.xml"))
            + Project.read(Project.snippetFile("endpointdsl.xml"));
    private static final String README = Project.read(Path.of("README.md"));

    @Test
    void areModulesOfThisProjectInItsVersion() {
        String version = first("<version>([^<]+)</version>", PARENT);

        List<String> artifacts = all("<artifactId>([^<]+)</artifactId>", SHOWN);

        assertThat(artifacts).isNotEmpty().allSatisfy(artifact -> assertThat(PARENT)
                .contains("<module>" + artifact + "</module>"));
        assertThat(all("<version>([^<]+)</version>", SHOWN)).containsOnly(version);
        assertThat(all("<groupId>([^<]+)</groupId>", SHOWN)).containsOnly(first("<groupId>([^<]+)</groupId>", PARENT));
    }

    @Test
    void theBomManagesEveryModuleThatIsPublished() {
        List<String> published = modules(Path.of("."))
                .map(module -> Project.read(module.resolve("pom.xml")))
                .filter(pom -> !pom.contains("<maven.deploy.skip>true</maven.deploy.skip>"))
                .filter(pom -> !pom.contains("<packaging>pom</packaging>"))
                .map(pom -> first("</parent>\\s*<artifactId>([^<]+)</artifactId>", pom))
                .toList();
        String bom = Project.read(Path.of("camel-video-bom/pom.xml"));

        List<String> managed = all(
                "<artifactId>([^<]+)</artifactId>",
                bom.substring(bom.indexOf("<dependencyManagement>"), bom.indexOf("</dependencyManagement>")));

        assertThat(managed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void whatIsShownForMicrometerIsManaged() {
        assertThat(all(
                        "<artifactId>([^<]+)</artifactId>",
                        Project.read(Project.snippetFile("micrometer-dependency.xml"))))
                .hasSize(1)
                .allSatisfy(artifact -> assertThat(Project.read(Path.of("camel-video-bom/pom.xml")))
                        .contains("<artifactId>" + artifact + "</artifactId>"));
    }

    @Test
    void whatIsShownForQuarkusIsManagedAndTried() {
        String tried = Project.read(Path.of(".ci/outside/quarkus/pom.xml"));

        assertThat(all(
                        "<artifactId>([^<]+)</artifactId>",
                        Project.read(Project.snippetFile("quarkus-dependencies.xml"))))
                .hasSize(2)
                .allSatisfy(artifact -> assertThat(Project.read(Path.of("camel-video-bom/pom.xml")))
                        .contains("<artifactId>" + artifact + "</artifactId>"))
                .allSatisfy(artifact -> assertThat(tried).contains("<artifactId>" + artifact + "</artifactId>"));
    }

    /** With those of profiles, and with modules of modules. */
    private static Stream<Path> modules(Path folder) {
        return all("<module>([^<]+)</module>", Project.read(folder.resolve("pom.xml"))).stream()
                .map(folder::resolve)
                .flatMap(module -> Stream.concat(Stream.of(module), modules(module)));
    }

    @Test
    void theVersionsNamedAreThoseOfTheBuild() {
        assertThat(README)
                .contains("Camel " + first("<camel.version>([^<]+)</camel.version>", PARENT))
                .contains("OkHttp " + first("<okhttp.version>([^<]+)</okhttp.version>", PARENT))
                .contains("Java " + first("<maven.compiler.release>([^<]+)</maven.compiler.release>", PARENT));
    }

    @Test
    void theNumbersOfTheTableAreThoseOfTheCatalogs() {
        for (ApiCatalog api : Scheme.allApis().toList()) {
            String endpoint = "| `" + Scheme.of(api).path(api, "<Action>") + "` |";
            String row = README.lines()
                    .filter(line -> line.startsWith(endpoint))
                    .findFirst()
                    .orElseThrow();
            assertThat(row).contains("| " + api.actions().size() + " |");
            assertThat(row)
                    .contains("["
                            + api.actions().values().stream()
                                    .filter(action -> action.feed() != null)
                                    .count() + " feeds](docs/feeds.md#all-feeds)");
        }
        int all = Scheme.allApis().mapToInt(api -> api.actions().size()).sum();
        assertThat(README).contains("All " + all + " actions");
    }

    private static String first(String pattern, String text) {
        return all(pattern, text).get(0);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
