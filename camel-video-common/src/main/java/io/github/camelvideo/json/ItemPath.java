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
package io.github.camelvideo.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the items of an answer are. Compiled once, immutable, for any thread. Steps are joined by dots:
 *
 * <ul>
 *   <li>{@code Data}: the member of that name; an array at the end of a path stands for its elements. A vendor may
 *       write an object in the place of a list of one
 *   <li>{@code Infos[]}: each element of that member; {@code []} alone: each element of the answer
 *   <li>{@code {pipeline:Pipeline0|Pipeline1}}: each of the members named, and its name as a field {@code pipeline} of the item
 *   <li>{@code {dimension:*}}: every member, and its name as a field of the item
 *   <li>{@code Detail|json}: the member is a text that holds JSON
 *   <li>the empty path: the answer itself is the only item
 * </ul>
 *
 * <p>Fields of outer levels that an item cannot be understood without are carried into it under names of their own: the path of such a
 * field is the way to its level as above, and the field's name, as {@code DataInfoList[].Name}. A field of the item's own name wins. An
 * item that is not an object becomes one with a field {@code value} where something is carried.
 */
public final class ItemPath {

    private final String text;
    private final List<Step> steps;
    private final List<Carried> carried;

    private ItemPath(String text, List<Step> steps, List<Carried> carried) {
        this.text = text;
        this.steps = steps;
        this.carried = carried;
    }

    /**
     * One step down.
     *
     * @param capture field that takes the name of the member chosen, or null
     * @param names members to go to; empty for all
     * @param each whether to go to each element of what is there
     * @param json whether what is there is a text that holds JSON
     */
    private record Step(String capture, List<String> names, boolean each, boolean json) {}

    /**
     * A field of an outer level.
     *
     * @param name what the item's field is called
     * @param depth number of steps that lead to the level
     * @param field its field
     */
    private record Carried(String name, int depth, String field) {}

    /**
     * A path without fields of outer levels.
     *
     * @throws IllegalArgumentException when the path is not of the form described above, naming the step
     */
    public static ItemPath of(String path) {
        return of(path, Map.of());
    }

    /**
     * @param path as described above
     * @param carried names of fields of the item, and the paths of the fields of outer levels they are taken from
     * @throws IllegalArgumentException when a path is not of that form, naming the step, or a field is not of an outer level
     */
    public static ItemPath of(String path, Map<String, String> carried) {
        List<Step> steps = new ArrayList<>();
        if (!path.isEmpty()) {
            for (String step : path.split("\\.", -1)) {
                steps.add(step(path, step));
            }
        }
        List<Carried> fields = new ArrayList<>();
        carried.forEach((name, from) -> fields.add(carried(path, name, from)));
        return new ItemPath(path, List.copyOf(steps), List.copyOf(fields));
    }

    private static Carried carried(String path, String name, String from) {
        int dot = from.lastIndexOf('.');
        String level = dot < 0 ? "" : from.substring(0, dot);
        if (!level.isEmpty() && !path.startsWith(level + ".")) {
            throw new IllegalArgumentException("'" + from + "', carried as '" + name
                    + "', must be a field of a level that the path '" + path + "' passes.");
        }
        return new Carried(name, level.isEmpty() ? 0 : level.split("\\.", -1).length, from.substring(dot + 1));
    }

    private static Step step(String path, String step) {
        String rest = step;
        boolean json = rest.endsWith("|json");
        rest = json ? rest.substring(0, rest.length() - "|json".length()) : rest;
        boolean each = rest.endsWith("[]");
        rest = each ? rest.substring(0, rest.length() - 2) : rest;
        if (rest.startsWith("{") && rest.endsWith("}") && rest.indexOf(':') > 1) {
            String names = rest.substring(rest.indexOf(':') + 1, rest.length() - 1);
            List<String> members = names.equals("*") ? List.of() : List.of(names.split("\\|"));
            if (!names.isEmpty()) {
                return new Step(rest.substring(1, rest.indexOf(':')), members, each, json);
            }
        } else if (rest.matches("[^{}\\[\\]|:*]*") && (each || !rest.isEmpty())) {
            return new Step(null, List.of(rest), each, json);
        }
        throw new IllegalArgumentException(
                "'" + step + "' in the path '" + path
                        + "' must be a name, name[], [], {field:name|name} or {field:*}, with |json behind a text that holds JSON.");
    }

