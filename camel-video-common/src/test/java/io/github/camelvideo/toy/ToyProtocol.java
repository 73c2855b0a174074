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
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.DottedParameters;
import io.github.camelvideo.protocol.Envelope;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An example of {@link ApiProtocol}: the action is the path, parameters travel as JSON or in the query of a GET, and one HMAC over the
 * request is the signature. A refusal is {@code {"error": code, "message": text}}; any other object is the data.
 *
 * <p>Thread-safe, since all endpoints of a component share it: nothing is kept but the source of nonces
 * and what was warned of.
 */
public class ToyProtocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "toy-hmac";

    private static final byte[] EMPTY = {};

    /** A refusal must not get lost: these are read strictly, whatever is tolerated in the data. */
    private final JsonContent content = new JsonContent(Envelope.of(List.of("error", "message")));

    private final Supplier<String> nonce;

    /** @param nonce gives a text for each attempt that never came before; asked by any thread */
    public ToyProtocol(Supplier<String> nonce) {
        this.nonce = nonce;
    }

    /** Called for each attempt, so that time stamp and nonce are fresh. Encodes exactly what it signs. */
    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        boolean get = "GET".equals(call.action().wire().method());
        String method = get ? "GET" : "POST";
        String path = "/" + call.action().wire().name();
        String query = get ? FormEncoding.encode(DottedParameters.of(call, 0, "Leave it out.")) : null;
        byte[] body = get ? EMPTY : ExactJson.bytes(call.parameters());

        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-key", credentials.id());
        headers.put("x-time", now.toString());
        headers.put("x-nonce", nonce.get());
        headers.put("x-host", host);
        headers.put("x-signature", signature(credentials.secret(), method, path, query, headers, body));
        return new WireRequest(
                method,
                path,
                query,
                headers,
                get ? "application/x-www-form-urlencoded" : "application/json",
                get ? null : WireBody.of(body),
                headers.get("x-signature"));
    }

    static String signature(
            String secret, String method, String path, String query, Map<String, String> headers, byte[] body) {
        String text = String.join(
                "\n",
                method,
                path,
                query == null ? "" : query,
                headers.get("x-host"),
                headers.get("x-time"),
                headers.get("x-nonce"),
                Digests.sha256Hex(body));
        return Digests.hex(Digests.hmac(Digests.HMAC_SHA256, Digests.utf8(secret), text));
    }

    /** The catalog says what a code means: whether the call may be sent again follows from it. */
    @Override
    public ApiResponse decode(ApiCall call, WireResponse response) {
        ObjectNode answer = content.read(call, response);
        String requestId = response.header("x-request-id");
        String code = JsonContent.text(answer, "error");
        if (code != null) {
            throw ApiException.of(
                    call.name(),
                    call.api().error(code),
                    JsonContent.text(answer, "message"),
                    requestId,
                    response.status());
        }
        return new ApiResponse(answer, requestId);
    }
}
