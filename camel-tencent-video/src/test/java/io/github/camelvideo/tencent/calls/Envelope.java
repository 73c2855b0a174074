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
package io.github.camelvideo.tencent.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a route is to receive of a document's answer, by protocol, and how else a protocol can send a call. */
enum Envelope {
    API_3(
            "tencent-cloud-api-3",
            Stream.of("TC3_HMAC_SHA256", "HMAC_SHA256", "HMAC_SHA1")
                    .flatMap(sign ->
                            Stream.of("POST", "GET").map(method -> "signMethod=" + sign + "&httpMethod=" + method))
                    .toList()) {
        @Override
        JsonNode inside(ObjectNode answer) {
            return without((ObjectNode) answer.get("Response"), "RequestId");
        }

        @Override
        String requestId(ObjectNode answer) {
            return answer.get("Response").get("RequestId").asText();
        }

        @Override
        String refusal(String code, String text) {
            return "{\"Response\":{\"Error\":{\"Code\":\"%s\",\"Message\":\"%s\"},\"RequestId\":\"%s\"}}"
                    .formatted(code, text, REQUEST_ID);
        }
    },
    REST("tencent-iss-rest", List.of("")) {
        @Override
        JsonNode inside(ObjectNode answer) {
            return answer.has("Data") ? answer.get("Data") : NullNode.getInstance();
        }

        @Override
        String requestId(ObjectNode answer) {
            String id = answer.path("RequestId").asText();
            return id.isEmpty() ? null : id;
        }

        @Override
        String refusal(String code, String text) {
            return "{\"RequestId\":\"%s\",\"Code\":0,\"StatusCode\":%s,\"Message\":\"%s\",\"Data\":\"\"}"
                    .formatted(REQUEST_ID, code, text);
        }
    },
    COMMON_ACCESS("tencent-common-access", List.of("")) {
        @Override
        JsonNode inside(ObjectNode answer) {
            return answer.has("output")
                    ? answer.get("output")
                    : without(answer, "ret", "retcode", "message", "errmsg", "code");
        }

        @Override
        String refusal(String code, String text) {
            boolean number = code.matches("-?\\d+");
            return "{\"ret\":%s,\"message\":\"%s\"}".formatted(number ? code : "1", number ? text : code);
        }
    },
    API_2("tencent-cloud-api-2", List.of("httpMethod=GET", "httpMethod=POST")) {
        @Override
        JsonNode inside(ObjectNode answer) {
            return without(answer, "code", "message", "codeDesc");
        }

        /** Codes of the service itself come inside the one of the layer before it. */
        @Override
        String refusal(String code, String text) {
            return OUTER.contains(code)
                    ? "{\"code\":%s,\"message\":\"%s\"}".formatted(code, text)
                    : "{\"code\":5100,\"message\":\"%s\uff1a%s\"}".formatted(code, text);
        }
    };

    static final String REQUEST_ID = "3c3f9ec4-1d3c-4a1c-9b1c-5a1d2c3b4a59";

    private static final Set<String> OUTER = Set.of(
            "4000", "4100", "4200", "4300", "4400", "4500", "4600", "5000", "5100", "5200", "5300", "5400", "5500",
            "6000", "6100", "6200");

    private final String protocol;
    private final List<String> ways;

    Envelope(String protocol, List<String> ways) {
        this.protocol = protocol;
        this.ways = ways;
    }

    static Envelope of(String protocol) {
        return Stream.of(values())
                .filter(envelope -> envelope.protocol.equals(protocol))
                .findFirst()
                .orElseThrow();
    }

    /** Options for each way a call can be signed and sent. */
    List<String> ways() {
        return ways;
    }

    abstract JsonNode inside(ObjectNode answer);

    /** A refusal as the documents show it. */
    abstract String refusal(String code, String text);

    /** The id of the request, or null where the protocol or the example has none. */
    String requestId(ObjectNode answer) {
        return null;
    }

    private static JsonNode without(ObjectNode answer, String... names) {
        return answer.deepCopy().remove(List.of(names));
    }
}
