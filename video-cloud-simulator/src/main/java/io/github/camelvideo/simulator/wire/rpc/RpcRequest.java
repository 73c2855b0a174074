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
package io.github.camelvideo.simulator.wire.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.FlatParameters;
import io.github.camelvideo.simulator.wire.Incoming;
import io.github.camelvideo.simulator.wire.Pairs;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as far as it can be understood before anything is checked; whatever is missing is null.
 *
 * @param all names and values of query and form, decoded
 * @param unreadable why the parameters cannot be read, or null
 */
record RpcRequest(HttpCall call, Map<String, String> all, Action action, ObjectNode parameters, String unreadable)
        implements Incoming {

    static final String FORM = "application/x-www-form-urlencoded";

    /** The vendor's client sends it empty. */
    private static final String SIGNATURE_TYPE = "SignatureType";

    /** @param api null when it is not simulated */
    static RpcRequest read(HttpCall call, ApiCatalog api) {
        Map<String, String> all = pairs(call);
        String name = all.get("Action");
        Action action = api == null || name == null ? null : api.action(name);
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        String unreadable = null;
        if (action != null) {
            Map<String, String> own = new TreeMap<>(all);
            own.keySet().removeAll(action.wire().common());
            own.remove(SIGNATURE_TYPE);
            // "empty: all", says the document of a filter
            own.values().removeIf(String::isEmpty);
            try {
                parameters = new FlatParameters(api, 1).tree(own, action.parameters());
            } catch (IllegalArgumentException e) {
                unreadable = e.getMessage();
            }
        }
        return new RpcRequest(call, all, action, parameters, unreadable);
    }

    static Map<String, String> pairs(HttpCall call) {
        Map<String, String> all = Pairs.of(call.query());
        if (call.mediaType().equals(FORM)) {
            all.putAll(Pairs.of(call.text()));
        }
        return all;
    }

    @Override
    public String actionName() {
        return all.get("Action");
    }

    @Override
    public String signature() {
        return all.get("Signature");
    }

    @Override
    public String toString() {
        return "RpcRequest[" + actionName() + "]";
    }
}
