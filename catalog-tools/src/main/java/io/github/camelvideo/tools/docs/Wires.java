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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.tools.document.DocumentException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a user meets each wire protocol: what signs the calls, which options carry the key, what of an answer arrives. */
final class Wires {

    private static final Map<String, String> BY_PROTOCOL = Map.of(
            "tencent-cloud-api-3",
            "Cloud API 3.0: JSON, signed by TC3-HMAC-SHA256 or what `signMethod` names. Key: `secretId`, `secretKey`,"
                    + " for temporary keys `sessionToken`. The body a route receives is the content of `Response`.",
            "tencent-iss-rest",
            "REST: method and path by action, signed by HMAC-SHA1 (`q-sign-algorithm`). Key: `secretId`, `secretKey`,"
                    + " for temporary keys `sessionToken`. The body a route receives is the value of `Data`: a map, a list,"
                    + " a text, a boolean or nothing.",
            "tencent-common-access",
            "Common access: the interface is a parameter of the query, the query is signed by MD5 of key and expiry."
                    + " Key: `appId`, `apiKey`. The body a route receives is `output` where the answer has one, else the"
                    + " answer without its result code and message.",
            "tencent-cloud-api-2",
            "Cloud API 2.0: parameters in the query, signed by HMAC-SHA1. Key: `secretId`, `secretKey`. The body a route"
                    + " receives is the answer without its result code and message.",
            "aliyun-rpc-1",
            "RPC: POST with all parameters in the query, signed by HMAC-SHA1. Key: `accessKeyId`, `accessKeySecret`, for"
                    + " temporary keys `securityToken`. The body a route receives is the value of `Data`: a map, a list, a"
                    + " text or nothing.");

    /** Protocols whose envelope has one field for whatever an action answers. */
    private static final Set<String> HAND_OUT_DATA = Set.of("tencent-iss-rest", "aliyun-rpc-1");

    private Wires() {}

    static String of(String protocol) {
        String known = BY_PROTOCOL.get(protocol);
        if (known == null) {
            throw new DocumentException("protocol: no component knows '" + protocol + "'. It must be one of "
                    + String.join(", ", new TreeSet<>(BY_PROTOCOL.keySet())) + ".");
        }
        return known;
    }

    /** Whether the catalog's one answer field is itself the body that a route receives. */
    static boolean handsOutData(String protocol) {
        return HAND_OUT_DATA.contains(protocol);
    }
}
