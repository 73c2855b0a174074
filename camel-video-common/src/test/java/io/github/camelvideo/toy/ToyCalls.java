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
package io.github.camelvideo.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of the toy API for tests that make them without Camel. */
public final class ToyCalls {

    public static final ApiCatalog API = Catalogs.ofClassPath("toy-video").get("toy");

    private ToyCalls() {}

    /** A protocol whose nonces are 1, 2, 3 and so on: they tell apart what was signed from what was merely repeated. */
    public static ToyProtocol protocol() {
        AtomicInteger nonces = new AtomicInteger();
        return new ToyProtocol(() -> Integer.toString(nonces.incrementAndGet()));
    }

    /** A call with a body. */
    public static ApiCall read() {
        return call("Read", "POST", false, null);
    }

    /** A call with a body that changes something. */
    public static ApiCall write() {
        return call("Write", "POST", true, null);
    }

    /** A call of an action that is in no catalog. */
    public static ApiCall call(String name, String method, boolean mutates, Integer rate) {
        return call(name, method, mutates, rate, false);
    }

    /** A call whose answer may be a file. */
    public static ApiCall download() {
        return call("Load", "GET", false, null, true);
    }

    private static ApiCall call(String name, String method, boolean mutates, Integer rate, boolean download) {
        Action action = new Action(
                name,
                null,
                null,
                new Action.Wire(name, null, method, null, null, Action.Body.JSON, download, Set.of()),
                rate,
                Action.Age.UNKNOWN,
                mutates,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null);
        ObjectNode parameters = ExactJson.object().put("Name", "ü");
        if (method.equals("GET")) {
            // what must be percent-encoded, and what need not be
            parameters.put("Sign", "a+b~*'");
        }
        return new ApiCall(API, action, parameters, "north");
    }
}
