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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The source tree as the documents' tests see it. */
final class Project {

    /** The directory of the whole project; tests run somewhere below it. */
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    /** The command that brings documents up to date, as messages and documents name it. */
    static final String UPDATE = "mvn -q -pl docs -am test -Dtest=DocumentsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

    /** Applications that a user could have written; {@code .ci/run} builds and starts them. */
    static final Path OUTSIDE = Path.of(".ci/outside");

    private static final Path SNIPPETS = Path.of("docs/src/test");

    /** Routes that need a broker; the profile kafka runs them. */
    private static final Path KAFKA = Path.of("kafka-it/src/test");

    /** Routes of several nodes; the profile cluster runs them. */
    private static final Path CLUSTER = Path.of("cluster-it/src/test");

    /** Beans and tests of Spring Boot applications, whose tests run them. */
    private static final Path SPRING_BOOT = Path.of("camel-video-spring-boot/src/test");

    /** A Spring Boot application with its test; {@code .ci/run} starts it as well. */
    static final Path SPRING_BOOT_EXAMPLE = Path.of("examples/spring-boot-alarms/src");

    private Project() {}

    private static Path root(Path directory) {
        return Files.exists(directory.resolve("license-header.txt")) ? directory : root(directory.getParent());
    }

    /** README.md and the guides of docs, as paths below the root. */
    static List<Path> documents() {
        return Stream.concat(Stream.of(Path.of("README.md")), below("docs", ".md"))
                .filter(file -> !file.startsWith(ReferencePages.FOLDER))
                .toList();
    }

    /** The one file of that name among those that hold snippets. */
    static Path snippetFile(String name) {
        List<Path> found = Stream.of(SNIPPETS, OUTSIDE, KAFKA, CLUSTER, SPRING_BOOT, SPRING_BOOT_EXAMPLE)
                .flatMap(folder -> below(folder.toString(), name))
                .filter(file -> file.endsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("Snippet file '" + name + "': found " + found + " below " + SNIPPETS
                    + ", "
                    + OUTSIDE + ", " + KAFKA + ", " + CLUSTER + ", " + SPRING_BOOT + " and " + SPRING_BOOT_EXAMPLE
                    + ". There must be exactly one.");
        }
        return found.get(0);
    }

    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(ROOT.resolve(file).getParent());
            Files.writeString(ROOT.resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBuilt(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(Path.of("target")::equals);
    }

    /** Files of a folder whose name ends so, without what the build makes. */
    static Stream<Path> below(String folder, String end) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(file -> file.toString().endsWith(end) && !isBuilt(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
