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
package io.github.camelvideo.tools.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one action is called, with all it needs and no more.
 *
 * @param path scheme, API where it is not clear, and action
 * @param keys what stands in the URI: options first, then parameters
 * @param body parameters of the body, or null where the URI holds all
 * @param file whether the message itself is the file that is uploaded
 * @param download whether the answer is a file
 */
public record CallExample(String path, Map<String, JsonNode> keys, ObjectNode body, boolean file, boolean download) {

    /**
     * A call of an action.
     *
     * @param settings how its URI begins, and values to show
     * @param without parameters that somebody else sets
     */
    public static CallExample of(ApiCatalog api, Action action, PageSettings settings, Set<String> without) {
        ShownValues shown = settings.shown();
        ObjectNode own = shown.ownOf(action);
        List<Field> needed = action.parameters().values().stream()
                .filter(field -> (field.required() || own.has(field.name())) && !without.contains(field.name()))
                .toList();
        boolean file = needed.stream().filter(CallExample::isFile).count() == 1;
        boolean structured = needed.stream().anyMatch(field -> isStructured(field.type()));
        Sample sample = new Sample(api, action.mutates());
        JsonNode vendor = shown.vendorOf(action);
        Map<String, JsonNode> keys = new LinkedHashMap<>(region(action));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Field field : needed) {
            JsonNode value =
                    own.has(field.name()) ? own.get(field.name()) : sample.value(field, vendor.get(field.name()));
            if (structured) {
                body.set(field.name(), value);
            } else if (!(file && isFile(field))) {
                keys.put(field.name(), value);
            }
        }
        return new CallExample(
                settings.path() + action.name(),
                keys,
                structured ? body : null,
                file,
                action.wire().download());
    }

    private static boolean isFile(Field field) {
        return field.type().kind() == FieldType.Kind.FILE;
    }

    private static boolean isStructured(FieldType type) {
        return !type.isScalar()
                && type.kind() != FieldType.Kind.FILE
                && !(type.isArray() && type.item().isScalar());
    }

    /** Where there is one region only, the component takes it. */
    private static Map<String, JsonNode> region(Action action) {
        if (action.region() != Action.RegionRule.REQUIRED || action.regions().size() < 2) {
            return Map.of();
        }
        String region = action.regions().contains("ap-guangzhou")
                ? "ap-guangzhou"
                : action.regions().get(0);
        return Map.of("region", TextNode.valueOf(region));
    }

    /** The URI on one line, as Java has it. */
    public String uri() {
        StringBuilder uri = new StringBuilder(path);
        keys.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(inUri(value)));
        return uri.toString();
    }

    /** A list of plain values with commas, unless a value has one; what has a meaning in URIs is marked as raw. */
    public static String inUri(JsonNode value) {
        if (!value.isArray()) {
            return raw(value.asText());
        }
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(element.asText()));
        boolean plain = elements.stream().noneMatch(element -> element.contains(","));
        return raw(plain ? String.join(",", elements) : value.toString());
    }

    private static String raw(String text) {
        return text.matches("[\\w./:,*@-]*") ? text : "RAW(" + text + ")";
    }
}
