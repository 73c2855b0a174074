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
package io.github.camelvideo.tools.definition;

import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.definition.Definition.Operation;
import io.github.camelvideo.tools.document.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code api-docs.json} as Alibaba Cloud publishes it at {@code api.aliyun.com/meta/v1}, for APIs of the style RPC: actions with
 * parameters and a response, all described by nested schemas. An object inside a schema becomes a structure of its own.
 */
final class AliyunReader {

    static final String VENDOR = "aliyun";

    private static final String STYLE = "RPC";
    private static final String COMPONENT = "#/components/schemas/";

    /** Lists and objects that are sent as one text: JSON, or elements with commas in between. */
    /** The deepest schema of the vendor has about ten. */
    private static final int MOST_LEVELS = 120;

    private static final Set<String> AS_TEXT = Set.of("json", "simple");

    private final Place root;
    private final Map<String, List<BaseField>> structures = new LinkedHashMap<>();
    /** How often a name was given, by the name without a number. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Map<String, String> components = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int depth;

    private AliyunReader(Place root) {
        this.root = root;
    }

    static boolean recognises(Place root) {
        return root.at("info").isPresent() && root.at("apis").isPresent();
    }

    static Definition read(Place root) {
        return new AliyunReader(root).read();
    }

    private Definition read() {
        Place info = root.at("info");
        if (!STYLE.equals(info.at("style").text())) {
            throw info.at("style").must("be " + STYLE + " (APIs of other styles are not supported)");
        }
        Place shared = root.at("components");
        Place schemas = shared.isObject() ? shared.at("schemas") : shared;
        // an empty list where there are none
        if (schemas.isObject()) {
            schemas.members().forEach(this::component);
            // after all names are known, because schemas may refer to each other
            schemas.members().forEach((name, schema) -> {
                String type = components.get(name);
                if (structures.containsKey(type)) {
                    structures.put(type, fields(type, schema.at("properties")));
                }
            });
        }
        Map<String, Operation> operations = new LinkedHashMap<>();
        root.at("apis").members().forEach((name, api) -> operations.put(name, operation(name, api)));
        if (operations.isEmpty()) {
            throw root.at("apis")
                    .error("there is no action that can be called. Use the api-docs.json of one product and version.");
        }
        return new Definition(
                VENDOR,
                info.at("product").text().toLowerCase(Locale.ROOT),
                Texts.line(info.at("title").comment()),
                info.at("version").filledText(),
                endpoints(),
                operations,
                structures,
                notes);
    }

    private Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        for (Place endpoint : root.at("endpoints").elements()) {
            endpoints.put(
                    endpoint.at("regionId").filledText(),
                    endpoint.at("endpoint").text());
        }
        return endpoints;
    }

    /** Gives a named schema its type: a structure, or what it is instead. */
    private void component(String name, Place schema) {
        if (isEmpty(schema.at("properties"))) {
            components.put(name, type(name, "", schema));
            return;
        }
        String type = Names.type(schema, name);
        if (structures.putIfAbsent(type, List.of()) != null) {
            throw schema.error("the catalog has to call it '" + type + "', but there is a schema of that name already."
                    + " Rename one of them in the file.");
        }
        components.put(name, type);
    }

    private static boolean isEmpty(Place object) {
        return !object.isPresent() || object.json().isEmpty();
    }

    private Operation operation(String name, Place api) {
        String action = Names.action(api, name);
        return new Operation(
                action,
                Stream.of(api.at("operationType"), api.at("systemTags").at("operationType"))
                        .map(Place::optionalText)
                        .filter(Objects::nonNull)
                        .toList(),
                api.at("deprecated").flag(),
                Texts.line(summary(api)),
                parameters(action, api.at("parameters")),
                response(action, api.at("responses").at("200").at("schema")));
    }

    private static String summary(Place api) {
        String summary = api.at("summary").comment();
        return summary == null ? api.at("title").comment() : summary;
    }

    private List<BaseField> parameters(String action, Place parameters) {
        Map<String, BaseField> fields = new LinkedHashMap<>();
        for (Place parameter : parameters.elements()) {
            Place named = parameter.at("name");
            if (parameter.at("in").text().equals("header")) {
                notes.add(action + "/" + Place.quoted(named.text())
                        + " is left out: the protocol sends no parameters in headers.");
                continue;
            }
            if (!Names.isField(named.text())
                    && !parameter.at("schema").at("required").flag()) {
                leaveOut(action, named.text());
                continue;
            }
            String name = Names.field(named, named.text());
            BaseField field = parameter(action, name, parameter);
            BaseField before = fields.putIfAbsent(name, field);
            if (before != null && !before.type().equals(field.type())) {
                throw named.error("'" + name + "' is defined twice, as " + before.type() + " and as " + field.type()
                        + ". Remove one of the parameters.");
            }
        }
        return List.copyOf(fields.values());
    }

    private BaseField parameter(String action, String name, Place parameter) {
        Place schema = parameter.at("schema");
        String style = parameter.at("style").optionalText();
        return style != null && AS_TEXT.contains(style)
                ? BaseField.of(name, "String", schema.at("required").flag(), false, text(schema))
                : field(action + "Request", name, schema);
    }

    private List<BaseField> response(String action, Place schema) {
        String component = schema.at("$ref").optionalText();
        if (component != null) {
            return structures.getOrDefault(referred(schema.at("$ref")), List.of());
        }
        return fields(action + "Response", schema.at("properties"));
    }

    /** @param owner what the fields belong to: structures inside it are called after it and the field */
    private List<BaseField> fields(String owner, Place properties) {
        if (!properties.isPresent()) {
            return List.of();
        }
        List<BaseField> fields = new ArrayList<>();
        properties.members().forEach((name, schema) -> {
            if (Names.isField(name) || schema.at("required").flag()) {
                fields.add(field(owner, Names.field(schema, name), schema));
            } else {
                leaveOut(owner, name);
            }
        });
        return List.copyOf(fields);
    }

