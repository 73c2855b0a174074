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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the catalog knows of the items of a feed: their fields at any depth, and which of them are secret. Immutable, for any thread. */
public final class ItemType {

    /** Items of which nothing is known: all their fields count, and none is secret. */
    public static final ItemType UNKNOWN = new ItemType(type -> Map.of(), Map.of(), Set.of(), Set.of());

    /** The field that stands for an item that is a text, in keys and where something is carried into it. */
    private static final String TEXT = "value";

    private final Function<FieldType, Map<String, Field>> structures;
    private final Map<String, Field> fields;

    /** Fields that an item is given from outside: carried from outer levels, or names of members that were chosen. */
    private final Set<String> given;

    private final Set<String> secrets;

    private ItemType(
            Function<FieldType, Map<String, Field>> structures,
            Map<String, Field> fields,
            Set<String> given,
            Set<String> secrets) {
        this.structures = structures;
        this.fields = fields;
        this.given = given;
        this.secrets = secrets;
    }

    /** The type of the items of an action that is a feed. */
    public static ItemType of(ApiCatalog api, Action action) {
        ListSpec list = action.feed().list();
        Items items = Items.find(api, action, list.items());
        Set<String> given = new LinkedHashSet<>(list.carry().keySet());
        given.addAll(captured(list.items()));
        if (list.number() != null) {
            given.add(list.number());
        }
        Set<String> secrets = new LinkedHashSet<>();
        collectSecrets(api, items.fields(), secrets, new HashSet<>());
        if (items.areSecret()) {
            secrets.add(TEXT);
        }
        list.carry().forEach((name, path) -> {
            if (items.isSecret(api, path)) {
                secrets.add(name);
            }
        });
        return new ItemType(api::fields, items.fields(), given, secrets);
    }

    /**
     * The fields of what a path leads to in the answers of an action; empty where the catalog does not know. A protocol may hand over one
     * member of an answer only, so that a path may begin there.
     *
     * @param path an {@link io.github.camelvideo.json.ItemPath}
     */
    public static Map<String, Field> itemFields(ApiCatalog api, Action action, String path) {
        return Items.find(api, action, path).fields();
    }

    /**
     * Names of fields, at any depth, that hold secrets; {@code value} for an item that is itself a secret text.
     */
    public Set<String> secrets() {
        return secrets;
    }

    /** The fields of an item by their names; empty where the catalog does not know them, and for an item that is a text. */
    public Map<String, Field> fields() {
        return fields;
    }

    /** The fields of a structure by their names; empty for other types, and where the catalog does not know them. */
    public Map<String, Field> fields(FieldType structure) {
        return structures.apply(structure);
    }

    /** Names of fields that an item is given from outside, such as of outer levels; their types are not known. */
    public Set<String> given() {
        return given;
    }

    /** What the catalog knows of an item: without the fields, at any depth, that the documents do not have. */
    public JsonNode known(JsonNode item) {
        if (fields.isEmpty() || !item.isObject()) {
            return item;
        }
        ObjectNode known = ExactJson.object();
        item.properties().forEach(member -> {
            Field field = fields.get(member.getKey());
            if (field != null) {
                known.set(member.getKey(), known(member.getValue(), field.type()));
            } else if (given.contains(member.getKey())) {
                known.set(member.getKey(), member.getValue());
            }
        });
        return known;
    }

    private JsonNode known(JsonNode value, FieldType type) {
        return switch (type.kind()) {
            case STRUCT -> knownOfStructure(value, structures.apply(type));
            case ARRAY -> value.isArray() ? elements(value, type.item()) : known(value, type.item());
            case MAP -> value.isObject() ? values(value, type.item()) : value;
            default -> value;
        };
    }

    private JsonNode knownOfStructure(JsonNode value, Map<String, Field> structure) {
        if (structure.isEmpty() || !value.isObject()) {
            return value;
        }
        ObjectNode known = ExactJson.object();
        value.properties().forEach(member -> {
            Field field = structure.get(member.getKey());
            if (field != null) {
                known.set(member.getKey(), known(member.getValue(), field.type()));
            }
        });
        return known;
    }

    private JsonNode elements(JsonNode array, FieldType type) {
        var known = ExactJson.array();
        array.forEach(element -> known.add(known(element, type)));
        return known;
    }

    private JsonNode values(JsonNode map, FieldType type) {
        ObjectNode known = ExactJson.object();
        map.properties().forEach(entry -> known.set(entry.getKey(), known(entry.getValue(), type)));
        return known;
    }

    /** An item without its secrets. */
    public JsonNode withoutSecrets(JsonNode item) {
        if (secrets.isEmpty()) {
            return item;
        }
        return item.isValueNode() && secrets.contains(TEXT) ? NullNode.getInstance() : rest(item);
    }

