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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the catalog knows of the items of a feed.
 *
 * @param fields names of their fields, with those they are given from outside; empty where nothing is known
 * @param secrets names of fields, at any depth, that hold secrets
 */
public record ItemType(Set<String> fields, Set<String> secrets) {

    /** Items of which nothing is known. */
    public static final ItemType UNKNOWN = new ItemType(Set.of(), Set.of());

    /** The type of the items of an action that is a feed. */
    public static ItemType of(ApiCatalog api, Action action) {
        ListSpec list = action.feed().list();
        Map<String, Field> fields = itemFields(api, action, list.items());
        if (fields.isEmpty()) {
            return UNKNOWN;
        }
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(list.carry().keySet());
        names.addAll(captured(list.items()));
        Set<String> secrets = new LinkedHashSet<>();
        collectSecrets(api, fields, secrets, new LinkedHashSet<>());
        return new ItemType(names, secrets);
    }

    /**
     * The fields of what a path leads to in the answers of an action; empty where the catalog does not know. A protocol may hand over one
     * member of an answer only, so that a path may begin there.
     *
     * @param path an {@link io.github.camelvideo.json.ItemPath}
     */
    public static Map<String, Field> itemFields(ApiCatalog api, Action action, String path) {
        List<Map<String, Field>> roots = new ArrayList<>(List.of(action.answer()));
        action.answer().values().forEach(field -> roots.add(api.fields(field.type())));
        for (Map<String, Field> root : path.isEmpty() || path.equals("[]") ? roots.subList(1, roots.size()) : roots) {
            Map<String, Field> found = resolve(api, root, path);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return path.isEmpty() ? action.answer() : Map.of();
    }

    private static Map<String, Field> resolve(ApiCatalog api, Map<String, Field> fields, String path) {
        if (path.isEmpty() || path.equals("[]")) {
            return fields;
        }
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        Map<String, Field> inner = new LinkedHashMap<>();
        for (Field member : members(fields, step)) {
            inner.putAll(api.fields(member.type()));
        }
        return resolve(api, inner, dot < 0 ? "" : path.substring(dot + 1));
    }

    private static List<Field> members(Map<String, Field> fields, String step) {
        String name = step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
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