    /** What nobody has to send and a response may carry all the same does not stop the import of everything else. */
    private void leaveOut(String owner, String name) {
        notes.add(owner + "/" + Place.quoted(name) + " is left out: a catalog cannot have a field of this name.");
    }

    private BaseField field(String owner, String name, Place schema) {
        String type = readable(type(owner, name, schema), schema);
        boolean isArray = type.startsWith("Array of ");
        Place element = isArray && schema.at("items").isPresent() ? schema.at("items") : schema;
        boolean isWhole = type.endsWith("Integer") || type.endsWith("Long");
        BigInteger least = isWhole ? bound(element, "minimum", "exclusiveMinimum", 1) : null;
        BigInteger most = isWhole ? bound(element, "maximum", "exclusiveMaximum", -1) : null;
        if (least != null && most != null && least.compareTo(most) > 0) {
            notes.add(owner + "/" + name + ": the bounds are left out, because no number is within them.");
            least = null;
            most = null;
        }
        return new BaseField(
                name,
                type,
                schema.at("required").flag(),
                false,
                false,
                least,
                most,
                isArray ? maxItems(schema.at("maxItems")) : null,
                values(element, type),
                text(schema));
    }

    /** The type, if a catalog accepts it: lists of lists have an end. */
    private static String readable(String type, Place schema) {
        try {
            FieldType.parse(type);
            return type;
        } catch (CatalogException e) {
            throw schema.error(e.getMessage() + ". Describe what is inside as any.");
        }
    }

    private static Integer maxItems(Place maxItems) {
        Integer most = maxItems.optionalInt();
        return most == null || most < 1 ? null : most;
    }

    private static String text(Place schema) {
        String description = schema.at("description").comment();
        return Texts.line(description == null ? schema.at("title").comment() : description);
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? name
                : Character.toUpperCase(name.charAt(0)) + name.substring(1).replace(".", "");
    }

    /** Follows objects and lists inwards, as deep as the stack of a thread allows with ease. */
    private String type(String owner, String field, Place schema) {
        if (depth == MOST_LEVELS) {
            throw schema.error("objects and lists must not nest more than " + MOST_LEVELS + " levels.");
        }
        depth++;
        String type = typeHere(owner, field, schema);
        depth--;
        return type;
    }

    private String typeHere(String owner, String field, Place schema) {
        if (schema.at("$ref").isPresent()) {
            return referred(schema.at("$ref"));
        }
        Place type = schema.at("type");
        String format = schema.at("format").optionalText();
        return switch (type.text()) {
            case "string" -> format != null && format.startsWith("iso8601") ? "Timestamp" : "String";
            case "integer" -> "int64".equals(format) ? "Long" : "Integer";
            case "number" -> "double".equals(format) ? "Double" : "Float";
            case "boolean" -> "Boolean";
            case "array" ->
                "Array of " + (schema.at("items").isPresent() ? type(owner, field, schema.at("items")) : "Object");
            case "object" -> object(owner, field, schema);
            case "any" -> "Object";
            default ->
                throw type.error("'" + Place.quoted(type.text())
                        + "' is not a known type; write one of string, integer, number, boolean, array, object, any.");
        };
    }

    private String object(String owner, String field, Place schema) {
        if (isEmpty(schema.at("properties"))) {
            Place values = schema.at("additionalProperties");
            return values.isObject() && !values.json().isEmpty() ? "Map of " + type(owner, field, values) : "Object";
        }
        String name = unused(Names.type(schema, owner + capital(field)));
        // taken before its fields, which may make structures of their own
        structures.put(name, List.of());
        List<BaseField> fields = fields(owner, schema.at("properties"));
        if (fields.isEmpty()) {
            // all were left out, and a structure of a catalog has fields
            structures.remove(name);
            return "Object";
        }
        structures.put(name, fields);
        return name;
    }

    /** Several fields of one action can have the same name. */
    private String unused(String name) {
        String unused = name;
        while (structures.containsKey(unused)) {
            unused = name + numbers.merge(name, 2, (last, any) -> last + 1);
        }
        return unused;
    }

    private String referred(Place reference) {
        String text = reference.text();
        String type = text.startsWith(COMPONENT) ? components.get(text.substring(COMPONENT.length())) : null;
        if (type == null) {
            throw reference.error("there is no schema '" + Place.quoted(text)
                    + "'. Add it to components/schemas, or correct the name.");
        }
        return type;
    }

    /** The files write bounds as texts or as numbers, and some are no whole numbers: these do not bound a whole number usefully. */
    private static BigInteger bound(Place schema, String name, String exclusive, int inward) {
        String text = schema.at(name).json().asText();
        if (!text.matches("-?[0-9]{1,30}")) {
            return null;
        }
        BigInteger bound = new BigInteger(text);
        return schema.at(exclusive).flag() ? bound.add(BigInteger.valueOf(inward)) : bound;
    }

    /** The closed list of values, if a catalog can say it. */
    private static List<String> values(Place schema, String type) {
        String allowed =
                switch (type.startsWith("Array of ") ? type.substring("Array of ".length()) : type) {
                    case "String" -> "[!-~]+";
                    case "Integer", "Long" -> "-?[0-9]+";
                    default -> null;
                };
        if (allowed == null || !schema.at("enum").isPresent()) {
            return List.of();
        }
        List<String> values = schema.at("enum").elements().stream()
                .map(value -> value.json().asText())
                .distinct()
                .toList();
        return values.stream().allMatch(value -> value.matches(allowed)) ? values : List.of();
    }
}
