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
package io.github.camelvideo.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users get. Classes and metadata are generated late in the build, so that a first build could pack a jar without
 * them and every other test would still pass.
 */
class PackedJarIT {

    private static final long TWO_MEGABYTES = 2 * 1024 * 1024;

    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final String INDEX = "META-INF/camel-video/tencent-video.catalogs";
    private static final String OURS = "io/github/camelvideo/tencent/";

    private static Path file;
    private static JarFile jar;

    @BeforeAll
    static void openJar() throws IOException {
        file = Path.of(System.getProperty("packed.jar"));
        jar = new JarFile(file.toFile());
    }

    @AfterAll
    static void closeJar() throws IOException {
        jar.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SERVICES + "component.properties",
                "META-INF/" + OURS + "tencent-video.json",
                "META-INF/jandex.idx",
                "META-INF/LICENSE",
                "META-INF/NOTICE",
                OURS + "TencentVideoComponentConfigurer.class",
                OURS + "TencentVideoEndpointConfigurer.class",
                OURS + "TencentVideoEndpointUriFactory.class",
                INDEX
            })
    void jarHolds(String name) {
        assertThat(jar.getEntry(name)).as(name).isNotNull();
        assertThat(jar.getEntry(name).getSize()).as(name + " has content").isPositive();
    }

    @Test
    void jarHoldsTheCatalogsThatItLists() throws IOException {
        List<String> listed;
        try (InputStream index = open(INDEX)) {
            listed = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }

        assertThat(listed).contains(OURS + "catalog/live.json");
        assertThat(listed).allSatisfy(name -> assertThat(jar.getEntry(name)).isNotNull());
        assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.matches(OURS + "catalog/.*\\.json")))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component/tencent-video",
                "configurer/tencent-video-component",
                "configurer/tencent-video-endpoint",
                "urifactory/tencent-video-endpoint"
            })
    void serviceNamesAClassInTheJar(String service) throws IOException {
        Properties properties = new Properties();
        try (InputStream content = open(SERVICES + service)) {
            properties.load(content);
        }

        String type = properties.getProperty("class");

        assertThat(type).as("class in " + service).isNotNull();
        assertThat(jar.getEntry(type.replace('.', '/') + ".class")).as(type).isNotNull();
    }

    @Test
    void metadataDescribesTheComponent() throws IOException {
        JsonNode metadata;
        try (InputStream content = open("META-INF/" + OURS + "tencent-video.json")) {
            metadata = new ObjectMapper().readTree(content);
        }

        assertThat(metadata.at("/component/scheme").asText()).isEqualTo("tencent-video");
        assertThat(metadata.at("/component/javaType").asText()).isEqualTo(TencentVideoComponent.class.getName());
        assertThat(metadata.get("properties")).isNotEmpty();
    }

    @Test
    void camelFindsTheComponentInTheJar() throws IOException {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Object component = context.getComponent("tencent-video");

            assertThat(component).isInstanceOf(TencentVideoComponent.class);
            assertThat(component
                            .getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .isEqualTo(file.toUri().toURL());
        }
    }

    @Test
    void jarIsNamedForTheModulePath() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                .isEqualTo("io.github.camelvideo.tencent");
    }

    @Test
    void jarIsSmall() throws IOException {
        assertThat(Files.size(file)).isLessThan(TWO_MEGABYTES);
    }

    @Test
    void jarHoldsNoTests() {
        List<String> classes = jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .toList();

        assertThat(classes).isNotEmpty().allSatisfy(name -> assertThat(name).startsWith(OURS));
        assertThat(classes).noneMatch(name -> name.matches(".*(Test|IT)(\\$.*)?\\.class"));
    }

    private static InputStream open(String name) {
        ZipEntry entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        try {
            return jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name + " of " + file + ".", e);
        }
    }
}
