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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Incoming;

/**
 * A request of the REST protocol as far as it can be understood before anything is checked.
 *
 * @param authorization the Authorization header taken apart, or null
 * @param action the action of method and path, or null
 * @param pathKnown whether there is any action at that path
 * @param parameters from query and body; a file is an object of name, length and sha256
 * @param problem why the parameters cannot be read, or which one came the wrong way; otherwise null
 */
record IssRequest(
        HttpCall call,
        QAuthorization authorization,
        Action action,
        boolean pathKnown,
        ObjectNode parameters,
        String problem)
        implements Incoming {

    /** The catalog's name, or method and path where there is no action. */
    @Override
    public String actionName() {
        return action == null ? call.toString() : action.name();
    }

    @Override
    public String signature() {
        return authorization == null ? null : authorization.signature();
    }

    @Override
    public String toString() {
        return "IssRequest[" + actionName() + "]";
    }
}
