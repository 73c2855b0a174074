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
package io.github.camelvideo.simulator.wire.commonaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.FlatParameters;
import io.github.camelvideo.simulator.wire.Incoming;
import io.github.camelvideo.simulator.wire.JsonBody;
import io.github.camelvideo.simulator.wire.Pairs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as far as it can be understood before anything is checked; whatever is missing is null.
 *
 * @param query names and values of the query, decoded
 * @param body of a POST; empty when there is none or it cannot be read
 * @param unreadable why the parameters cannot be read, or null
 */
record CommonAccessRequest(
        HttpCall call,
        Map<String, String> query,
        ObjectNode body,
        Action action,
        ObjectNode parameters,
        String unreadable)
        implements Incoming {

    private static final List<String> COMMON = List.of("appid", "cmd", "interface", "t", "sign");

    /** @param api null when it is not simulated */
    static CommonAccessRequest read(HttpCall call, ApiCatalog api) {
        Map<String, String> query = Pairs.of(call.query());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode parameters = body;
        String unreadable = null;
        Action action = null;
        try {
            if (call.method().equals("POST")) {
                body = JsonBody.of(call);
                parameters = para(body).deepCopy();
                parameters.remove(List.of("app_id", "interface"));
                action = action(api, query, para(body).path("interface").asText());
            } else {
                Map<String, String> own = new TreeMap<>(query);
                own.keySet().removeAll(COMMON);
                action = action(api, query, null);
                parameters = own(api, action, own);
            }
        } catch (IllegalArgumentException e) {
            unreadable = e.getMessage();
        }
        return new CommonAccessRequest(call, query, body, action, parameters, unreadable);
    }

    /** Names contain dots of their own, so they do not describe a tree. */
    private static ObjectNode own(ApiCatalog api, Action action, Map<String, String> own) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (action != null) {
            own.forEach((name, text) -> parameters.set(
                    name,
                    FlatParameters.scalar(
                            text,
                            action.parameters().containsKey(name)
                                    ? action.parameters().get(name).type()
                                    : null)));
        }
        return parameters;
    }

    private static ObjectNode para(ObjectNode body) {
        JsonNode para = body.path("interface").path("para");
        return para instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** @param inner name of the interface inside the body; null for a request without one */
    private static Action action(ApiCatalog api, Map<String, String> query, String inner) {
        if (api == null) {
            return null;
        }
        List<Action> named = api.actions().values().stream()
                .filter(action -> action.wire().name().equals(query.get("interface")))
                .toList();
        return named.stream()
                .filter(action -> named.size() == 1 || action.wire().bodyName().equals(inner))
                .findFirst()
                .orElse(null);
    }

    boolean isMix() {
        return call.method().equals("POST");
    }

    /** What is in the body beside the parameters, and in the structure around them. */
    JsonNode envelope() {
        return body.path("interface");
    }

    @Override
    public String actionName() {
        return action == null ? query.get("interface") : action.name();
    }

    @Override
    public String signature() {
        return query.get("sign");
    }

    @Override
    public String toString() {
        return "CommonAccessRequest[" + actionName() + "]";
    }
}
