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
package io.github.camelvideo.tools.importing;

import io.github.camelvideo.tools.base.BaseAction;
import io.github.camelvideo.tools.base.BaseCatalog;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.document.DocumentException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries what the catalog of earlier definitions knows over into that of newer ones: since when an action is there, and the actions
 * that are gone, so that they stay callable.
 */
public final class History {

    private final BaseCatalog before;
    private final BaseCatalog now;

    private History(BaseCatalog before, BaseCatalog now) {
        this.before = before;
        this.now = now;
    }

    /**
     * The newer catalog with the dates of the earlier one, and with its actions that are gone.
     *
     * @throws DocumentException if they are not catalogs of one API in this order
     */
    public static BaseCatalog continued(BaseCatalog before, BaseCatalog now) {
        if (!before.api().equals(now.api())) {
            throw new DocumentException("The existing catalog is that of '" + before.api() + "', not of '" + now.api()
                    + "'. Give --api " + before.api() + " or another --out.");
        }
        if (before.protocol() != null && !before.protocol().equals(now.protocol())) {
            throw new DocumentException("The existing catalog is of the protocol '" + before.protocol()
                    + "', the definitions are of '" + now.protocol()
                    + "', so that they are not of one API. Give another name with --api or another --out.");
        }
        if (before.asOf() != null && before.asOf().isAfter(now.asOf())) {
            throw new DocumentException(
                    "The existing catalog is as of " + before.asOf() + ", the definitions are as of " + now.asOf()
                            + ". Give the date of the definitions with --as-of, or newer definitions.");
        }
        return new History(before, now).continued();
    }

    private BaseCatalog continued() {
        Map<String, BaseAction> dated = new LinkedHashMap<>();
        now.actions().forEach((name, action) -> dated.put(name, action.known(addedIn(name), null)));
        Map<String, BaseAction> gone = new LinkedHashMap<>();
        before.actions().forEach((name, action) -> {
            if (!now.actions().containsKey(name)) {
                gone.put(name, action.known(action.addedIn(), removedIn(action)));
            }
        });
        return new BaseCatalog(
                now.api(),
                now.title(),
                now.version(),
                now.asOf(),
                now.protocol(),
                now.endpoint(),
                now.region(),
                now.regions(),
                now.commonRequest(),
                inPlace(dated, gone, before.actions().keySet()),
                now.errors(),
                inPlace(now.types(), typesOf(gone.values()), before.types().keySet()));
    }

    private LocalDate addedIn(String name) {
        BaseAction known = before.actions().get(name);
        return known == null ? now.asOf() : known.addedIn();
    }

    private LocalDate removedIn(BaseAction action) {
        return action.removedIn() == null ? now.asOf() : action.removedIn();
    }

    /** Structures that only actions need which are gone. */
    private Map<String, List<BaseField>> typesOf(Collection<BaseAction> gone) {
        Map<String, List<BaseField>> all = new LinkedHashMap<>(before.types());
        all.putAll(now.types());
        ReachableTypes needed = new ReachableTypes(all);
        gone.forEach(action -> {
            needed.add(action.request());
            needed.add(action.response());
        });
        Map<String, List<BaseField>> types = new LinkedHashMap<>();
        all.forEach((name, fields) -> {
            if (needed.names().contains(name) && !now.types().containsKey(name)) {
                types.put(name, fields);
            }
        });
        return types;
    }

    /** The newer entries in their order, each followed by those that are gone and stood behind it before. */
    private static <T> Map<String, T> inPlace(Map<String, T> newer, Map<String, T> gone, Collection<String> order) {
        Map<String, List<String>> behind = new LinkedHashMap<>();
        String anchor = "";
        for (String name : order) {
            if (newer.containsKey(name)) {
                anchor = name;
            } else if (gone.containsKey(name)) {
                behind.computeIfAbsent(anchor, any -> new ArrayList<>()).add(name);
            }
        }
        Map<String, T> all = new LinkedHashMap<>();
        behind.getOrDefault("", List.of()).forEach(name -> all.put(name, gone.get(name)));
        newer.forEach((name, entry) -> {
            all.put(name, entry);
            behind.getOrDefault(name, List.of()).forEach(after -> all.put(after, gone.get(after)));
        });
        return all;
    }
}
