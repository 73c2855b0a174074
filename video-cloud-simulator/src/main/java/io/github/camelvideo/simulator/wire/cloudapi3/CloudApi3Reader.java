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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.ApiChoice;
import io.github.camelvideo.simulator.wire.FlatParameters;
import io.github.camelvideo.simulator.wire.JsonBody;
import io.github.camelvideo.simulator.wire.Pairs;
import io.github.camelvideo.simulator.wire.cloudapi3.CloudApi3Request.Signing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Understands as much of a request as it can and judges nothing. */
final class CloudApi3Reader {

    static final String FORM = "application/x-www-form-urlencoded";

    /** What travels among the business parameters in a request signed with v1; the vendor's SDK adds RequestClient. */
    private static final List<String> COMMON = List.of(
            "Action",
            "Version",
            "Region",
            "Timestamp",
            "Nonce",
            "SecretId",
            "Signature",
            "SignatureMethod",
            "Token",
            "Language",
            "RequestClient");

    private static final List<String> COMMON_HEADERS =
            List.of("Action", "Version", "Region", "Timestamp", "Token", "Language", "RequestClient");

    private final Collection<ApiCatalog> apis;

    CloudApi3Reader(Collection<ApiCatalog> apis) {
        this.apis = List.copyOf(apis);
    }

    CloudApi3Request read(HttpCall call) {
        String header = call.header("Authorization");
        boolean form = call.method().equals("POST") && call.mediaType().equals(FORM);
        Map<String, String> pairs = Pairs.of(form ? call.text() : call.query());
        if (header != null) {
            Authorization authorization = Authorization.parse(header);
            Map<String, String> common = new HashMap<>();
            for (String name : COMMON_HEADERS) {
                String value = call.header("X-TC-" + name);
                if (value != null) {
                    common.put(name, value);
                }
            }
            String service = authorization == null ? null : authorization.service();
            return read(call, Signing.V3, authorization, common, call.method().equals("GET") ? pairs : null, service);
        }
        Map<String, String> common = new HashMap<>();
        for (String name : COMMON) {
            if (pairs.containsKey(name)) {
                common.put(name, pairs.remove(name));
            }
        }
        Signing signing = common.containsKey("Signature") || common.containsKey("SecretId") ? Signing.V1 : Signing.NONE;
        return read(call, signing, null, common, pairs, null);
    }

    private CloudApi3Request read(
            HttpCall call,
            Signing signing,
            Authorization authorization,
            Map<String, String> common,
            Map<String, String> flat,
            String service) {
        ApiCatalog api = api(call, service, common.get("Version"), common.get("Action"));
        Action action = api == null || common.get("Action") == null ? null : api.action(common.get("Action"));
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        String unreadable = null;
        try {
            Map<String, Field> fields = action == null ? Map.of() : action.parameters();
            parameters = flat == null ? JsonBody.of(call) : new FlatParameters(api, 0).tree(flat, fields);
        } catch (IllegalArgumentException e) {
            unreadable = e.getMessage();
        }
        return new CloudApi3Request(call, signing, authorization, common, flat, api, action, parameters, unreadable);
    }

    /**
     * With v3 the signature names the service; with v1 there are only the host name and the version to go by. The vendor's
     * own SDK, pointed at another host, signs with the first label of that host as service: then the version decides too.
     */
    private ApiCatalog api(HttpCall call, String service, String version, String action) {
        String host = call.headers().getOrDefault("host", "");
        String label = host.split("[.:]", 2)[0];
        String wanted = service == null ? label : service;
        List<ApiCatalog> ofService =
                apis.stream().filter(api -> wanted.equals(service(api))).toList();
        // a service may have several versions, each with a catalog of its own
        return ApiChoice.of(ofService.isEmpty() && wanted.equals(label) ? apis : ofService, version, action);
    }

    private static String service(ApiCatalog api) {
        return api.endpoint().substring(0, api.endpoint().indexOf('.'));
    }
}
