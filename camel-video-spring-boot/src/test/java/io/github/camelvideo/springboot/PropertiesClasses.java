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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What {@code src/generated} must hold: from the metadata of the components, a class of properties each, and hints for IDEs. */
final class PropertiesClasses {

    static final Path GENERATED = Path.of("src/generated");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Map<String, String> BOXES = Map.of("int", "Integer", "boolean", "Boolean", "long", "Long");

    private PropertiesClasses() {}

    /** An option of a component, as its metadata describes it. */
    record Option(String scheme, String name, JsonNode metadata) {

        /** As in source code: for {@code java.lang.Integer}, Spring's processor would invent the default 0. */
        String type() {
            String type = metadata.path("javaType").asText();
            return BOXES.getOrDefault(type, type.replaceFirst("^java\\.lang\\.", ""));
        }

        String property() {
            return "camel.component." + scheme + "." + DataObjectPropertyName.toDashedForm(name);
        }

        boolean isSecret() {
            return metadata.path("secret").asBoolean();
        }

        /** Whether a property names a bean. */
        boolean isBean() {
            return metadata.path("type").asText().equals("object");
        }

        JsonNode values() {
            return metadata.path("enum");
        }

        JsonNode defaultValue() {
            return metadata.path("defaultValue");
        }

        String description() {
            return metadata.path("description").asText();
        }
    }

    /** Scheme and simple name of the component. */
    static final Map<String, String> COMPONENTS = new TreeMap<>(Map.of(
            "aliyun-linkvisual", "io/github/camelvideo/aliyun/AliyunLinkVisual",
            "tencent-video", "io/github/camelvideo/tencent/TencentVideo"));

    static List<Option> options(String scheme) {
        String component = COMPONENTS.get(scheme);
        String file = "/META-INF/" + component.substring(0, component.lastIndexOf('/') + 1) + scheme + ".json";
        try (InputStream metadata = PropertiesClasses.class.getResourceAsStream(file)) {
            return JSON.readTree(metadata).get("componentProperties").properties().stream()
                    .map(option -> new Option(scheme, option.getKey(), option.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content of each generated file by its path below {@link #GENERATED}. */
    static Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        COMPONENTS.forEach((scheme, component) -> {
            String name = component.substring(component.lastIndexOf('/') + 1) + "ComponentConfiguration";
            files.put(
                    Path.of("java/io/github/camelvideo/springboot", name + ".java"),
                    propertiesClass(scheme, name, options(scheme)));
        });
        files.put(Path.of("resources/META-INF/additional-spring-configuration-metadata.json"), hints());
        return files;
    }

    /** Properties of Camel's class, whose comments Spring's processor does not see. */
    private static void describe(ArrayNode properties, String scheme, String name, String description) {
        properties
                .addObject()
                .put("name", "camel.component." + scheme + "." + name)
                .put("description", description)
                .put("defaultValue", true);
    }

    private static String propertiesClass(String scheme, String name, List<Option> options) {
        StringBuilder fields = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (Option option : options) {
            fields.append(
                    """

                        /** %s */
                        private %s %s;
                    """
                            .formatted(javadoc(option.description()), option.type(), option.name()));
            String suffix = Character.toUpperCase(option.name().charAt(0))
                    + option.name().substring(1);
            methods.append(
                    """

                        public %1$s get%2$s() {
                            return %3$s;
                        }

                        public void set%2$s(%1$s %3$s) {
                            this.%3$s = %3$s;
                        }
                    """
                            .formatted(option.type(), suffix, option.name()));
        }
        return """
                /* Generated from the metadata of %1$s by PropertiesClasses of the tests: do not edit. CONTRIBUTING.md says how to renew it. */
                package io.github.camelvideo.springboot;

                import javax.annotation.processing.Generated;
                import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                import org.springframework.boot.context.properties.ConfigurationProperties;

                /** The options of the component {@code %1$s}. A property that is not set leaves the component's default. */
                @Generated("io.github.camelvideo.springboot.PropertiesClasses")
                @ConfigurationProperties(prefix = "camel.component.%1$s", ignoreUnknownFields = false)
                public class %2$s extends ComponentConfigurationPropertiesCommon {
                %3$s%4$s}
                """
                .formatted(scheme, name, fields, methods);
    }

    private static String javadoc(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    /** Defaults, which fields without a value do not tell, values of enums, and beans that fit. */
    private static String hints() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode properties = document.putArray("properties");
        ArrayNode hints = document.putArray("hints");
        for (String scheme : COMPONENTS.keySet()) {
            describe(properties, scheme, "enabled", "Whether the properties of this component are applied.");
            describe(
                    properties,
                    scheme,
                    "customizer.enabled",
                    "Whether the properties of this component are applied when Camel creates it.");
        }
        COMPONENTS.keySet().stream().flatMap(scheme -> options(scheme).stream()).forEach(option -> {
            if (!option.defaultValue().isMissingNode()) {
                properties.addObject().put("name", option.property()).set("defaultValue", option.defaultValue());
            }
            if (option.values().isArray()) {
                ArrayNode values =
                        hints.addObject().put("name", option.property()).putArray("values");
                option.values().forEach(value -> values.addObject().set("value", value));
            }
            if (option.isBean()) {
                ObjectNode provider = hints.addObject()
                        .put("name", option.property())
                        .putArray("providers")
                        .addObject()
                        .put("name", "spring-bean-reference");
                provider.putObject("parameters").put("target", option.type());
            }
        });
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
