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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.util.stream.Collectors;

/** What is refused of the records of a kind: too many, a name that is taken, unknown references, deletions of what is in use. */
record RecordChecks(ResourceKind kind, ErrorCodes codes, World world) {

    private Records records() {
        return world.records(kind.name());
    }

    void checkCount(Action action) {
        if (kind.max() > 0 && records().size() >= kind.max()) {
            throw codes.refusal(
                    action, Problem.TOO_MANY, "There are " + kind.max() + " records of " + kind.title() + " already");
        }
    }

    /**
     * Refuses a record before it is saved.
     *
     * @param id its own id, which may have the name
     */
    void check(Action action, ObjectNode record, String id) {
        String name = name(record);
        boolean taken = !name.isEmpty()
                && records().ids().stream()
                        .filter(other -> !other.equals(id))
                        .map(records()::get)
                        .anyMatch(other -> other != null && name(other).equals(name));
        if (taken) {
            throw codes.refusal(action, Problem.TAKEN, "Another " + kind.title() + " has the name " + name);
        }
        checkReferences(action, record);
    }

    /** What no two records share; empty for a record without any of it. */
    private String name(ObjectNode record) {
        return kind.unique().stream()
                .map(field -> record.path(field).asText())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Refuses ids of records that do not exist. */
    void checkReferences(Action action, JsonNode node) {
        for (Reference reference : kind.references()) {
            reference
                    .ids(node)
                    .filter(id -> !world.records(reference.kind()).contains(id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw unknown(action, reference, id);
                    });
        }
    }

    private Refusal unknown(Action action, Reference reference, String id) {
        String message = reference.message() == null
                ? reference.field() + ": there is no " + reference.kind() + " " + id
                : reference.message();
        return reference.code() == null
                ? codes.refusal(action, Problem.REFERENCE, message)
                : new Refusal(reference.code(), message);
    }

    /** Refuses the deletion of a record that others depend on. */
    void checkUnused(Action action, String id) {
        for (Dependent dependent : kind.dependents()) {
            if (!dependent.deleted() && !dependent.ids(world, id).isEmpty()) {
                String message = "Records of " + dependent.kind() + " use " + kind.title() + " " + id;
                throw dependent.code() == null
                        ? codes.refusal(action, Problem.IN_USE, message)
                        : new Refusal(dependent.code(), message);
            }
        }
    }
}
