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
package io.github.camelvideo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelvideo.callback.UnguessablePath;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.PositionsCommand;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that a compiler does not know. Plain tests, not ArchUnit's annotated fields: Surefire reports
 * those as no test at all.
 */
class ArchitectureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.camelvideo");

    private static final String CAMEL = "org.apache.camel..";

    /** From the top of the house down: a package may use those behind it in this list, never those before it. */
    private static final List<String> DOWNWARDS = List.of(
            "monitor",
            "consumer",
            "producer",
            "binding",
            "callback",
            "feed.partition",
            "feed.delivery",
            "feed.read",
            "feed.position",
            "feed",
            "client",
            "credentials",
            "protocol",
            "paging",
            "request",
            "item",
            "catalog",
            "json");

    private static final String BAG = "(?i).*(Util|Utils|Helper|Helpers|Manager|Impl)";

    @Test
    void packagesUseOnlyThoseBelowThem() {
        for (int i = 1; i < DOWNWARDS.size(); i++) {
            String[] above = DOWNWARDS.subList(0, i).stream()
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(packageOf(DOWNWARDS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above));
        }
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = ENGINE.stream()
                .map(type -> type.getPackageName().replaceFirst("^io\\.github\\.camelvideo\\.?", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(DOWNWARDS), packages);
    }

    @Test
    void catalogsAndCredentialsDoNotNeedCamel() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packageOf("catalog"), packageOf("json"), packageOf("credentials"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CAMEL));
    }

    private static String packageOf(String name) {
        return "io.github.camelvideo." + name;
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.camelvideo.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }

    /** The Camel classes may name a client that a user brings; they never call it. */
    @Test
    void onlyTheClientKnowsOkHttp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("client"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("okhttp3..", "okio..").and(not(belongToAnyOf(OkHttpClient.class)))));
        check(noClasses()
                .that()
                .resideInAnyPackage("io.github.camelvideo.(*)..")
                .and()
                .resideOutsideOfPackage(packageOf("client"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(OkHttpClient.class));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("client"))
                .should()
                .callMethodWhere(target(owner(belongToAnyOf(OkHttpClient.class)))));
    }

    /**
     * No vendor, no simulator, and nothing that would become a dependency of every user. Spring is for the one class that is loaded only where
     * an application has it.
     */
    @Test
    void engineDependsOnlyOnWhatItPromises() {
        check(classes()
                .that()
                .doNotHaveSimpleName("SpringConnections")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.camelvideo..",
                        CAMEL,
                        "com.fasterxml.jackson..",
                        "okhttp3..",
                        "okio..",
                        "org.slf4j..",
                        "java..",
                        "javax.net..",
                        "javax.sql..",
                        "javax.crypto.."));
    }

    /** Exceptions: command lines, whose output is the console. */
    @Test
    void nobodyWritesToTheConsole() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(PositionsCommand.class, UnguessablePath.class)
                .should(ACCESS_STANDARD_STREAMS)
                .because("a library logs"));
    }

    @Test
    void nobodyUsesTheLoggingOfTheJdk() {
        check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    @Test
    void nobodyThrowsGenericExceptions() {
        check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
    }

    @Test
    void nobodySleeps() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .because("waiting is scheduled, so that it can be stopped and tested"));
    }

    /** One exception: the age of a file is measured by the machine's clock, which wrote it. */
    @Test
    void timeAndChanceComeInByConstructor() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(FileOffsetRepository.class)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .because("tests set the clock and the dice"));
    }

    @Test
    void classesAreNamedByTheirDuty() {
        check(noClasses().should().haveNameMatching(BAG));
    }

    /** Camel's types keep their names: it has its managers. */
    @Test
    void fieldsAreNamedByTheirDuty() {
        check(fields().that()
                .haveRawType(resideOutsideOfPackage(CAMEL))
                .should()
                .haveNameNotMatching(BAG));
    }

    /** A package that does not exist breaks no rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ENGINE);
    }
}
