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
package io.github.camelvideo.tools.diff;

import io.github.camelvideo.tools.base.BaseAction;
import io.github.camelvideo.tools.base.BaseCatalog;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.importing.ReachableTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two catalogs of one API: actions, their parameters and the fields of their responses, and structures. Actions
 * that a catalog keeps although they are gone count as not there.
 *
 * @param actionsAdded names of actions that only the newer catalog has
 * @param actionsRemoved names of actions that only the older catalog has
 * @param actionsChanged actions whose parameters or response fields differ
 * @param typesAdded names of structures that only the newer catalog has
 * @param typesRemoved names of structures that only the older catalog has
 * @param typesChanged structures whose fields differ, by name
 */
public record CatalogDiff(
        List<String> actionsAdded,
        List<String> actionsRemoved,
        List<ActionChange> actionsChanged,
        List<String> typesAdded,
        List<String> typesRemoved,
        Map<String, List<FieldChange>> typesChanged) {

    /** An action that both have, with what differs. */
    public record ActionChange(String action, List<FieldChange> request, List<FieldChange> response) {}

    /** The differences between an older and a newer catalog. */
    public static CatalogDiff between(BaseCatalog older, BaseCatalog newer) {
        Map<String, BaseAction> before = present(older);
        Map<String, BaseAction> now = present(newer);
        List<ActionChange> changed = new ArrayList<>();
        before.forEach((name, action) -> {
            if (now.containsKey(name)) {
                ActionChange change = new ActionChange(
                        name,
                        changes(action.request(), now.get(name).request(), true),
                        changes(action.response(), now.get(name).response(), false));
                if (!change.request().isEmpty() || !change.response().isEmpty()) {
                    changed.add(change);
                }
            }
        });
        Map<String, List<BaseField>> typesBefore = types(older, before);
        Map<String, List<BaseField>> typesNow = types(newer, now);
        Map<String, List<FieldChange>> typesChanged = new LinkedHashMap<>();
        typesBefore.forEach((name, fields) -> {
            List<FieldChange> changes =
                    typesNow.containsKey(name) ? changes(fields, typesNow.get(name), true) : List.of();
            if (!changes.isEmpty()) {
                typesChanged.put(name, changes);
            }
        });
        return new CatalogDiff(
                only(now.keySet(), before.keySet()),
                only(before.keySet(), now.keySet()),
                changed,
                only(typesNow.keySet(), typesBefore.keySet()),
                only(typesBefore.keySet(), typesNow.keySet()),
                typesChanged);
    }

    public boolean isEmpty() {
        return actionsAdded.isEmpty()
                && actionsRemoved.isEmpty()
                && actionsChanged.isEmpty()
                && typesAdded.isEmpty()
                && typesRemoved.isEmpty()
                && typesChanged.isEmpty();
    }

    private static Map<String, BaseAction> present(BaseCatalog api) {
        Map<String, BaseAction> present = new LinkedHashMap<>();
        api.actions().forEach((name, action) -> {
            if (action.removedIn() == null) {
                present.put(name, action);
            }
        });
        return present;
    }

    /** The structures that these actions need. */
    private static Map<String, List<BaseField>> types(BaseCatalog api, Map<String, BaseAction> actions) {
        ReachableTypes needed = new ReachableTypes(api.types());
        actions.values().forEach(action -> {
            needed.add(action.request());
            needed.add(action.response());
        });
        Map<String, List<BaseField>> types = new LinkedHashMap<>(api.types());
        types.keySet().retainAll(needed.names());
        return types;
    }

    private static List<String> only(Set<String> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    /** @param required whether marks of that kind mean something here */
    private static List<FieldChange> changes(List<BaseField> before, List<BaseField> now, boolean required) {
        Map<String, BaseField> newer = new LinkedHashMap<>();
        now.forEach(field -> newer.put(field.name(), field));
        List<FieldChange> changes = new ArrayList<>();
        for (BaseField was : before) {
            BaseField is = newer.remove(was.name());
            if (is == null) {
                changes.add(new FieldChange(FieldChange.Kind.REMOVED, was.name(), was.type(), null));
                continue;
            }
            if (!was.type().equals(is.type())) {
                changes.add(new FieldChange(FieldChange.Kind.TYPE, was.name(), was.type(), is.type()));
            }
            if (required && was.required() != is.required()) {
                changes.add(new FieldChange(
                        FieldChange.Kind.REQUIRED,
                        was.name(),
                        Boolean.toString(was.required()),
                        Boolean.toString(is.required())));
            }
        }
        newer.values()
                .forEach(field -> changes.add(new FieldChange(
                        FieldChange.Kind.ADDED,
                        field.name(),
                        null,
                        field.type() + (required && field.required() ? ", required" : ""))));
        return changes;
    }
}
