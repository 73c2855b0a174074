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
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;

/**
 * Records of one kind and how a missing one is refused.
 *
 * @param idField the parameter and the field with the id
 * @param unknown code when there is none of that id
 * @param what how messages name one of them
 */
record Stock(Records records, String idField, String unknown, String what) {

    /** The record that the parameter names. */
    ObjectNode required(Parameters parameters) {
        return required(parameters.text(idField));
    }

    ObjectNode required(String id) {
        ObjectNode found = id == null ? null : records.get(id);
        Refusal.unless(found != null, unknown, "There is no " + what + " " + id);
        return found;
    }

    void save(ObjectNode thing) {
        records.save(thing.path(idField).asText(), thing);
    }

    /** Removes the record that the parameter names. */
    void remove(Parameters parameters) {
        records.remove(required(parameters).path(idField).asText());
    }

    /** Refuses a value of a field that another record has. */
    void checkUnique(String field, ObjectNode thing, String code) {
        boolean taken = Data.where(records, field, thing.path(field).asText()).stream()
                .anyMatch(each -> !each.path(idField).equals(thing.path(idField)));
        Refusal.unless(!taken, code, "Another " + what + " has the " + field + " " + thing.path(field));
    }
}
