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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.CallbackSpec.Registration;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the vendor calls back about: {@code kind:value/value}, without the kind for the first one of the API.
 *
 * @param text as the user wrote it
 * @param values by the parameters that name it
 */
record RegistrationTarget(Registration kind, String text, Map<String, String> values) {

    /**
     * @param name how messages name the endpoint
     * @param kinds kinds of the API
     * @throws InvalidRequestException when it does not fit the kinds
     */
    static RegistrationTarget of(String name, Map<String, Registration> kinds, String text) {
        String place = name + ": registerFor=" + text + ": ";
        int colon = text.indexOf(':');
        Registration kind = colon < 0 ? kinds.values().iterator().next() : kinds.get(text.substring(0, colon));
        if (kind == null) {
            throw new InvalidRequestException(
                    place + "the kind before the colon must be one of " + String.join(", ", kinds.keySet()) + ".");
        }
        List<String> given = new ArrayList<>(List.of(text.substring(colon + 1).split("/", -1)));
        for (String parameter : kind.target()) {
            if (kind.target().indexOf(parameter) >= given.size()
                    && kind.defaults().containsKey(parameter)) {
                given.add(kind.defaults().get(parameter));
            }
        }
        if (given.size() != kind.target().size() || given.stream().anyMatch(String::isBlank)) {
            throw new InvalidRequestException(place + "must be of the form " + String.join("/", kind.target()) + ", or "
                    + kind.name() + ":" + String.join("/", kind.target()) + ".");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            values.put(kind.target().get(i), given.get(i));
        }
        return new RegistrationTarget(kind, text, values);
    }

    /** What is the same target, however it is written. */
    Object identity() {
        return List.of(kind.name(), values);
    }

    /** Whether a record is about it. */
    boolean isIn(JsonNode found) {
        return values.entrySet().stream()
                .allMatch(value -> found.path(value.getKey()).asText().equals(value.getValue()));
    }
}
