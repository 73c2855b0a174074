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

import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.definition.Definition.Operation;
import io.github.camelvideo.tools.document.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code api.json} as Tencent Cloud's command line ships it: actions name two of the objects, an object has members, and a member
 * has a type and, for lists and objects, the name of what is inside.
 */
final class TencentReader {

    static final String VENDOR = "tencent";

    private static final String OFFLINE = "offline";
    private static final String DEPRECATED = "deprecated";

    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("int", "Integer"),
            Map.entry("int64", "Integer"),
            Map.entry("uint64", "Integer"),
            Map.entry("float", "Float"),
            Map.entry("double", "Float"),
            Map.entry("bool", "Boolean"),
            Map.entry("string", "String"),
            Map.entry("datetime", "Timestamp"),
            Map.entry("datetime_iso", "Timestamp"),
            Map.entry("date", "Date"),
            Map.entry("binary", "Binary"));

    private final Place root;
    private final Map<String, Place> objects;
    private final Map<String, Boolean> withMembers = new HashMap<>();
    private final Map<String, List<BaseField>> structures = new LinkedHashMap<>();

    private TencentReader(Place root) {
        this.root = root;
        this.objects = root.at("objects").members();
    }

    static boolean recognises(Place root) {
        return root.at("actions").isPresent() && root.at("objects").isPresent();
    }

    static Definition read(Place root) {
        return new TencentReader(root).read();
    }

    private Definition read() {
        objects.forEach((name, object) -> structures.put(typeName(object, name), members(object)));
        Map<String, Operation> operations = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        root.at("actions").members().forEach((name, action) -> {
            if (OFFLINE.equals(action.at("status").optionalText())) {
                notes.add(name + " is left out: the vendor has switched it off.");
            } else {
                operations.put(name, operation(name, action));
            }
        });
        if (operations.isEmpty()) {
            throw root.at("actions")
                    .error("there is no action that can be called. Use the api.json of one service and version.");
        }
        Place metadata = root.at("metadata");
        return new Definition(
                VENDOR,
                metadata.at("serviceShortName").text(),
                Texts.line(metadata.at("serviceNameCN").comment()),
                metadata.at("apiVersion").filledText(),
                Map.of(),
                operations,
                structures,
                notes);
    }

    private String typeName(Place object, String name) {
        String type = Names.type(object, name);
        if (!type.equals(name) && objects.containsKey(type)) {
            throw object.error("the catalog has to call it '" + type + "', but there is an object of that name already."
                    + " Rename one of them in the file.");
        }
        return type;
    }

    private Operation operation(String name, Place action) {
        return new Operation(
                Names.action(action, name),
                List.of(),
                DEPRECATED.equals(action.at("status").optionalText()),
                Texts.line(action.at("document").comment()),
                fields(action.at("input")),
                fields(action.at("output")));
    }

    private List<BaseField> fields(Place reference) {
        String name = reference.text();
        if (!objects.containsKey(name)) {
            throw reference.error(
                    "there is no object '" + Place.quoted(name) + "'. Add it to objects, or correct the name.");
        }
        return structures.get(typeName(objects.get(name), name));
    }

    /** The members of an object that are not disabled. */
    private List<BaseField> members(Place object) {
        List<BaseField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place member : object.at("members").elements()) {
            if (member.at("disabled").flag()) {
                continue;
            }
            BaseField field = field(member);
            if (!names.add(field.name())) {
                throw member.at("name").error("'" + field.name() + "' is defined twice. Remove one of the members.");
            }
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    private BaseField field(Place member) {
        return BaseField.of(
                Names.field(member.at("name"), member.at("name").text()),
                type(member),
                member.at("required").flag(),
                member.at("value_allowed_null").flag(),
                Texts.line(member.at("document").comment()));
    }

    private String type(Place member) {
        Place type = member.at("type");
        Place inner = member.at("member");
        return switch (type.text()) {
            case "list" -> "Array of " + element(inner);
            case "object" -> element(inner);
            // member tells times from other texts
            case "string" -> scalar(inner, "String");
            default -> {
                String known = SCALARS.get(type.text());
                if (known == null) {
                    throw type.error("'" + Place.quoted(type.text()) + "' is not a known type; write one of "
                            + "string, int, float, bool, list, object, binary, date, datetime.");
                }
                yield known;
            }
        };
    }

    private static String scalar(Place inner, String otherwise) {
        String name = inner.optionalText();
        return name == null ? otherwise : SCALARS.getOrDefault(name, otherwise);
    }

    /** What a list or an object consists of: a basic type, a structure, or an object of which no more is known. */
    private String element(Place inner) {
        String name = inner.optionalText();
        if (name == null || name.isEmpty() || name.equals("object")) {
            return "Object";
        }
        Place object = objects.get(name);
        if (object == null) {
            String scalar = SCALARS.get(name);
            if (scalar == null) {
                throw inner.error("there is no object '" + Place.quoted(name)
                        + "'. Add it to objects, or write object for one without a description.");
            }
            return scalar;
        }
        return withMembers.computeIfAbsent(name, any -> hasMembers(object)) ? typeName(object, name) : "Object";
    }

    private static boolean hasMembers(Place object) {
        return object.at("members").elements().stream()
                .anyMatch(member -> !member.at("disabled").flag());
    }
}
