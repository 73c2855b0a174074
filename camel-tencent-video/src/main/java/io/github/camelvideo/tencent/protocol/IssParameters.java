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
package io.github.camelvideo.tencent.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Field.Place;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a call by where they travel; one that travels in two places is in both. Those the catalog does not know
 * take the way of the others: the body where there is one, otherwise the query.
 *
 * @param query texts by name, in the order of the call's parameters
 * @param body what goes into the body, or null where the action has none
 */
record IssParameters(Map<String, String> query, ObjectNode body) {

    static IssParameters of(ApiCall call) {
        Map<String, String> query = new LinkedHashMap<>();
        ObjectNode body = hasBody(call) ? ExactJson.object() : null;
        for (Map.Entry<String, JsonNode> parameter : call.parameters().properties()) {
            String name = parameter.getKey();
            Set<Place> places = places(call, name, body != null);
            if (places.contains(Place.QUERY)) {
                query.put(name, text(call, name, parameter.getValue()));
            }
            if (places.contains(Place.BODY)) {
                body.set(name, parameter.getValue());
            }
        }
        return new IssParameters(query, body);
    }

    private static boolean hasBody(ApiCall call) {
        return call.action().parameters().values().stream()
                .anyMatch(field -> field.in().contains(Place.BODY));
    }

    private static Set<Place> places(ApiCall call, String name, boolean hasBody) {
        Field field = call.action().parameters().get(name);
        return field == null ? Set.of(hasBody ? Place.BODY : Place.QUERY) : field.in();
    }

    private static String text(ApiCall call, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.isPojo()) {
            return value.asText();
        }
        throw new InvalidRequestException(call.name() + ": not sent: parameter '" + name + "' is sent in the query,"
                + " which takes texts, numbers and booleans only, but it is "
                + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)
                + ". Give a single value or leave it out.");
    }
}
