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
package io.github.camelvideo.simulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The actions of an API on plain records: which there are, and what they do, is declared in {@code records/<api>.json}. */
public final class ResourceActions {

    private final ApiCatalog api;
    private final AnswerBuilder answers;
    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final Map<String, UnaryOperator<ObjectNode>> views = new HashMap<>();

    public ResourceActions(ApiCatalog api, World world, AnswerBuilder answers, Clock clock) {
        this.api = api;
        this.answers = answers;
        ResourceKinds declared = ResourceKinds.read(api.id());
        for (ResourceKind kind : declared.kinds()) {
            ErrorCodes codes = new ErrorCodes(kind.codes(), declared.codes());
            ResourceStore store = new ResourceStore(kind, codes, world, clock);
            kind.actions().forEach((name, action) -> {
                // a user's catalog may lack an action of ours
                if (api.action(name) != null) {
                    behaviours.put(name, behaviour(kind, store, name, action));
                }
            });
        }
    }

    /** Adds fields that are worked out when a record of a kind is shown, such as counts. */
    public ResourceActions show(String kind, UnaryOperator<ObjectNode> view) {
        views.put(kind, view);
        return this;
    }

    /** Behaviours by action. */
    public Map<String, Behaviour> behaviours() {
        return behaviours;
    }

    private Behaviour behaviour(ResourceKind kind, ResourceStore store, String name, ResourceAction declared) {
        Action action = api.action(name);
        return switch (declared.verb()) {
            case CREATE -> parameters -> record(kind, store, action, store.create(action, sent(declared, parameters)));
            case READ ->
                parameters -> record(kind, store, action, store.required(action, declared, sent(declared, parameters)));
            case MODIFY, REPLACE ->
                parameters -> record(kind, store, action, store.modify(action, declared, sent(declared, parameters)));
            case LIST ->
                parameters -> answers.page(
                        name,
                        parameters,
                        store.list(action, declared, sent(declared, parameters)),
                        record -> shown(kind, store, record));
            case SET ->
                parameters -> {
                    store.set(action, declared, sent(declared, parameters));
                    return AnswerBuilder.nothing();
                };
            case DELETE ->
                parameters -> record(kind, store, action, store.delete(action, declared, sent(declared, parameters)));
        };
    }

    private static ObjectNode sent(ResourceAction declared, Parameters parameters) {
        ObjectNode sent = declared.absent().deepCopy().setAll(parameters.json().deepCopy());
        if (declared.inside() != null && sent.remove(declared.inside()) instanceof ObjectNode inside) {
            sent.setAll(inside);
        }
        return sent;
    }

    private ObjectNode record(ResourceKind kind, ResourceStore store, Action action, ObjectNode record) {
        String id = kind.id() == null ? "" : record.path(kind.id()).asText();
        return answers.record(action.name(), id, shown(kind, store, record));
    }

    private ObjectNode shown(ResourceKind kind, ResourceStore store, ObjectNode record) {
        return views.getOrDefault(kind.name(), UnaryOperator.identity()).apply(store.withDependents(record));
    }
}
