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
package io.github.camelvideo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin archive, unpacked and loaded as a worker does: with nothing else but Connect's own classes. */
class PluginArchiveJarIT {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("packed.jar").replaceFirst("\\.jar$", "-plugin.zip"));

    @TempDir
    Path folder;

    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream file = Files.newInputStream(ARCHIVE);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                    Files.copy(zip, folder.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }

    /** What a worker shows a plugin of itself. */
    private static final class WorkerClasses extends ClassLoader {

        private final ClassLoader worker = PluginArchiveJarIT.class.getClassLoader();

        WorkerClasses() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.") || name.startsWith("org.slf4j.")) {
                return worker.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    @Test
    void hasAllJarsInOneFolderButThoseOfConnect() {
        assertThat(names)
                .allMatch(name -> name.startsWith("camel-video-kafka-connector/"))
                .anyMatch(name -> name.contains("camel-tencent-video"))
                .anyMatch(name -> name.contains("camel-aliyun-linkvisual"))
                .anyMatch(name -> name.contains("okhttp"))
                .anyMatch(name -> name.endsWith("/LICENSE"))
                .noneMatch(name -> name.contains("/kafka-clients") || name.contains("/connect-"))
                .noneMatch(name -> name.contains("/slf4j") || name.contains("/logback") || name.contains("junit"));
    }

    @Test
    void theConnectorsWorkInAWorker() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        try (URLClassLoader plugin = new URLClassLoader(jars.toArray(URL[]::new), new WorkerClasses())) {
            List<String> found = new ArrayList<>();
            for (SourceConnector connector : ServiceLoader.load(SourceConnector.class, plugin)) {
                assertThat(connector.getClass().getClassLoader()).isSameAs(plugin);
                assertThat(connector.version()).isNotEqualTo("unpacked");
                found.add(connector.getClass().getName());
            }
            assertThat(found)
                    .containsExactly(
                            "io.github.camelvideo.kafka.TencentVideoSourceConnector",
                            "io.github.camelvideo.kafka.AliyunLinkVisualSourceConnector");
            SourceConnector tencent =
                    ServiceLoader.load(SourceConnector.class, plugin).iterator().next();
            assertThat(tencent.validate(
                                    Map.of("api", "iotvideoindustry", "action", "DescribeWarnings", "topic", "alarms"))
                            .configValues())
                    .flatExtracting(ConfigValue::errorMessages)
                    .isEmpty();
        }
    }
}
