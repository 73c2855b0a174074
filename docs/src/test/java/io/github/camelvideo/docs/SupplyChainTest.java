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

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build downloads is what was reviewed: tags of actions and files of a mirror can be replaced. */
class SupplyChainTest {

    private static final Pattern PINNED = Pattern.compile("[\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*");

    @Test
    void everyActionOfAWorkflowIsPinnedToACommit() {
        List<String> uses = Project.below(".github/workflows", ".yml")
                .flatMap(file -> Project.read(file).lines())
                .filter(line -> line.contains("uses:"))
                .map(line -> line.substring(line.indexOf("uses:") + 5).strip())
                .toList();

        assertThat(uses).isNotEmpty().allMatch(use -> PINNED.matcher(use).matches());
    }

    @Test
    void theWrapperVerifiesTheMavenItDownloads() {
        assertThat(Project.read(Path.of(".mvn/wrapper/maven-wrapper.properties"))
                        .lines())
                .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }

    @Test
    void updatesAreProposedForDependenciesAndActions() {
        assertThat(Project.read(Path.of(".github/dependabot.yml")))
                .contains("package-ecosystem: maven", "package-ecosystem: github-actions");
    }
}
