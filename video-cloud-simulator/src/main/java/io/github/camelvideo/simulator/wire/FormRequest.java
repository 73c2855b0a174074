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
package io.github.camelvideo.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.http.HttpCall;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request whose parameters are all in a query or form, as far as it can be understood before anything is checked; whatever is
 * missing is null.
 *
 * @param all names and values, decoded
 * @param unreadable why the parameters of the action cannot be read, or null
 */
public record FormRequest(
        HttpCall call, Map<String, String> all, Action action, ObjectNode parameters, String unreadable)
        implements Incoming {

    /** The media type of a form. */
    public static final String TYPE = "application/x-www-form-urlencoded";

    /**
     * Reads a request.
     *
     * @param api null when it is not simulated
     * @param common names of parameters that belong to the protocol
     * @param emptyIsUnset whether an empty value counts as not sent
     */
    public static FormRequest read(
            HttpCall call, Map<String, String> all, ApiCatalog api, Collection<String> common, boolean emptyIsUnset) {
        String name = all.get("Action");
        Action action = api == null || name == null ? null : api.action(name);
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        String unreadable = null;
        if (action != null) {
            Map<String, String> own = new TreeMap<>(all);
            own.keySet().removeAll(common);
            own.values().removeIf(value -> emptyIsUnset && value.isEmpty());
            try {
                parameters = new FlatParameters(api, 1).tree(own, action.parameters());
            } catch (IllegalArgumentException e) {
                unreadable = e.getMessage();
            }
        }
        return new FormRequest(call, all, action, parameters, unreadable);
    }

    @Override
    public String actionName() {
        return all.get("Action");
    }

    @Override
    public String signature() {
        return all.get("Signature");
    }

    /** Without the values, which may hold a token. */
    @Override
    public String toString() {
        return "FormRequest[" + actionName() + "]";
    }
}
