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
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.FieldType.Kind;
import io.github.camelvideo.catalog.Paging;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a schema cannot say: that the parts of a catalog fit each other. */
public final class CatalogLint {

    private final ApiCatalog api;
    private final AnswerShape shape;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> usedTypes = new HashSet<>();

    private CatalogLint(ApiCatalog api, AnswerShape shape) {
        this.api = api;
        this.shape = shape;
    }

    /**
     * What does not fit; nothing when all does.
     *
     * @param shape what paths of feeds and pages begin at
     */
    public static List<String> findings(ApiCatalog api, AnswerShape shape) {
        CatalogLint lint = new CatalogLint(api, shape);
        lint.check();
        return lint.findings;
    }

    private void check() {
        api.actions().values().forEach(this::action);
        if (api.callbacks() != null) {
            callbacks(api.callbacks());
        }
        api.types().forEach((name, fields) -> {
            fields.values().forEach(field -> field(name, field));
            require(usedTypes.contains(name), "type " + name + " is used nowhere");
        });
        Set<String> groups = new HashSet<>();
        api.actions().values().forEach(action -> groups.add(action.group()));
        api.groups().keySet().forEach(group -> require(groups.contains(group), "group " + group + " has no action"));
    }

    private void action(Action action) {
        String name = action.name();
        require(
                action.group() == null || api.groups().containsKey(action.group()),
                name + ": group '" + action.group() + "' is not declared");
        require(
                action.region() != Action.RegionRule.REQUIRED || !api.regions().isEmpty(),
                name + ": takes a region, but there are none");
        action.errors()
                .forEach(
                        code -> require(api.errors().containsKey(code), name + ": error '" + code + "' is not listed"));
        fields(name, action.parameters());
        fields(name, action.answer());
        action.parameters()
                .values()
                .forEach(field -> require(!field.nullable(), name + "." + field.name() + ": nullable"));
        action.answer().values().forEach(field -> require(!field.required(), name + "." + field.name() + ": required"));
        if (action.paging() != null) {
            paging(action, action.paging());
        }
        if (action.feed() != null) {
            findings.addAll(FeedLint.findings(api, action, shape));
        }
    }

    private void callbacks(CallbackSpec callbacks) {
        int before = findings.size();
        callbacks.events().forEach((name, event) -> fields("callback " + name, event.fields()));
        // a sample needs fields whose types are declared
        if (findings.size() == before) {
            findings.addAll(CallbackLint.findings(api, shape));
        }
    }

    /** Checks the fields and marks the structures that can be reached from them. */
    private void fields(String place, Map<String, Field> fields) {
        for (Field field : fields.values()) {
            field(place, field);
            FieldType single = single(field.type());
            if (single.kind() == Kind.STRUCT && usedTypes.add(single.struct())) {
                api.type(single.struct())
                        .values()
                        .forEach(inner -> fields(single.struct(), Map.of(inner.name(), inner)));
            }
        }
    }

    private void field(String owner, Field field) {
        String place = owner + "." + field.name() + ": ";
        FieldType single = single(field.type());
        boolean number = single.kind() == Kind.INTEGER;
        require(
                single.kind() != Kind.STRUCT || api.types().containsKey(single.struct()),
                place + "type '" + single + "' is not declared");
        require(field.min() == null && field.max() == null || number, place + "a range, but no number");
        require(
                field.min() == null || field.max() == null || field.min().compareTo(field.max()) <= 0,
                place + "the range is empty");
        require(field.maxItems() == null || field.type().isArray(), place + "maxItems, but not an array");
        require(
                field.values().isEmpty() || number || single.kind() == Kind.STRING,
                place + "values, but neither a string nor a number");
        for (String value : field.values()) {
            require(!number || isInRange(value, field), place + "value '" + value + "' is not a number in range");
        }
    }

    private static boolean isInRange(String value, Field field) {
        if (!value.matches("-?[0-9]+")) {
            return false;
        }
        BigInteger number = new BigInteger(value);
        return (field.min() == null || number.compareTo(field.min()) >= 0)
                && (field.max() == null || number.compareTo(field.max()) <= 0);
    }

    private void paging(Action action, Paging paging) {
        String place = action.name() + " paging: ";
        Kind kind = paging.style() == Paging.Style.CURSOR ? Kind.STRING : Kind.INTEGER;
        require(
                isOf(action.parameters().get(paging.pageParameter()), kind),
                place + "pageParameter '" + paging.pageParameter() + "' does not fit");
        require(
                paging.sizeParameter() == null || isOf(action.parameters().get(paging.sizeParameter()), Kind.INTEGER),
                place + "sizeParameter '" + paging.sizeParameter() + "' does not fit");
        require(isList(action, paging.items()), place + "items '" + paging.items() + "' is not an array");
        require(
                paging.total() == null || isOf(inAnswer(action, paging.total()), Kind.INTEGER),
                place + "total '" + paging.total() + "' is not a number");
        require(
                paging.outputToken() == null || isOf(inAnswer(action, paging.outputToken()), Kind.STRING),
                place + "outputToken '" + paging.outputToken() + "' is not a string");
    }

    /** An array, or all arrays of a structure. */
    private boolean isList(Action action, String path) {
        int all = path.indexOf(".{");
        if (all < 0) {
            return isOf(inAnswer(action, path), Kind.ARRAY);
        }
        Field lists = inAnswer(action, path.substring(0, all));
        return isOf(lists, Kind.STRUCT)
                && api.type(lists.type().struct()).values().stream().allMatch(field -> isOf(field, Kind.ARRAY));
    }

    private Field inAnswer(Action action, String path) {
        return FieldPath.resolve(api, shape.fields(api, action), path);
    }

    private static boolean isOf(Field field, Kind kind) {
        return field != null && field.type().kind() == kind;
    }

    private static FieldType single(FieldType type) {
        return type.item() == null ? type : single(type.item());
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
