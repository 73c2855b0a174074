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

import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.base.BasePaging;
import io.github.camelvideo.tools.definition.Definition;
import io.github.camelvideo.tools.definition.Definition.Operation;
import io.github.camelvideo.tools.rules.PagingForm;
import io.github.camelvideo.tools.rules.VendorRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by the names of parameters and fields how an action pages. What is not certain is not paged. */
final class PagingFinder {

    private final Definition definition;
    private final VendorRules rules;

    /** First pages that texts of the API tell, by name of the parameter. */
    private final Map<String, Set<Integer>> told = new HashMap<>();

    PagingFinder(Definition definition, VendorRules rules) {
        this.definition = definition;
        this.rules = rules;
        Set<String> pageNames = new HashSet<>();
        rules.paging().forEach(form -> pageNames.addAll(form.page()));
        for (Operation operation : definition.operations().values()) {
            for (BaseField field : operation.request()) {
                if (pageNames.contains(field.name())) {
                    told(field).ifPresent(first -> told.computeIfAbsent(field.name(), name -> new HashSet<>())
                            .add(first));
                }
            }
        }
    }

    /** How an action that reads pages, or null. */
    BasePaging paging(Operation operation) {
        for (PagingForm form : rules.paging()) {
            BaseField page = named(operation.request(), form.page(), form.isCursor() ? "String" : "Integer");
            BaseField size = named(operation.request(), form.size(), "Integer");
            if (page == null || size == null && !form.size().isEmpty()) {
                continue;
            }
            Items items = items(operation.response());
            Integer first = form.isCursor() ? null : firstPage(form, page);
            if (items == null || first == null && !form.isCursor()) {
                continue;
            }
            BaseField token = named(items.beside(), form.outputToken(), "String");
            if (form.isCursor() && token == null) {
                continue;
            }
            BaseField total = named(items.beside(), rules.total(), "Integer");
            return new BasePaging(
                    form.style(),
                    page.name(),
                    size == null ? null : size.name(),
                    first,
                    total == null ? null : items.path() + total.name(),
                    items.list(),
                    token == null ? null : items.path() + token.name());
        }
        return null;
    }

    /** The field with the first of the names that there is, if its type is right. */
    private static BaseField named(Collection<BaseField> fields, List<String> names, String type) {
        for (String name : names) {
            for (BaseField field : fields) {
                if (field.name().equals(name)) {
                    return field.type().equals(type) ? field : null;
                }
            }
        }
        return null;
    }

    /** @param path what stands before the names of total and token: empty, or the envelope with a dot */
    private record Items(String path, String list, List<BaseField> beside) {}

    /** The one list of a response, which may lie in an envelope; null where there is none or more than one. */
    private Items items(List<BaseField> response) {
        for (BaseField field : response) {
            if (field.name().equals(rules.unwrapped())) {
                return definition.structures().containsKey(field.type()) ? items("", structure(field)) : null;
            }
        }
        Items beside = items("", response);
        if (beside != null) {
            return beside;
        }
        return response.stream()
                .filter(field -> rules.envelope().contains(field.name()))
                .map(field -> items(field.name() + ".", structure(field)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<BaseField> structure(BaseField field) {
        return definition.structures().getOrDefault(field.type(), List.of());
    }

    private Items items(String path, List<BaseField> fields) {
        BaseField list = list(fields);
        if (list != null) {
            return new Items(path, path + list.name(), fields);
        }
        if (fields.stream().anyMatch(BaseField::isArray)) {
            return null;
        }
        // some vendors put a list into a structure that has nothing else
        List<BaseField> wrappers = fields.stream()
                .filter(field ->
                        structure(field).size() == 1 && structure(field).get(0).isArray())
                .toList();
        return wrappers.size() == 1
                ? new Items(
                        path,
                        path + wrappers.get(0).name() + "."
                                + structure(wrappers.get(0)).get(0).name(),
                        fields)
                : null;
    }

    /** The one list of a structure; if there is none, the one list of anything. */
    private BaseField list(List<BaseField> fields) {
        List<BaseField> lists = fields.stream().filter(BaseField::isArray).toList();
        List<BaseField> structured = lists.stream()
                .filter(field -> definition.structures().containsKey(field.single()))
                .toList();
        if (structured.size() == 1) {
            return structured.get(0);
        }
        return lists.size() == 1 ? lists.get(0) : null;
    }

    private Integer firstPage(PagingForm form, BaseField page) {
        Optional<Integer> own = told(page);
        if (own.isPresent()) {
            return own.get();
        }
        if (form.firstPage() != null) {
            return form.firstPage();
        }
        Set<Integer> others = told.getOrDefault(page.name(), Set.of());
        return others.size() == 1 ? others.iterator().next() : null;
    }

    /** The first page that the text of a parameter tells; none if it tells two. */
    private Optional<Integer> told(BaseField page) {
        if (page.summary() == null) {
            return Optional.empty();
        }
        List<Integer> matching = rules.firstPageTexts().entrySet().stream()
                .filter(texts -> finds(texts.getValue(), page.summary()))
                .map(Map.Entry::getKey)
                .toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    private static boolean finds(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
