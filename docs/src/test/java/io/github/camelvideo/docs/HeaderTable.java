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
import io.github.camelvideo.tools.docs.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers of all components: one row for what has the same meaning, and each component's name for it. */
final class HeaderTable {

    private final Map<Scheme, JsonNode> metadata;

    HeaderTable(Map<Scheme, JsonNode> metadata) {
        this.metadata = metadata;
    }

    String text() {
        Scheme first = metadata.keySet().iterator().next();
        List<String> titles =
                new ArrayList<>(metadata.keySet().stream().map(Scheme::uriName).toList());
        titles.addAll(List.of("type", "on", "description"));
        StringBuilder text = new StringBuilder(Markdown.head(titles));
        metadata.get(first).path("headers").properties().forEach(header -> {
            String end = header.getKey().substring(first.header("").length());
            List<String> cells = new ArrayList<>(metadata.keySet().stream()
                    .map(scheme -> Markdown.code(scheme.header(end)))
                    .toList());
            cells.add(header.getValue().path("javaType").asText().replaceAll(".*\\.", ""));
            cells.add(on(end, header.getValue().path("label").asText()));
            cells.add(meaning(end));
            text.append(Markdown.row(cells));
        });
        return text.toString();
    }

    private static String on(String end, String label) {
        return switch (label) {
            case "producer" -> "call";
            case "" -> end.equals("Action") ? "response, item" : "response";
            default -> "item";
        };
    }

    /** Said once where all say the same. */
    private String meaning(String end) {
        Map<Scheme, String> meanings =
                metadata.keySet().stream().collect(Collectors.toMap(scheme -> scheme, scheme -> meaning(scheme, end)));
        List<String> distinct =
                metadata.keySet().stream().map(meanings::get).distinct().toList();
        return distinct.size() == 1
                ? distinct.get(0)
                : metadata.keySet().stream()
                        .map(scheme -> Markdown.code(scheme.uriName()) + ": " + meanings.get(scheme))
                        .collect(Collectors.joining(" "));
    }

    private String meaning(Scheme scheme, String end) {
        JsonNode header = metadata.get(scheme).path("headers").path(scheme.header(end));
        if (header.isMissingNode()) {
            throw new IllegalStateException("Component " + scheme.uriName() + " has no header " + scheme.header(end));
        }
        return OptionTables.cell(header.path("description").asText());
    }
}
