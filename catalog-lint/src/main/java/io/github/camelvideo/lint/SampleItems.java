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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The items that a path leads to in a sample of an action's answers; more than one where it leads to several lists. */
final class SampleItems {

    private static final String JSON = "|json";

    /** No field of a vendor has such a name. */
    private static final String PROBE = "?";

    private final JsonNode answer;
    private final String path;
    private final List<String> columns;
    private final List<JsonNode> items;

    private SampleItems(JsonNode answer, String path, List<String> columns, List<JsonNode> items) {
        this.answer = answer;
        this.path = path;
        this.columns = columns;
        this.items = items;
    }

    /** @throws IllegalArgumentException when the path does not fit the answer, naming the step */
    static SampleItems of(
            ApiCatalog api,
            Action action,
            AnswerShape shape,
            String path,
            Map<String, String> carry,
            List<String> columns) {
        String row = Collections.nCopies(columns.size(), "1").toString();
        JsonNode answer = shape.sample(api, action, path.contains(JSON) ? "[" + row + "]" : "1");
        return new SampleItems(answer, path, columns, ItemPath.of(path, carry).find(answer));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Whether every item is a row. */
    boolean areRows() {
        return items.stream().allMatch(JsonNode::isArray);
    }

    /** Whether the fields of an item are known: those inside of a text have names only where the feed gives them. */
    boolean areDeclared() {
        return !path.contains(JSON) || !columns.isEmpty();
    }

    /** Whether every item has the field. */
    boolean have(String field) {
        return items.stream().noneMatch(item -> at(item, field).isMissingNode());
    }

    /** Whether the field is a text, a number or a truth value in every item. */
    boolean haveScalar(String field) {
        return items.stream().allMatch(item -> at(item, field).isValueNode());
    }

    /** Whether the field is a text in every item. */
    boolean haveText(String field) {
        return items.stream().allMatch(item -> at(item, field).isTextual());
    }

    /** The field of the first item. */
    JsonNode first(String field) {
        return at(items.get(0), field);
    }

    /** Whether a field of an outer level is there to be carried. */
    boolean canCarry(String from) {
        return ItemPath.of(path, Map.of(PROBE, from)).find(answer).stream().allMatch(item -> item.has(PROBE));
    }

    private JsonNode at(JsonNode item, String field) {
        if (item.isValueNode()) {
            return field.equals("value") ? item : MissingNode.getInstance();
        }
        return ExactJson.at(columns.isEmpty() ? item : named(item), field);
    }

    private JsonNode named(JsonNode row) {
        ObjectNode item = ExactJson.object();
        columns.forEach(column -> item.set(column, row.path(item.size())));
        return item;
    }
}
