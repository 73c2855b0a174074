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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec.Lookup;
import io.github.camelvideo.catalog.CallbackSpec.Registration;
import io.github.camelvideo.catalog.CallbackSpec.Setting;
import io.github.camelvideo.catalog.CallbackSpec.Template;
import io.github.camelvideo.catalog.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the actions which register addresses of callbacks exist, and take and show what the registration needs. */
final class RegistrationLint {

    private final ApiCatalog api;
    private final List<String> findings = new ArrayList<>();
    private String place;

    private RegistrationLint(ApiCatalog api) {
        this.api = api;
    }

    static List<String> findings(ApiCatalog api) {
        RegistrationLint lint = new RegistrationLint(api);
        api.callbacks().registrations().values().forEach(lint::registration);
        return lint.findings;
    }

    private void registration(Registration kind) {
        place = "callbacks registration " + kind.name() + ": ";
        kind.urls()
                .keySet()
                .forEach(event -> require(
                        api.callbacks().events().containsKey(event), "'" + event + "' is not one of the events"));
        require(
                kind.key() == null || api.callbacks().check() != null,
                "a key is registered, but requests are not signed");
        defaults(kind);
        Set<String> written = new HashSet<>(kind.urls().values());
        if (kind.key() != null) {
            written.add(kind.key());
        }
        if (kind.template() != null) {
            template(kind, kind.template(), written);
        } else {
            setting(kind, kind.setting(), written);
        }
    }

    /** What may be left out stands behind what may not. */
    private void defaults(Registration kind) {
        boolean mayBeLeftOut = false;
        for (String parameter : kind.target()) {
            boolean hasDefault = kind.defaults().containsKey(parameter);
            require(
                    hasDefault || !mayBeLeftOut,
                    "target '" + parameter + "' needs a default, since one before it has one");
            mayBeLeftOut |= hasDefault;
        }
        kind.defaults()
                .keySet()
                .forEach(name -> require(kind.target().contains(name), "default '" + name + "' is not of the target"));
    }

    private void template(Registration kind, Template template, Set<String> written) {
        Set<String> content = new HashSet<>(written);
        content.add(template.name());
        writes(template.create(), content);
        Set<String> changed = new HashSet<>(content);
        changed.add(template.id());
        writes(template.modify(), changed);
        writes(template.remove(), Set.of(template.id()));
        Action create = api.action(template.create());
        require(
                create == null || create.answer().containsKey(template.id()),
                template.create() + " does not tell '" + template.id() + "'");
        Set<String> listed = new HashSet<>(changed);
        template.unlisted().forEach(name -> {
            require(listed.remove(name), "unlisted '" + name + "' is not written");
            Map<String, Field> fields = fields(template.list());
            require(fields == null || !fields.containsKey(name), "unlisted '" + name + "' is listed");
        });
        reads(template.list(), Set.of(), listed);
        Set<String> rule = new HashSet<>(kind.target());
        writes(template.rules().remove(), rule);
        rule.add(template.id());
        writes(template.rules().create(), rule);
        reads(template.rules().list(), Set.of(), rule);
    }

    private void setting(Registration kind, Setting setting, Set<String> written) {
        Set<String> shown = new HashSet<>(written);
        shown.addAll(kind.target());
        reads(setting.read(), kind.target(), shown);
        Set<String> given = new HashSet<>(shown);
        given.addAll(setting.values().keySet());
        Action modify = api.action(setting.modify());
        Map<String, Field> fields = fields(setting.read());
        if (setting.replaces() && modify != null && fields != null) {
            modify.parameters()
                    .keySet()
                    .forEach(name -> require(
                            fields.containsKey(name) || setting.values().containsKey(name),
                            setting.read().action() + " does not show '" + name + "', which " + setting.modify()
                                    + " would clear"));
            require(modify.mutates(), setting.modify() + " changes nothing");
            given.forEach(path -> parameter(modify, path));
        } else {
            writes(setting.modify(), given);
        }
    }

    /** The action changes something, and has the parameters that it is given, and no other that it needs. */
    private void writes(String name, Collection<String> given) {
        Action action = action(name);
        if (action != null) {
            require(action.mutates(), name + " changes nothing");
            takes(action, given);
        }
    }

    private void takes(Action action, Collection<String> given) {
        Set<String> names = new HashSet<>();
        for (String path : given) {
            names.add(path.replaceAll("\\..*", ""));
            parameter(action, path);
        }
        action.parameters()
                .values()
                .forEach(parameter -> require(
                        !parameter.required() || names.contains(parameter.name()),
                        action.name() + " needs '" + parameter.name() + "'"));
    }

    private void parameter(Action action, String path) {
        require(field(action.parameters(), path) != null, action.name() + " has no parameter '" + path + "'");
    }

    /** The action changes nothing, and shows those fields. */
    private void reads(Lookup lookup, Collection<String> given, Collection<String> shown) {
        Action action = action(lookup.action());
        if (action == null) {
            return;
        }
        require(!action.mutates(), lookup.action() + " changes something");
        require(
                action.paging() == null || !given.isEmpty(),
                lookup.action() + " shows only a page, and registrations read no others");
        takes(action, given);
        Map<String, Field> fields = fields(lookup);
        if (fields == null) {
            require(false, lookup.action() + " has no records in '" + lookup.items() + "'");
        } else {
            shown.forEach(
                    path -> require(field(fields, path) != null, lookup.action() + " does not show '" + path + "'"));
        }
    }

    /** Fields of the records, or null where there are none. */
    private Map<String, Field> fields(Lookup lookup) {
        Action action = api.action(lookup.action());
        Field items = action == null ? null : action.answer().get(lookup.items());
        Map<String, Field> fields = items == null ? Map.of() : api.fields(items.type());
        return fields.isEmpty() ? null : fields;
    }

    private Field field(Map<String, Field> fields, String path) {
        Map<String, Field> level = fields;
        Field found = null;
        for (String name : path.split("\\.")) {
            found = level.get(name);
            if (found == null) {
                return null;
            }
            level = api.fields(found.type());
        }
        return found.type().isScalar() ? found : null;
    }

    private Action action(String name) {
        Action action = api.action(name);
        require(action != null, "'" + name + "' is not an action");
        return action;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(place + otherwise);
        }
    }
}
