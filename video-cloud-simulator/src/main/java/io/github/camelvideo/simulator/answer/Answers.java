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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.Map;
import java.util.function.BiFunction;

/** Answers the actions of one API: those with a behaviour by it, all others with invented data. */
public final class Answers {

    private final ApiCatalog api;
    private final Shapes shapes;
    private final Map<String, Behaviour> behaviours;
    private final Scripts scripts;
    private final BiFunction<Action, ObjectNode, JsonNode> feeds;
    private final String root;

    /**
     * @param behaviours by action; those of actions that the API does not have are of no use, as in a catalog of the user
     * @param scripts actions that are answered word for word, so that nothing happens in the world
     * @param feeds contents of the answers of actions whose feeds are scripted, and null for others
     * @param root the one field of all answers, whose value the paths of the catalog lead into; null where they lead into the
     *     answer itself
     */
    public Answers(
            ApiCatalog api,
            Shapes shapes,
            Map<String, Behaviour> behaviours,
            Scripts scripts,
            BiFunction<Action, ObjectNode, JsonNode> feeds,
            String root) {
        this.api = api;
        this.shapes = shapes;
        this.behaviours = Map.copyOf(behaviours);
        this.scripts = scripts;
        this.feeds = feeds;
        this.root = root;
    }

    /** The API that is answered for. */
    public ApiCatalog api() {
        return api;
    }

    /**
     * The answer without envelope and request id.
     *
     * @param parameters already checked
     * @throws Refusal when the action says no
     */
    public ObjectNode answer(Action action, ObjectNode parameters) {
        if (scripts.reply(action) != null) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode content = feeds.apply(action, parameters);
        if (content != null) {
            JsonNode whole = root == null
                    ? content
                    : JsonNodeFactory.instance.objectNode().set(root, content);
            return shapes.complete(action.answer(), (ObjectNode) whole);
        }
        Behaviour behaviour = behaviours.get(action.name());
        return behaviour != null
                ? behaviour.answer(new Parameters(parameters))
                : invent(action, new Parameters(parameters));
    }

    /** The object that the paths of the catalog start from, or null when it is not an object. */
    public ObjectNode lists(ObjectNode answer) {
        if (root == null) {
            return answer;
        }
        return answer.get(root) instanceof ObjectNode object ? object : null;
    }

    private ObjectNode invent(Action action, Parameters parameters) {
        ObjectNode answer = shapes.answer(action.answer(), action.name());
        if (action.paging() != null) {
            FieldType list = InventedList.listType(action.paging(), fields(action), api::type);
            if (list != null) {
                new InventedList(action, shapes).turnTo(parameters, lists(answer), list);
            }
        }
        return answer;
    }

    private Map<String, Field> fields(Action action) {
        return root == null
                ? action.answer()
                : api.type(action.answer().get(root).type().struct());
    }
}
