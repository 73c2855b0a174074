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
package io.github.camelvideo.tencent.protocol;

import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.DottedParameters;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls with signature version 3: what is common to all calls in headers, the parameters as JSON, or as a query for a GET. */
final class Tc3Encoder {

    /** For parameters that no query or form can carry. */
    static final String REMEDY_OF_A_QUERY = "Leave it out, or use httpMethod=POST with signMethod=TC3-HMAC-SHA256.";

    static final String JSON_TYPE = "application/json; charset=utf-8";
    static final String GET_TYPE = "application/x-www-form-urlencoded";

    /** What the vendor's SDKs send with a call that is not signed. */
    private static final String UNSIGNED = "SKIP";

    private static final byte[] EMPTY = {};

    private final Tc3Signer signer = new Tc3Signer(new Tc3Keys());
    private final HttpMethod method;
    private final Language language;

    Tc3Encoder(HttpMethod method, Language language) {
        this.method = method;
        this.language = language;
    }

    /** @param credentials null for a call that is not signed */
    WireRequest encode(ApiCall call, String service, String host, Credentials credentials, Instant now) {
        boolean post = method == HttpMethod.POST;
        String query = post ? null : query(call);
        byte[] body = post ? body(call) : EMPTY;
        String contentType = post ? JSON_TYPE : GET_TYPE;

        SortedMap<String, String> signed = new TreeMap<>();
        signed.put("content-type", contentType);
        signed.put("host", host);
        signed.put("x-tc-action", call.action().name());

        Map<String, String> headers = common(call, credentials, now);
        String authorization = credentials == null
                ? UNSIGNED
                : signer.authorization(
                        credentials, service, now, new Tc3Signer.Signed(method.name(), query, signed, body));
        headers.put("Authorization", authorization);
        return new WireRequest(
                method.name(),
                "/",
                query,
                headers,
                contentType,
                post ? WireBody.of(body) : null,
                credentials == null ? null : Tc3Signer.signature(authorization));
    }

    private Map<String, String> common(ApiCall call, Credentials credentials, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-TC-Action", call.action().name());
        headers.put("X-TC-Version", call.api().version());
        headers.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
        if (call.region() != null) {
            headers.put("X-TC-Region", call.region());
        }
        if (credentials != null && credentials.token() != null) {
            headers.put("X-TC-Token", credentials.token());
        }
        if (language != null) {
            headers.put("X-TC-Language", language.tag());
        }
        return headers;
    }

    private static byte[] body(ApiCall call) {
        byte[] body = ExactJson.bytes(call.parameters());
        SizeLimits.JSON.check(call, body.length);
        return body;
    }

    /** The vendor shows only flat parameters in a signed query; nested ones take the form version 1 gives them. */
    private static String query(ApiCall call) {
        String query = FormEncoding.encode(DottedParameters.of(call, 0, REMEDY_OF_A_QUERY));
        SizeLimits.GET.check(call, query.length());
        return query.isEmpty() ? null : query;
    }
}
