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
package io.github.camelvideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.springboot.PropertiesClasses.Option;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What IDEs read to complete and check properties. */
class ConfigurationMetadataTest {

    private static final Path FILE = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    static Stream<Option> options() {
        return PropertiesClasses.COMPONENTS.keySet().stream()
                .flatMap(scheme -> PropertiesClasses.options(scheme).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void eachOptionHasItsTypeDescriptionDefaultAndValues(Option option) throws Exception {
        JsonNode metadata = new ObjectMapper().readTree(FILE.toFile());
        JsonNode property = named(metadata.get("properties"), option.property());

        assertThat(property.path("type").asText()).endsWith(option.type());
        assertThat(property.path("description").asText()).isEqualTo(option.description());
        assertThat(property.path("defaultValue")).isEqualTo(option.defaultValue());
        if (option.values().isArray()) {
            assertThat(named(metadata.get("hints"), option.property())
                            .get("values")
                            .findValues("value"))
                    .containsExactlyElementsOf(option.values());
        }
        if (option.isBean()) {
            assertThat(named(metadata.get("hints"), option.property())
                            .at("/providers/0/parameters/target")
                            .asText())
                    .isEqualTo(option.type());
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode entry : list) {
            if (entry.get("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError(name + " is missing");
    }
}