    private JsonNode rest(JsonNode value) {
        if (value.isObject()) {
            ObjectNode rest = ExactJson.object();
            value.properties().forEach(member -> {
                if (!secrets.contains(member.getKey())) {
                    rest.set(member.getKey(), rest(member.getValue()));
                }
            });
            return rest;
        }
        if (value.isArray()) {
            var rest = ExactJson.array();
            value.forEach(element -> rest.add(rest(element)));
            return rest;
        }
        return value;
    }

    /** All known names as one text, with their paths: another text means that other fields are known. */
    public String description() {
        Set<String> names = new TreeSet<>(given);
        describe("", fields, names, new HashSet<>());
        return String.join(",", names);
    }

    private void describe(String path, Map<String, Field> structure, Set<String> names, Set<FieldType> around) {
        structure.values().forEach(field -> {
            names.add(path + field.name());
            // a structure inside itself is described once
            if (around.add(field.type())) {
                describe(path + field.name() + ".", inner(field.type()), names, around);
                around.remove(field.type());
            }
        });
    }

    private Map<String, Field> inner(FieldType type) {
        return switch (type.kind()) {
            case STRUCT -> structures.apply(type);
            case ARRAY, MAP -> inner(type.item());
            default -> Map.of();
        };
    }

    /**
     * Where the items of an answer are, by its declared fields.
     *
     * @param root the fields that the path begins at
     * @param last the fields that its last step leads to
     * @param fields the fields of an item
     */
    private record Items(Map<String, Field> root, List<Field> last, Map<String, Field> fields) {

        /** A protocol may hand over one member of an answer only, so that a path may begin there. */
        static Items find(ApiCatalog api, Action action, String path) {
            if (path.isEmpty()) {
                return ofAnswer(api, action);
            }
            boolean isRoot = path.equals("[]");
            List<Map<String, Field>> roots = new ArrayList<>();
            if (!isRoot) {
                roots.add(action.answer());
            }
            action.answer().values().forEach(field -> roots.add(api.fields(field.type())));
            Items texts = null;
            for (Map<String, Field> root : roots) {
                Items items = resolve(api, root, path);
                if (!items.fields().isEmpty()) {
                    return items;
                }
                if (texts == null && !items.last().isEmpty()) {
                    texts = items;
                }
            }
            return texts == null ? new Items(Map.of(), List.of(), Map.of()) : texts;
        }

        /** The answer is the item: as a whole, or one member of it. */
        private static Items ofAnswer(ApiCatalog api, Action action) {
            Map<String, Field> fields = new LinkedHashMap<>(action.answer());
            action.answer().values().forEach(member -> api.fields(member.type()).forEach(fields::putIfAbsent));
            return new Items(fields, List.of(), fields);
        }

        private static Items resolve(ApiCatalog api, Map<String, Field> root, String path) {
            if (path.equals("[]")) {
                return new Items(root, List.of(), root);
            }
            Map<String, Field> at = root;
            List<Field> last = List.of();
            for (String step : path.split("\\.")) {
                last = members(at, step);
                at = new LinkedHashMap<>();
                for (Field member : last) {
                    at.putAll(api.fields(member.type()));
                }
            }
            return new Items(root, last, at);
        }

        private static List<Field> members(Map<String, Field> fields, String step) {
            String plain = step.endsWith("|json") ? step.substring(0, step.length() - "|json".length()) : step;
            String name = plain.endsWith("[]") ? plain.substring(0, plain.length() - 2) : plain;
            if (!name.startsWith("{")) {
                return fields.containsKey(name) ? List.of(fields.get(name)) : List.of();
            }
            String names = name.substring(name.indexOf(':') + 1, name.length() - 1);
            return names.equals("*")
                    ? List.copyOf(fields.values())
                    : List.of(names.split("\\|")).stream()
                            .filter(fields::containsKey)
                            .map(fields::get)
                            .toList();
        }

        /** Whether the items themselves, such as texts, are secret. */
        boolean areSecret() {
            return last.stream().anyMatch(Field::secret);
        }

        /** Whether a field beside the items or of an outer level is secret. */
        boolean isSecret(ApiCatalog api, String path) {
            return resolve(api, root, path).areSecret();
        }
    }

    private static List<String> captured(String path) {
        List<String> names = new ArrayList<>();
        for (String step : path.split("\\.")) {
            if (step.startsWith("{")) {
                names.add(step.substring(1, step.indexOf(':')));
            }
        }
        return names;
    }

    private static void collectSecrets(
            ApiCatalog api, Map<String, Field> fields, Set<String> secrets, Set<FieldType> seen) {
        for (Field field : fields.values()) {
            if (field.secret()) {
                secrets.add(field.name());
            }
            if (seen.add(field.type())) {
                collectSecrets(api, api.fields(field.type()), secrets, seen);
            }
        }
    }
}
