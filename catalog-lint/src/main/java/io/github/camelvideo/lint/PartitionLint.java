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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        forEach.optional().forEach(name -> optional(place, forEach, name));
        require(
                forEach.need() != ListSpec.Need.CHOOSE || !forEach.values().isEmpty(),
                place + "nothing to choose from");
        forEach.values().forEach(tuple -> tuple(place, forEach.parameters(), tuple));
        if (forEach.from() != null) {
            source(place, forEach.parameters(), forEach.from());
        }
    }

    /** Without any value left, a partition would be the whole feed. */
    private void optional(String place, ForEach forEach, String name) {
        require(forEach.parameters().contains(name), place + "optional '" + name + "' is not one of the parameters");
        Field parameter = action.parameters().get(name);
        require(parameter == null || !parameter.required(), place + "optional '" + name + "' is required");
        require(forEach.from() != null, place + "optional '" + name + "', but no action lists the values");
        require(!forEach.optional().containsAll(forEach.parameters()), place + "every parameter is optional");
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
        complete(place, source, from);
        require(from.fields().size() == parameters.size(), place + "the source does not have one field per parameter");
        try {
            SampleItems items = SampleItems.of(api, source, shape, from.items(), from.carry(), List.of());
            if (items.isEmpty()) {
                require(false, place + "items '" + from.items() + "' leads to nothing in " + source.name());
                return;
            }
            from.carry()
                    .forEach((name, path) -> require(
                            items.canCarry(path), place + "carry '" + name + "': '" + path + "' is not a field"));
            for (int i = 0; i < Math.min(parameters.size(), from.fields().size()); i++) {
                field(place, parameters.get(i), from.fields().get(i), source, items);
            }
        } catch (IllegalArgumentException e) {
            require(false, place + e.getMessage());
        }
    }

    /** A field of the items, or a parameter that the source is itself called for each value of. */
    private void field(String place, String name, String field, Action source, SampleItems items) {
        boolean isOuter = outer(source).contains(field);
        require(isOuter || items.haveScalar(field), place + "'" + field + "' is not a scalar field of the source");
        Field parameter = action.parameters().get(name);
        if (parameter == null || !isOuter && !items.have(field)) {
            return;
        }
        JsonNode sample = items.have(field)
                ? items.first(field)
                : new SampleValue(api, "1").of(source.parameters().get(field).type());
        require(
                isOfType(api, single(parameter.type()), sample),
                place + "'" + name + "' has another type than '" + field + "'");
    }

    /** What a source requires is given by its own source, by the walk over its pages, or here; a window is given by the user. */
    private void complete(String place, Action source, From from) {
        Set<String> given = new HashSet<>(outer(source));
        given.addAll(from.parameters().keySet());
        if (source.paging() != null) {
            given.add(source.paging().pageParameter());
            given.add(source.paging().sizeParameter());
        }
        if (source.feed() != null && source.feed().window() != null) {
            given.addAll(source.feed().window().parameters());
        }
        source.parameters()
                .values()
                .forEach(parameter -> require(
                        !parameter.required() || given.contains(parameter.name()),
                        place + "'" + parameter.name() + "', required by " + source.name() + ", is not given"));
    }

    private static List<String> outer(Action source) {
        return source.feed() == null
                ? List.of()
                : source.feed().list().forEach().stream()
                        .filter(outer -> outer.need() == ListSpec.Need.REQUIRED)
                        .flatMap(outer -> outer.parameters().stream())
                        .toList();
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

    /** The type of one value of a parameter that takes several. */
    static FieldType single(FieldType type) {
        return type.isArray() ? type.item() : type;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
