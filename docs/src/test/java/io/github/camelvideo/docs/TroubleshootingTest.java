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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that docs/troubleshooting.md explains are those that the components write. */
class TroubleshootingTest {

    private static final Path PAGE = Path.of("docs/troubleshooting.md");

    /** What is formatted into a message: the page leaves it out with an ellipsis. */
    private static final String LEFT_OUT = "…";

    private static final Pattern CODE = Pattern.compile("`([^`]+ [^`]+)`");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    private static final String SOURCES = Stream.of("camel-video-common", "camel-tencent-video")
            .flatMap(module -> Project.below(module + "/src/main/java", ".java"))
            .map(Project::read)
            .map(source -> CONCATENATION.matcher(source).replaceAll(""))
            .collect(Collectors.joining("\n"));

    /** Codes with a blank in the first column of the table of messages: names of options have none. */
    static List<String> messages() {
        return Project.read(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("## Messages and symptoms"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> CODE.matcher(line.split("\\|")[1]).results())
                .map(code -> code.group(1))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void explainsMessagesThatExist(String message) {
        for (String part : message.split(LEFT_OUT)) {
            assertThat(SOURCES.contains(part.strip()))
                    .as("no source of the components has '%s'", part.strip())
                    .isTrue();
        }
    }
}
