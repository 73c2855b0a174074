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
package io.github.camelvideo.tools.base;

import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads base documents, and the same of documents that say more. */
public final class BaseReader {

    private static final Set<String> API = Set.of(
            "api",
            "title",
            "version",
            "asOf",
            "protocol",
            "endpoint",
            "region",
            "regions",
            "commonRequest",
            "actions",
            "errors",
            "types");
    private static final Set<String> ACTION = Set.of(
            "name",
            "summary",
            "addedIn",
            "removedIn",
            "rateLimit",
            "deprecated",
            "mutates",
            "request",
            "response",
            "paging");
    private static final Set<String> PAGING =
            Set.of("style", "pageParameter", "sizeParameter", "firstPage", "total", "items", "outputToken");
    private static final Set<String> ERROR = Set.of("code", "kind", "reason", "meaning");
    private static final Set<String> FIELD =
            Set.of("name", "type", "required", "nullable", "secret", "min", "max", "maxItems", "values", "summary");

    private final boolean strict;

    private BaseReader(boolean strict) {
        this.strict = strict;
    }

    /** Whether the document is that of an API, base or not. */
    public static boolean recognises(Place root) {
        return root.at("api").isText() && root.at("actions").isArray();
    }

    /**
     * What an import wrote.
     *
     * @throws DocumentException also where it has a member that no import writes, which overwriting it would lose
     */
    public static BaseCatalog written(Place root) {
        return new BaseReader(true).catalog(root);
    }

    /**
     * What a base document would say of a document that may say more.
     *
     * @throws DocumentException if it is no document of an API
     */
    public static BaseCatalog read(Place root) {
        return new BaseReader(false).catalog(root);
    }

    private BaseCatalog catalog(Place root) {
        only(root, API);
        Map<String, List<BaseField>> types = new LinkedHashMap<>();
        if (root.at("types").isPresent()) {
            root.at("types").members().forEach((name, fields) -> types.put(name, fields(fields)));
        }
        Map<String, BaseAction> actions = new LinkedHashMap<>();
        for (Place action : root.at("actions").elements()) {
            BaseAction read = action(action);
            if (actions.put(read.name(), read) != null) {
                throw action.at("name")
                        .error("'" + Place.quoted(read.name()) + "' is defined twice. Remove one of them.");
            }
        }
        return new BaseCatalog(
                root.at("api").text(),
                root.at("title").optionalText(),
                root.at("version").optionalText(),
                date(root.at("asOf")),
                root.at("protocol").optionalText(),
                root.at("endpoint").optionalText(),
                root.at("region").optionalText(),
                root.at("regions").texts(),
                fields(root.at("commonRequest")),
                actions,
                root.at("errors").elements().stream().map(this::error).toList(),
                types);
    }

    private BaseError error(Place error) {
        only(error, ERROR);
        return new BaseError(
                error.at("code").text(),
                error.at("kind").optionalText(),
                error.at("reason").optionalText(),
                error.at("meaning").text());
    }

    private BaseAction action(Place action) {
        only(action, ACTION);
        return new BaseAction(
                action.at("name").text(),
                action.at("summary").optionalText(),
                date(action.at("addedIn")),
                date(action.at("removedIn")),
                action.at("deprecated").flag(),
                action.at("mutates").flag(),
                action.at("paging").isPresent() ? paging(action.at("paging")) : null,
                action.at("rateLimit").optionalInt(),
                fields(action.at("request")),
                fields(action.at("response")));
    }

    private BasePaging paging(Place paging) {
        only(paging, PAGING);
        return new BasePaging(
                paging.at("style").text(),
                paging.at("pageParameter").text(),
                paging.at("sizeParameter").optionalText(),
                paging.at("firstPage").optionalInt(),
                paging.at("total").optionalText(),
                paging.at("items").text(),
                paging.at("outputToken").optionalText());
    }

    private List<BaseField> fields(Place fields) {
        List<BaseField> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place field : fields.elements()) {
            only(field, FIELD);
            String name = field.at("name").text();
            if (!names.add(name)) {
                throw field.at("name").error("'" + Place.quoted(name) + "' is defined twice. Remove one of them.");
            }
            read.add(new BaseField(
                    name,
                    field.at("type").text(),
                    field.at("required").flag(),
                    field.at("nullable").flag(),
                    field.at("secret").flag(),
                    field.at("min").optionalInteger(),
                    field.at("max").optionalInteger(),
                    field.at("maxItems").optionalInt(),
                    field.at("values").texts(),
                    field.at("summary").optionalText()));
        }
        return List.copyOf(read);
    }

    private static LocalDate date(Place date) {
        String text = date.optionalText();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw date.must("be a date such as 2026-08-21");
        }
    }

    private void only(Place object, Set<String> known) {
        for (String name : object.members().keySet()) {
            if (strict && !known.contains(name)) {
                throw object.at(name)
                        .error("an import does not write this, and overwriting the file would lose it."
                                + " Move it into the overlay beside the file, or write elsewhere with --out.");
            }
        }
    }
}
