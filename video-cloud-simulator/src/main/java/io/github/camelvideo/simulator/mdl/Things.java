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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Records;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Records of one kind with the refusals that go with their ids and names.
 *
 * @param what the kind in messages
 */
record Things(Records records, String what) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,32}");

    /** The record that {@code Id} names. */
    ObjectNode required(Parameters parameters) {
        return required(parameters.text("Id"), "Id");
    }

    /**
     * The record of an id.
     *
     * @param malformed end of the code for something that can be no id
     */
    ObjectNode required(String id, String malformed) {
        Check.that(
                id != null && ID.matcher(id).matches(),
                malformed,
                "The id of " + what + " must be letters and digits, not \"" + id + "\"");
        return known(id);
    }

    /** The record of an id, where no code tells a malformed id from an unknown one. */
    ObjectNode known(String id) {
        ObjectNode found = records.get(id);
        Check.that(found != null, "NotFound", "There is no " + what + " " + id);
        return found;
    }

    /** Refuses a name with other signs, or one that another record has. */
    void checkName(String name, String ownId) {
        Check.that(
                name != null && NAME.matcher(name).matches(),
                "Name",
                "Name must have 1 to 32 letters, digits and underscores, not \"" + name + "\"");
        boolean taken = records.all().stream()
                .anyMatch(each -> each.path("Name").asText().equals(name)
                        && !each.path("Id").asText().equals(ownId));
        Check.that(!taken, "Name", "Another " + what + " is named " + name);
    }

    /** Removes the record that {@code Id} names, unless the check of its id refuses. */
    ObjectNode delete(Parameters parameters, Consumer<String> check) {
        required(parameters);
        String id = parameters.text("Id");
        check.accept(id);
        records.remove(id);
        return nothing();
    }

    /** All of them, shown each on its own, under {@code Infos}. */
    ObjectNode list(UnaryOperator<ObjectNode> show) {
        ArrayNode infos = JsonNodeFactory.instance.arrayNode();
        records.all().stream().map(show).forEach(infos::add);
        return answer("Infos", infos);
    }

    static ObjectNode answer(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    static ObjectNode id(String id) {
        return JsonNodeFactory.instance.objectNode().put("Id", id);
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The request as it will be kept: what was sent as null, however deep, is not there. */
    static ObjectNode sent(Parameters parameters) {
        ObjectNode sent = parameters.json().deepCopy();
        removeNulls(sent);
        return sent;
    }

    private static void removeNulls(JsonNode node) {
        if (node.isObject()) {
            node.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(Things::removeNulls);
    }
}
