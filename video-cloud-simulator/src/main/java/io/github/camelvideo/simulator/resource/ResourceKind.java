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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A kind of record that an API creates, reads, lists, changes and deletes.
 *
 * @param name kind of the records in the world, such as {@code mdl/input}
 * @param id field of the id, or null for records that are identified by a key
 * @param newId how ids are made, see {@link IdForm}
 * @param key fields that together identify a record without an id
 * @param unique fields whose values together no two records share; empty for none
 * @param max how many records there may be; 0 for any number
 * @param defaults fields of a new record that were not sent
 * @param renamed fields of the record by the parameter that sets them, where the names differ
 * @param references fields that refer to other records
 * @param dependents records of other kinds that refer to these
 * @param timestamps times that the records carry, or null
 * @param codes error codes by problem, where they differ from those of the API
 * @param actions declared actions by name
 */
record ResourceKind(
        String name,
        String id,
        String newId,
        List<String> key,
        List<String> unique,
        int max,
        ObjectNode defaults,
        Map<String, String> renamed,
        List<Reference> references,
        List<Dependent> dependents,
        Timestamps timestamps,
        Map<Problem, List<String>> codes,
        Map<String, ResourceAction> actions) {

    ResourceKind {
        key = key == null ? List.of() : key;
        unique = unique == null ? List.of() : unique;
        defaults = defaults == null ? JsonNodeFactory.instance.objectNode() : defaults;
        renamed = renamed == null ? Map.of() : renamed;
        references = references == null ? List.of() : references;
        dependents = dependents == null ? List.of() : dependents;
        timestamps = timestamps == null ? new Timestamps(null, null, null) : timestamps;
        codes = codes == null ? Map.of() : codes;
        actions = actions == null ? Map.of() : actions;
        if ((id == null) == key.isEmpty()) {
            throw new IllegalArgumentException(name + ": either an id field or key fields must be declared");
        }
    }

    /** The kind in messages, such as {@code input}. */
    String title() {
        return name.substring(name.indexOf('/') + 1).replace('-', ' ');
    }

    /** The field that a parameter sets. */
    String field(String parameter) {
        return renamed.getOrDefault(parameter, parameter);
    }
}
