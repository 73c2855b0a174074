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
package io.github.camelvideo.simulator.wire.issrest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Field.Place;
import io.github.camelvideo.simulator.http.FormPart;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.FlatParameters;
import io.github.camelvideo.simulator.wire.JsonBody;
import io.github.camelvideo.simulator.wire.Pairs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the action by method and path and gathers its parameters from where they belong. */
final class IssReader {

    private static final String MULTIPART = "multipart/form-data";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiCatalog api;

    IssReader(ApiCatalog api) {
        this.api = api;
    }

    IssRequest read(HttpCall call) {
        List<Action> atPath = api.actions().values().stream()
                .filter(action -> call.path().equals(action.wire().path()))
                .toList();
        Action action = atPath.stream()
                .filter(candidate -> call.method().equals(candidate.wire().method()))
                .findFirst()
                .orElse(null);
        Map<String, Field> fields = action == null ? Map.of() : action.parameters();
        ObjectNode parameters = JSON.objectNode();
        String problem = null;
        try {
            ObjectNode query = new FlatParameters(api, 0).tree(Pairs.of(call.query()), fields);
            ObjectNode body = body(call, action, fields);
            parameters.setAll(query);
            parameters.setAll(body);
            requirePlaces(fields, query, body);
        } catch (IllegalArgumentException e) {
            problem = e.getMessage();
        }
        QAuthorization authorization = QAuthorization.parse(call.header("Authorization"));
        return new IssRequest(call, authorization, action, !atPath.isEmpty(), parameters, problem);
    }

    private ObjectNode body(HttpCall call, Action action, Map<String, Field> fields) {
        boolean multipart = action != null && action.wire().body() == Action.Body.MULTIPART;
        if (!multipart && call.bodyLength() == 0) {
            return JSON.objectNode();
        }
        String wanted = multipart ? MULTIPART : "application/json";
        if (!call.mediaType().equals(wanted)) {
            throw new IllegalArgumentException("the content type must be " + wanted + ", not " + call.mediaType());
        }
        return multipart ? form(call, fields) : JsonBody.of(call);
    }

    private ObjectNode form(HttpCall call, Map<String, Field> fields) {
        if (call.parts() == null) {
            throw new IllegalArgumentException("the body is not a multipart form");
        }
        Map<String, String> texts = new HashMap<>();
        ObjectNode form = JSON.objectNode();
        for (FormPart part : call.parts()) {
            boolean again = form.has(part.name()) || texts.containsKey(part.name());
            if (part.name() == null || again) {
                throw new IllegalArgumentException("each part must have a name of its own, unlike " + part.name());
            }
            if (part.fileName() == null) {
                texts.put(part.name(), part.text());
            } else {
                form.putObject(part.name())
                        .put("name", part.fileName())
                        .put("length", part.length())
                        .put("sha256", part.sha256());
            }
        }
        form.setAll(new FlatParameters(api, 0).tree(texts, fields));
        return form;
    }

    private static void requirePlaces(Map<String, Field> fields, ObjectNode query, ObjectNode body) {
        for (Field field : fields.values()) {
            JsonNode inQuery = query.get(field.name());
            JsonNode inBody = body.get(field.name());
            requirePlace(field, Place.QUERY, inQuery);
            requirePlace(field, Place.BODY, inBody);
            boolean twice = field.in().contains(Place.QUERY) && field.in().contains(Place.BODY);
            if (twice && inQuery != null && inBody != null && !inQuery.equals(inBody)) {
                throw new IllegalArgumentException(field.name() + " has two values: " + inQuery + " and " + inBody);
            }
            if (twice && (inQuery == null) != (inBody == null)) {
                throw new IllegalArgumentException(field.name() + " must be in the query and in the body");
            }
        }
    }

    private static void requirePlace(Field field, Place place, JsonNode value) {
        if (value != null && !field.in().contains(place)) {
            throw new IllegalArgumentException(
                    field.name() + " does not travel in the " + place + " but in " + field.in());
        }
    }
}
