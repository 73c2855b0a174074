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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.ListSpec.ForEach;
import io.github.camelvideo.catalog.ListSpec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that the parameters that divide a feed fit its action, and the sources of their values exist. */
final class PartitionLint {

    private final ApiCatalog api;
    private final Action action;
    private final AnswerShape shape;
    private final List<String> findings = new ArrayList<>();

    private PartitionLint(ApiCatalog api, Action action, AnswerShape shape) {
        this.api = api;
        this.action = action;
        this.shape = shape;
    }

    static List<String> findings(ApiCatalog api, Action action, AnswerShape shape) {
        PartitionLint lint = new PartitionLint(api, action, shape);
        action.feed().list().forEach().forEach(lint::check);
        return lint.findings;
    }

    private void check(ForEach forEach) {
        String place = "forEach " + String.join(", ", forEach.parameters()) + ": ";
        for (String name : forEach.parameters()) {
            require(action.parameters().containsKey(name), place + "'" + name + "' is not a parameter");
            require(
                    action.feed().window() == null
                            || !action.feed().window().parameters().contains(name),
                    place + "'" + name + "' is set by the feed");
        }
        require(
                forEach.need() != ListSpec.Need.CHOOSE || !forEach.values().isEmpty(),
                place + "nothing to choose from");
        forEach.values().forEach(tuple -> tuple(place, forEach.parameters(), tuple));
        if (forEach.from() != null) {
            source(place, forEach.parameters(), forEach.from());
        }
    }

    private void tuple(String place, List<String> parameters, List<String> values) {
        if (values.size() != parameters.size()) {
            require(false, place + values + " is not one value per parameter");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            Field parameter = action.parameters().get(parameters.get(i));
            if (parameter != null) {
                JsonNode value = text(values.get(i));
                findings.addAll(ValueLint.value(
                        api,
                        place + parameter.name(),
                        parameter,
                        parameter.type().isArray()
                                ? JsonNodeFactory.instance.arrayNode().add(value)
                                : value));
            }
        }
    }

    /** A source in another API is not checked: its catalog is not at hand. */
    private void source(String place, List<String> parameters, From from) {
        if (from.api() != null && !from.api().equals(api.id())) {
            return;
        }
        Action source = api.action(from.action());
        if (source == null) {
            require(false, place + "'" + from.action() + "' is not an action");
            return;
        }
        require(!source.mutates(), place + "'" + from.action() + "' changes something");
        from.parameters().forEach((name, value) -> {
            Field parameter = source.parameters().get(name);
            require(parameter != null, place + "'" + name + "' is not a parameter of " + source.name());
            if (parameter != null) {
                findings.addAll(ValueLint.value(api, place + name, parameter, value));
            }
        });
        require(from.fields().size() == parameters.size(), place + "the source does not have one field per parameter");
        try {
            SampleItems items = SampleItems.of(api, source, shape, from.items(), Map.of(), List.of());
            if (items.isEmpty()) {
                require(false, place + "items '" + from.items() + "' leads to nothing in " + source.name());
            } else {
                fields(place, parameters, from.fields(), items);
            }
        } catch (IllegalArgumentException e) {
            require(false, place + e.getMessage());
        }
    }

    private void fields(String place, List<String> parameters, List<String> fields, SampleItems items) {
        for (int i = 0; i < Math.min(fields.size(), parameters.size()); i++) {
            String field = fields.get(i);
            Field parameter = action.parameters().get(parameters.get(i));
            require(items.haveScalar(field), place + "'" + field + "' is not a scalar field of the source");
            require(
                    parameter == null
                            || !items.have(field)
                            || isOfType(api, single(parameter.type()), items.first(field)),
                    place + "'" + parameters.get(i) + "' has another type than '" + field + "'");
        }
    }

    /** Whether a sample may be given to a parameter of that type. */
    static boolean isOfType(ApiCatalog api, FieldType type, JsonNode sample) {
        JsonNode wanted = new SampleValue(api, "").of(type);
        return wanted.getNodeType() == sample.getNodeType()
                && wanted.isIntegralNumber() == sample.isIntegralNumber()
                && (!type.isArray() || isOfType(api, type.item(), sample.path(0)));
    }

    static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static FieldType single(FieldType type) {
        return type.isArray() ? type.item() : type;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
