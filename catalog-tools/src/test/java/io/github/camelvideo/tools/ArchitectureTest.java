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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Both faces of the tools, the command line and Maven, are thin. */
class ArchitectureTest {

    private static final JavaClasses TOOLS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.camelvideo.tools");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.camelvideo.tools.(*)..")
                .should()
                .beFreeOfCycles()
                .check(TOOLS);
    }

    @Test
    void onlyTheFacesKnowPicocliAndMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..tools.cli", "..tools.maven")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.apache.maven..")
                .check(TOOLS);
    }

    @Test
    void theToolsNeedNoTestLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..")
                .check(TOOLS);
    }

    @Test
    void onlyTrialsNeedCamelAndTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..tools.trial")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "okhttp3..", "io.github.camelvideo.simulator..")
                .check(TOOLS);
    }
}
