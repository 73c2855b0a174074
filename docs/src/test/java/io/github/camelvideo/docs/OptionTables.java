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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.tools.docs.Markdown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables of the options of all components, out of the metadata that Camel's tools read: what they share once, then what each has alone. */
final class OptionTables {

    private static final String COMPONENT = "componentProperties";
    private static final String ENDPOINT = "properties";
    private static final List<String> SHARED = List.of("option", "type", "default", "description");
    private static final List<String> OWN = List.of("option", "of", "type", "default", "description");

    /** The engine sets its own default where Camel's metadata can only show Camel's. */
    private static final Map<String, String> OUR_DEFAULTS = Map.of("delay", "set by the feed, otherwise 10000");

    /** Where an option stands among the others of its component says nothing of it. */
    private static final Set<String> PLACE = Set.of("index", "configurationClass", "configurationField");

    private final Map<Scheme, JsonNode> metadata = new LinkedHashMap<>();

    OptionTables() {
        Arrays.stream(Scheme.values()).forEach(scheme -> metadata.put(scheme, Project.json(scheme.metadata())));
    }

    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("component-options", shared(COMPONENT));
        parts.put("endpoint-options", shared(ENDPOINT));
        metadata.keySet().forEach(scheme -> parts.put(scheme.uriName() + "-options", own(scheme)));
        parts.put("headers", new HeaderTable(metadata).text());
        return parts;
    }

    private String shared(String section) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        options(Scheme.values()[0], section).forEach((name, option) -> {
            if (isShared(section, name)) {
                rows.computeIfAbsent(option.path("group").asText(), group -> new ArrayList<>())
                        .add(Markdown.row(cells(name, option)));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach((group, lines) -> text.append("\n### ")
                .append(section.equals(ENDPOINT) ? "Endpoint: " : "Component: ")
                .append(group)
                .append("\n\n")
                .append(Markdown.head(SHARED))
                .append(String.join("", lines)));
        return text.append("\n").toString();
    }

    private String own(Scheme scheme) {
        Map<String, JsonNode> ofEndpoint = options(scheme, ENDPOINT);
        Map<String, JsonNode> ofComponent = options(scheme, COMPONENT);
        Set<String> names = new LinkedHashSet<>(ofEndpoint.keySet());
        names.addAll(ofComponent.keySet());
        StringBuilder text = new StringBuilder(Markdown.head(OWN));
        for (String name : names) {
            boolean endpoint = ofEndpoint.containsKey(name) && !isShared(ENDPOINT, name);
            boolean component = ofComponent.containsKey(name) && !isShared(COMPONENT, name);
            if (endpoint || component) {
                List<String> cells =
                        new ArrayList<>(cells(name, endpoint ? ofEndpoint.get(name) : ofComponent.get(name)));
                cells.add(1, endpoint && component ? "both" : endpoint ? "endpoint" : "component");
                text.append(Markdown.row(cells));
            }
        }
        return text.toString();
    }

    private boolean isShared(String section, String name) {
        return metadata.keySet().stream()
                        .map(scheme -> options(scheme, section).get(name))
                        .map(OptionTables::withoutPlace)
                        .distinct()
                        .count()
                == 1;
    }

    private static JsonNode withoutPlace(JsonNode option) {
        return option == null ? null : ((ObjectNode) option.deepCopy()).without(PLACE);
    }

    private Map<String, JsonNode> options(Scheme scheme, String section) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        metadata.get(scheme).path(section).properties().forEach(entry -> options.put(entry.getKey(), entry.getValue()));
        return options;
    }

    private static List<String> cells(String name, JsonNode option) {
        boolean path = option.path("kind").asText().equals("path");
        return List.of(
                Markdown.code(name) + (path ? " (path)" : ""),
                type(option),
                OUR_DEFAULTS.getOrDefault(name, option.path("defaultValue").asText("")),
                cell(option.path("description").asText()) + notes(option));
    }

    private static String type(JsonNode option) {
        if (option.path("enum").isArray()) {
            List<String> values = new ArrayList<>();
            option.path("enum").forEach(value -> values.add(value.asText()));
            return values.stream().map(Markdown::code).collect(Collectors.joining(", "));
        }
        String java = option.path("javaType").asText();
        return option.path("type").asText().equals("object")
                ? Markdown.code(java.replaceAll("[a-z]\\w*\\.", ""))
                : option.path("type").asText();
    }

    private static String notes(JsonNode option) {
        return (option.path("required").asBoolean() ? " Required." : "")
                + (option.path("secret").asBoolean() ? " Secret." : "");
    }

    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
