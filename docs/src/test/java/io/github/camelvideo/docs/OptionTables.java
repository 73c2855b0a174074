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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tables of the options and headers of {@code tencent-video}, out of the metadata that Camel's tools read. */
final class OptionTables {

    private static final Path METADATA = Path.of("camel-tencent-video/src/generated/resources/META-INF/io/github"
            + "/camelvideo/tencent/tencent-video.json");
    private static final String HEAD = "| option | type | default | what it is |\n|---|---|---|---|\n";

    /** The engine sets its own default where Camel's metadata can only show Camel's. */
    private static final Map<String, String> OUR_DEFAULTS = Map.of("delay", "by the feed, else 10000");

    private final JsonNode metadata;

    OptionTables() {
        try {
            metadata = new ObjectMapper().readTree(Project.read(METADATA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("component-options", groups("componentProperties", option -> true));
        parts.put("endpoint-options", groups("properties", option -> true));
        parts.put("headers", headers());
        return parts;
    }

    private String groups(String section, Predicate<JsonNode> which) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        metadata.path(section).properties().forEach(entry -> {
            if (which.test(entry.getValue())) {
                rows.computeIfAbsent(entry.getValue().path("group").asText(), group -> new ArrayList<>())
                        .add(row(entry.getKey(), entry.getValue()));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach((group, lines) -> text.append("\n### ")
                .append(title(section, group))
                .append("\n\n")
                .append(HEAD)
                .append(String.join("", lines)));
        return text.append("\n").toString();
    }

    private static String title(String section, String group) {
        return (section.equals("properties") ? "Endpoint: " : "Component: ") + group;
    }

    private static String row(String name, JsonNode option) {
        String label = option.path("kind").asText().equals("path") ? "`" + name + "` (path)" : "`" + name + "`";
        String value =
                OUR_DEFAULTS.getOrDefault(name, option.path("defaultValue").asText(""));
        return "| " + label + " | " + type(option) + " | " + value + " | "
                + cell(option.path("description").asText()) + notes(option) + " |\n";
    }

    private static String type(JsonNode option) {
        if (option.path("enum").isArray()) {
            List<String> values = new ArrayList<>();
            option.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return String.join(", ", values);
        }
        String java = option.path("javaType").asText();
        return option.path("type").asText().equals("object")
                ? "`" + java.replaceAll("[a-z]\\w*\\.", "") + "`"
                : option.path("type").asText();
    }

    private static String notes(JsonNode option) {
        return (option.path("required").asBoolean() ? " Required." : "")
                + (option.path("secret").asBoolean() ? " Secret." : "");
    }

    private String headers() {
        StringBuilder text = new StringBuilder("| header | type | on | what it is |\n|---|---|---|---|\n");
        metadata.path("headers").properties().forEach(entry -> {
            String label = entry.getValue().path("label").asText();
            text.append("| `")
                    .append(entry.getKey())
                    .append("` | ")
                    .append(entry.getValue().path("javaType").asText().replaceAll(".*\\.", ""))
                    .append(" | ")
                    .append(
                            label.isEmpty()
                                    ? (entry.getKey().endsWith("Action") ? "answer, item" : "answer")
                                    : label.equals("producer") ? "call" : "item")
                    .append(" | ")
                    .append(cell(entry.getValue().path("description").asText()))
                    .append(" |\n");
        });
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
