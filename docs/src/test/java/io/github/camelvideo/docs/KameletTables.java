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

import io.github.camelvideo.tools.docs.Markdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Kamelets and their parameters, as their files have them. */
final class KameletTables {

    private static final String FOLDER = "camel-video-kamelets/src/main/resources/kamelets";

    Map<String, String> parts() {
        return Map.of("kamelets", list(), "kamelet-parameters", parameters());
    }

    private static String list() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of("Kamelet", "what it does")));
        definitions()
                .forEach(kamelet -> text.append(Markdown.row(List.of(
                        "[" + Markdown.code(kamelet.name()) + "](#" + Markdown.anchor(kamelet.name()) + ")",
                        Markdown.text(string(kamelet.definition(), "description"))))));
        return text.toString();
    }

    private static String parameters() {
        StringBuilder text = new StringBuilder();
        definitions().forEach(kamelet -> {
            List<?> required = (List<?>) kamelet.definition().getOrDefault("required", List.of());
            text.append("\n### ").append(kamelet.name()).append("\n\n");
            text.append(Markdown.head(List.of("parameter", "type", "default", "meaning", "example")));
            map(kamelet.definition().get("properties"))
                    .forEach((name, property) ->
                            text.append(Markdown.row(row(name, map(property), required.contains(name)))));
        });
        return text.append("\n").toString();
    }

    private static List<String> row(String name, Map<String, Object> property, boolean required) {
        List<String> cells = new ArrayList<>();
        cells.add(Markdown.code(name) + (required ? " (required)" : ""));
        cells.add(string(property, "type") + (property.containsKey("format") ? ", secret" : ""));
        cells.add(property.containsKey("default") ? Markdown.code(string(property, "default")) : "");
        String values = property.containsKey("enum")
                ? " Values: "
                        + Markdown.codes(((List<?>) property.get("enum"))
                                .stream().map(String::valueOf).toList()) + "."
                : "";
        cells.add(Markdown.text(string(property, "description")) + values);
        cells.add(property.containsKey("example") ? Markdown.code(string(property, "example")) : "");
        return cells;
    }

    private record Kamelet(String name, Map<String, Object> definition) {}

    private static Stream<Kamelet> definitions() {
        return Project.below(FOLDER, ".kamelet.yaml").map(KameletTables::read);
    }

    private static Kamelet read(Path file) {
        Map<String, Object> yaml = map(new Load(LoadSettings.builder().build()).loadFromString(Project.read(file)));
        return new Kamelet(
                string(map(yaml.get("metadata")), "name"),
                map(map(yaml.get("spec")).get("definition")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static String string(Map<String, Object> node, String name) {
        return String.valueOf(node.get(name));
    }
}
