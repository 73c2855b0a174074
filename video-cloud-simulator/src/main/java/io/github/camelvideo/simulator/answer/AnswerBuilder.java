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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType.Kind;
import io.github.camelvideo.catalog.Paging;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts records into answers, where and how the catalog declares them. */
public final class AnswerBuilder {

    private final ApiCatalog api;
    private final Shapes shapes;
    private final String root;
    private final String invalidPage;

    /**
     * @param root the one field that holds the content of all answers; null where the answer itself holds it
     * @param invalidPage error code of a page that cannot be asked for
     */
    public AnswerBuilder(ApiCatalog api, Shapes shapes, String root, String invalidPage) {
        this.api = api;
        this.shapes = shapes;
        this.root = root;
        this.invalidPage = invalidPage;
    }

    /** An answer that says nothing but success. */
    public static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The answer with one record, or with as much of it as the action answers; declared fields that it lacks are empty. */
    public ObjectNode record(String action, String id, ObjectNode record) {
        Map<String, Field> fields = api.action(action).answer();
        ObjectNode known = nothing();
        for (Field field : fields.values()) {
            Kind kind = field.type().kind();
            if (kind == Kind.STRUCT) {
                known.set(field.name(), record);
            } else if (kind == Kind.ARRAY && field.type().item().kind() == Kind.STRUCT) {
                known.putArray(field.name()).add(record);
            } else if (kind == Kind.STRING && field.name().equals(root)) {
                known.put(field.name(), id);
            } else if (record.has(field.name())) {
                known.set(field.name(), record.get(field.name()));
            }
        }
        return shapes.complete(fields, known);
    }

    /** The page of a list that a call asks for, or all of it where the action does not page. */
    public <T> ObjectNode page(String action, Parameters parameters, List<T> all, Function<T, ObjectNode> show) {
        return page(action, parameters, all, Integer.MAX_VALUE, show);
    }

    /**
     * The page of a list that a call asks for.
     *
     * @param reach how many items can be paged through at most
     */
    public <T> ObjectNode page(
            String name, Parameters parameters, List<T> all, int reach, Function<T, ObjectNode> show) {
        Action action = api.action(name);
        Paging paging = action.paging();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        ObjectNode content = nothing();
        if (paging == null) {
            all.stream().map(show).forEach(items::add);
            content.put("TotalCount", all.size());
        } else {
            Page page = Page.of(paging, parameters, reach, invalidPage);
            page.cut(all).stream().map(show).forEach(items::add);
            page.describe(content, all.size());
        }
        Map<String, Field> fields = action.answer();
        if (root == null) {
            content.set(listField(paging, fields), items);
            return shapes.complete(fields, content);
        }
        Field rootField = fields.get(root);
        ObjectNode known = nothing();
        if (rootField.type().isArray()) {
            known.set(root, items);
        } else {
            content.set(listField(paging, api.type(rootField.type().struct())), items);
            known.set(root, content);
        }
        return shapes.complete(fields, known);
    }

    private static String listField(Paging paging, Map<String, Field> fields) {
        return paging != null
                ? paging.items()
                : fields.values().stream()
                        .filter(field -> field.type().isArray())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("None of " + fields.keySet() + " is a list"))
                        .name();
    }
}
