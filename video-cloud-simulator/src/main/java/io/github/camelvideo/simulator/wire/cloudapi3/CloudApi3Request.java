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
package io.github.camelvideo.simulator.wire.cloudapi3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Incoming;
import java.util.Map;

/**
 * A request as far as it can be understood before anything is checked; whatever is missing is null.
 *
 * @param signing how it is signed
 * @param authorization header of TC3-HMAC-SHA256, taken apart
 * @param common common parameters by their short names, such as {@code Action}
 * @param flat business parameters of a query or form by their dotted names, decoded; null for a JSON body
 * @param api the API it is meant for
 * @param action the action it calls
 * @param parameters business parameters as a tree; empty when they cannot be read
 * @param unreadable why the parameters cannot be read, or null
 */
public record CloudApi3Request(
        HttpCall call,
        Signing signing,
        Authorization authorization,
        Map<String, String> common,
        Map<String, String> flat,
        ApiCatalog api,
        Action action,
        ObjectNode parameters,
        String unreadable)
        implements Incoming {

    /** How a request is signed. */
    enum Signing {
        V3,
        V1,
        NONE
    }

    @Override
    public String actionName() {
        return common.get("Action");
    }

    @Override
    public String signature() {
        return signing == Signing.V3
                ? (authorization == null ? null : authorization.signature())
                : common.get("Signature");
    }

    @Override
    public String toString() {
        return "CloudApi3Request[" + actionName() + "]";
    }
}
