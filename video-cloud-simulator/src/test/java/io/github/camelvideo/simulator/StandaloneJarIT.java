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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a program, packed with everything that it needs. */
class StandaloneJarIT {

    private static final String PACKED = System.getProperty("packed.jar");

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void itStartsWithoutAWordAboutLogging() throws Exception {
        Path errors = directory.resolve("errors");
        Process simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PACKED.replaceFirst("\\.jar$", "-standalone.jar"))
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out = simulator.inputReader()) {
            assertThat(out.readLine()).startsWith("Video cloud simulator listens on http://127.0.0.1:");
            assertThat(out.lines().takeWhile(line -> !line.startsWith("  control")))
                    .isNotEmpty();
        } finally {
            simulator.destroy();
            simulator.waitFor(30, TimeUnit.SECONDS);
        }

        assertThat(errors).content().doesNotContain("SLF4J", "INFO", "WARN");
    }

    @Test
    void theJarForTestsLeavesLoggingToItsUsers() throws IOException {
        try (JarFile jar = new JarFile(PACKED)) {
            assertThat(jar.getEntry("simplelogger.properties")).isNull();
            assertThat(jar.getEntry("META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                    .isNull();
        }
    }
}
