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

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * An action on the records of a kind, as declared. Only the verb is needed.
 *
 * @param verb what it does
 * @param ids parameter that carries the id of the record, or an array of ids; null where it is named as the id field
 * @param inside parameter whose content holds the fields, beside those at the top; null where all are at the top
 * @param absent values of parameters that were not sent
 * @param set fixed values of fields, for {@link Verb#SET}
 * @param when values that the record must have
 * @param unless values that the record must not have
 * @param code error code of a record that does not fulfil {@code when} and {@code unless}; null to leave such a record as it is
 * @param filters fields of the record by the parameter that filters a list by them; one with a {@code ~} before it need only contain
 *     the text. A parameter named as a field filters without a declaration.
 * @param onRequest fields of listed records that are shown only when a parameter asks for them, with that parameter
 */
record ResourceAction(
        Verb verb,
        String ids,
        String inside,
        ObjectNode absent,
        ObjectNode set,
        ObjectNode when,
        ObjectNode unless,
        String code,
        Map<String, String> filters,
        Map<String, String> onRequest) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    ResourceAction {
        absent = absent == null ? JsonNodeFactory.instance.objectNode() : absent;
        set = set == null ? JsonNodeFactory.instance.objectNode() : set;
        filters = filters == null ? Map.of() : filters;
        onRequest = onRequest == null ? Map.of() : onRequest;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ResourceAction of(String verb) {
        return new ResourceAction(
                Verb.valueOf(verb.toUpperCase(Locale.ROOT)), null, null, null, null, null, null, null, null, null);
    }

    /** Whether the state of a record allows the action. */
    boolean allows(ObjectNode record) {
        return (when == null || has(record, when)) && (unless == null || !has(record, unless));
    }

    private static boolean has(ObjectNode record, ObjectNode values) {
        return values.properties().stream().allMatch(value -> record.path(value.getKey())
                .asText()
                .equals(value.getValue().asText()));
    }
}
