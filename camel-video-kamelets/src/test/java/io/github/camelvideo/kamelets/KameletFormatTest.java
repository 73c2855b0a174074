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
package io.github.camelvideo.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kamelets have the format that Camel's tools read, and offer what the components have. */
class KameletFormatTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\??)(\\w+)}}");
    private static final Pattern OPTION = Pattern.compile("[?&](\\w+)=((?:RAW\\()?)(?:\\{\\{\\??(\\w+)}})?");

    /** The body is text by default, as of Camel's own Kamelets, and who pages wants all pages. */
    private static final Set<String> OTHER_DEFAULTS = Set.of("outputType", "paging");

    private static JsonSchema schema;
    private static List<JsonNode> ofCamel;

    static List<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @BeforeAll
    static void readWhatCamelHas() throws Exception {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("/camel.apache.org_kamelets.yaml").at("/spec/versions/0/schema/openAPIV3Schema"));
        ofCamel = new ArrayList<>();
        try (FileSystem jar = FileSystems.newFileSystem(
                KameletFormatTest.class
                        .getResource("/kamelets/kafka-source.kamelet.yaml")
                        .toURI(),
                Map.of())) {
            try (Stream<Path> files = Files.list(jar.getPath("/kamelets"))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".kamelet.yaml"))
                        .toList()) {
                    ofCamel.add(KameletFile.YAML.readTree(Files.readString(file)));
                }
            }
        }
        assertThat(ofCamel).hasSizeGreaterThan(100);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void conformsToTheSchemaOfKubernetes(KameletFile kamelet) {
        assertThat(schema.validate(kamelet.yaml())).isEmpty();
        assertThat(kamelet.yaml().path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.yaml().at("/metadata/name").asText()).isEqualTo(kamelet.name());
        assertThat(kamelet.name()).endsWith("-" + kamelet.type());
    }

    /** What all of Camel's Kamelets have is what tools rely on; what none has is what no tool has seen. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void hasWhatAllOfCamelsKameletsHaveAndNothingThatNoneHas(KameletFile kamelet) {
        for (String place :
                List.of("", "/metadata", "/metadata/annotations", "/metadata/labels", "/spec", "/spec/definition")) {
            assertThat(names(kamelet.yaml().at(place)))
                    .as(place)
                    .containsAll(ofCamel.stream()
                            .map(other -> names(other.at(place)))
                            .reduce((all, one) -> {
                                all.retainAll(one);
                                return all;
                            })
                            .orElseThrow())
                    .isSubsetOf(ofCamel.stream()
                            .flatMap(other -> names(other.at(place)).stream())
                            .toList());
        }
        assertThat(kamelet.properties().values()).allSatisfy(property -> {
            assertThat(names(property))
                    .contains("title", "description", "type")
                    .isSubsetOf(ofCamel.stream()
                            .flatMap(other -> StreamSupport.stream(
                                    other.at("/spec/definition/properties").spliterator(), false))
                            .flatMap(other -> names(other).stream())
                            .collect(Collectors.toSet()));
            assertThat(property.path("type").asText()).isIn("string", "integer", "boolean");
            assertThat(property.path("description").asText()).endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void needsTheComponentOfThisVersion(KameletFile kamelet) {
        String version = kamelet.yaml()
                .at("/metadata/annotations")
                .path("camel.apache.org/catalog.version")
                .asText();

        assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(kamelet.yaml().at("/spec/dependencies"))
                .extracting(JsonNode::asText)
                .contains("mvn:io.github.camelvideo:camel-" + kamelet.component() + ":" + version, "camel:kamelet");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void usesEachPropertyAndNoOther(KameletFile kamelet) {
        Map<String, Boolean> optional = new LinkedHashMap<>();
        Matcher used = PLACEHOLDER.matcher(kamelet.yaml().at("/spec/template").toString());
        while (used.find()) {
            optional.put(used.group(2), !used.group(1).isEmpty());
        }

        assertThat(optional.keySet())
                .containsExactlyInAnyOrderElementsOf(kamelet.properties().keySet());
        assertThat(kamelet.properties().keySet()).containsAll(kamelet.required());
        kamelet.properties().forEach((name, property) -> assertThat(optional.get(name))
                .as("%s may be missing", name)
                .isEqualTo(!kamelet.required().contains(name) && !property.has("default")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void offersWhatTheComponentHas(KameletFile kamelet) throws Exception {
        JsonNode options = component(kamelet).path("properties");
        Matcher option = OPTION.matcher(kamelet.uri());
        while (option.find()) {
            String name = option.group(1);
            JsonNode declared = options.path(name);
            if (Character.isUpperCase(name.charAt(0))) {
                continue; // a parameter of the action: KameletExamplesTest shows that the action has it
            }
            assertThat(options.has(name)).as("option %s", name).isTrue();
            if (option.group(3) == null) {
                continue;
            }
            assertThat(option.group(3)).as("one name for one thing").isEqualTo(name);
            JsonNode property = kamelet.properties().get(name);
            boolean secret = declared.path("secret").asBoolean();
            assertThat(property.path("format").asText().equals("password"))
                    .as("%s is masked", name)
                    .isEqualTo(secret);
            assertThat(property.path("x-descriptors").toString().contains("urn:camel:group:credentials"))
                    .as("%s is a secret of the group", name)
                    .isEqualTo(secret);
            assertThat(option.group(2).isEmpty())
                    .as("%s is passed on as it is", name)
                    .isEqualTo(!secret);
            if (property.has("default") && !OTHER_DEFAULTS.contains(name)) {
                assertThat(property.path("default").asText())
                        .as("default of %s", name)
                        .isEqualTo(declared.path("defaultValue").asText());
            }
            if (property.has("enum") && declared.has("enum")) {
                assertThat(property.path("enum")).as("values of %s", name).isSubsetOf(declared.path("enum"));
            }
        }
    }

    @Test
    void aPropertyHasTheSameTypeEverywhere() {
        Map<String, Set<String>> types = new LinkedHashMap<>();
        kamelets().forEach(kamelet -> kamelet.properties()
                .forEach((name, property) -> types.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(property.path("type").asText())));

        assertThat(types).allSatisfy((name, texts) -> assertThat(texts).as(name).hasSize(1));
    }

    /** What the component declares, as tools read it. */
    private static JsonNode component(KameletFile kamelet) throws IOException {
        String owner = kamelet.component().startsWith("tencent") ? "tencent" : "aliyun";
        return resource("/META-INF/io/github/camelvideo/" + owner + "/" + kamelet.component() + ".json");
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream text = KameletFormatTest.class.getResourceAsStream(name)) {
            return (name.endsWith(".json") ? new ObjectMapper() : KameletFile.YAML).readTree(text);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