    /**
     * The items of an answer, in its order. What is absent, null or empty on the way has none.
     *
     * @throws IllegalArgumentException when something else stands where the path goes, naming the place
     */
    public List<JsonNode> find(JsonNode answer) {
        List<JsonNode> found = new ArrayList<>();
        walk(answer, 0, ExactJson.object(), found);
        return found;
    }

    /** Whether there is a list where the path leads, be it an empty one, so that an answer without items says that there are none. */
    public boolean leadsToList(JsonNode answer) {
        return leadsToList(answer, 0);
    }

    private boolean leadsToList(JsonNode at, int depth) {
        if (at.isArray() && at.isEmpty() || depth == steps.size()) {
            return at.isArray();
        }
        Step step = steps.get(depth);
        if (at.isArray()) {
            return step.names().equals(List.of("")) ? anyLeadsToList(at, depth + 1) : anyLeadsToList(at, depth);
        }
        if (step.names().isEmpty()) {
            return at.isObject() && (at.isEmpty() || anyLeadsToList(at, depth + 1));
        }
        return step.names().stream().anyMatch(name -> leadsToList(at.path(name), depth + 1));
    }

    private boolean anyLeadsToList(JsonNode elements, int depth) {
        for (JsonNode element : elements) {
            if (leadsToList(element, depth)) {
                return true;
            }
        }
        return false;
    }

    private void walk(JsonNode at, int depth, ObjectNode context, List<JsonNode> found) {
        if (isNothing(at)) {
            return;
        }
        if (depth == steps.size()) {
            boolean isItem = steps.isEmpty() || steps.get(depth - 1).each();
            if (isItem) {
                add(at, context, found);
            } else if (at.isArray()) {
                at.forEach(element -> add(element, context, found));
            } else if (at.isObject()) {
                add(at, context, found);
            } else {
                throw unexpected(depth - 1, "an array", at);
            }
            return;
        }
        Step step = steps.get(depth);
        ObjectNode inner = withFields(at, depth, context);
        if (step.names().equals(List.of(""))) {
            enter(at, step, depth, inner, found);
        } else if (!at.isObject()) {
            throw unexpected(depth, "an object", at);
        } else if (step.names().isEmpty()) {
            at.properties().forEach(member -> enter(member.getKey(), member.getValue(), step, depth, inner, found));
        } else {
            step.names().forEach(name -> enter(name, at.path(name), step, depth, inner, found));
        }
    }

    private void enter(String name, JsonNode member, Step step, int depth, ObjectNode context, List<JsonNode> found) {
        if (step.capture() == null) {
            enter(member, step, depth, context, found);
        } else {
            enter(member, step, depth, context.deepCopy().put(step.capture(), name), found);
        }
    }

    private void enter(JsonNode member, Step step, int depth, ObjectNode context, List<JsonNode> found) {
        JsonNode value = step.json() ? parsed(member, depth) : member;
        if (!step.each() || isNothing(value)) {
            walk(value, depth + 1, context, found);
        } else if (value.isArray()) {
            value.forEach(element -> walk(element, depth + 1, context, found));
        } else if (value.isObject()) {
            walk(value, depth + 1, context, found);
        } else {
            throw unexpected(depth, "an array", value);
        }
    }

    private JsonNode parsed(JsonNode text, int depth) {
        if (isNothing(text)) {
            return text;
        }
        try {
            return ExactJson.parse(text.asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "step " + (depth + 1) + " of the path '" + text() + "' leads to a text that is not JSON", e);
        }
    }

    private ObjectNode withFields(JsonNode level, int depth, ObjectNode context) {
        ObjectNode inner = context;
        for (Carried field : carried) {
            if (field.depth() != depth) {
                continue;
            }
            JsonNode value = level.path(field.field());
            if (value.isValueNode() && !value.isNull()) {
                inner = inner == context ? context.deepCopy() : inner;
                inner.set(field.name(), value);
            }
        }
        return inner;
    }

    private static void add(JsonNode item, ObjectNode context, List<JsonNode> found) {
        if (context.isEmpty() || item.isNull()) {
            found.add(item);
            return;
        }
        ObjectNode whole = context.deepCopy();
        if (item.isObject()) {
            whole.setAll((ObjectNode) item);
        } else {
            whole.set("value", item);
        }
        found.add(whole);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isContainerNode() && value.isEmpty();
    }

    private IllegalArgumentException unexpected(int depth, String expected, JsonNode found) {
        return new IllegalArgumentException("step " + (depth + 1) + " of the path '" + text + "' needs " + expected
                + " but finds " + found.getNodeType());
    }

    private String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
