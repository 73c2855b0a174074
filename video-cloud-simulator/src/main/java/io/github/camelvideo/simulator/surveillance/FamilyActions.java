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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/** The five actions of a family. */
final class FamilyActions {

    private final World world;
    private final Clock clock;
    private final Shown shown;
    private final Family family;
    private final FamilyRules rules;
    private final Stock stock;

    FamilyActions(World world, Clock clock, Shown shown, Family family, FamilyRules rules) {
        this.world = world;
        this.clock = clock;
        this.shown = shown;
        this.family = family;
        this.rules = rules;
        this.stock = family.stock(world);
    }

    void addTo(Map<String, Behaviour> behaviours) {
        behaviours.put("Add" + family.name(), this::add);
        behaviours.put("Update" + family.name(), this::update);
        behaviours.put("Delete" + family.name(), this::delete);
        behaviours.put("Describe" + family.name(), this::describe);
        behaviours.put("List" + family.name() + "s", this::list);
    }

    private ObjectNode add(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode thing = Data.object()
                    .put(family.idField(), stock.records().newUuid().replace("-", ""))
                    .put("Status", 1)
                    .put("CreateAt", Times.text(clock.instant()));
            check(thing, parameters.json());
            return save(thing);
        });
    }

    private ObjectNode update(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode thing = stock.required(parameters);
            ObjectNode before = thing.deepCopy();
            check(thing, (ObjectNode) parameters.json().path("Mod"));
            rules.retire(before);
            return save(thing);
        });
    }

    private void check(ObjectNode thing, ObjectNode changes) {
        ObjectNode sent = changes.deepCopy();
        sent.properties().removeIf(field -> field.getValue().isNull());
        rules.merge(thing, sent);
        Names.check(thing.path(family.nameField()).asText(), Names.NAME, Codes.NAME);
        Names.checkDescription(thing.path("Describe"), Codes.DESCRIPTION);
        stock.checkUnique(family.nameField(), thing, family.taken());
        rules.check(thing);
    }

    private ObjectNode save(ObjectNode thing) {
        thing.put("Since", clock.instant().getEpochSecond()).put("UpdateAt", Times.text(clock.instant()));
        stock.save(thing);
        return Data.of(shown.as(family.name(), thing));
    }

    private ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            ObjectNode thing = stock.required(parameters);
            rules.checkDelete(thing);
            rules.retire(thing);
            stock.remove(parameters);
            return Data.none();
        });
    }

    private ObjectNode describe(Parameters parameters) {
        return Data.of(shown.as(family.full(), stock.required(parameters)));
    }

    private ObjectNode list(Parameters parameters) {
        return Data.list(stock.records().all(), thing -> shown.as(family.full(), thing));
    }
}
