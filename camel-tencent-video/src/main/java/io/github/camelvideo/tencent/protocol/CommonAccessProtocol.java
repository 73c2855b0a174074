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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.CommonNames;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.DottedParameters;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Tencent's live interfaces of 2017 at {@code /common_access}: parameters in the query of a GET, or for some actions as JSON that is
 * posted. Signed is nothing but the time at which the request expires.
 */
public final class CommonAccessProtocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "tencent-common-access";

    private static final String APP_ID = "appid";

    /** The statistics host reads the account here. */
    private static final String APP_ID_OF_STATISTICS = "cmd";

    private static final Set<String> QUERY = Set.of(APP_ID, APP_ID_OF_STATISTICS, "interface", "t", "sign");
    private static final Set<String> BODY = Set.of("app_id", "interface");
    private static final String REMEDY = "Leave it out.";

    /** How long a request is good for: what the document asks for. */
    private static final Duration VALIDITY = Duration.ofSeconds(60);

    private final IntSupplier eventId;
    private final JsonContent content = CommonAccessAnswer.content();

    /** @param eventId gives a random positive number for each attempt of a call with a body; asked by any thread */
    public CommonAccessProtocol(IntSupplier eventId) {
        this.eventId = Objects.requireNonNull(eventId, "eventId");
    }

    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        Map<String, String> query = common(call, credentials, now.plus(VALIDITY));
        String path = call.api().path();
        if ("POST".equals(call.action().wire().method())) {
            byte[] body = ExactJson.bytes(body(call, credentials, now));
            SizeLimits.JSON.check(call, body.length);
            return new WireRequest(
                    "POST",
                    path,
                    FormEncoding.encode(query),
                    Map.of(),
                    Tc3Encoder.JSON_TYPE,
                    WireBody.of(body),
                    query.get("sign"));
        }
        Map<String, String> parameters = DottedParameters.of(call, 0, REMEDY);
        CommonNames.refuse(call, parameters.keySet(), QUERY, REMEDY);
        query.putAll(parameters);
        String encoded = FormEncoding.encode(query);
        SizeLimits.QUERY_ONLY.check(call, encoded.length());
        return new WireRequest("GET", path, encoded, Map.of(), null, null, query.get("sign"));
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        return CommonAccessAnswer.read(call, answer, content);
    }

    /** Lower-case hex of MD5 over the key and the expiry. */
    static String sign(String key, long expiry) {
        return Digests.md5Hex(Digests.utf8(key + expiry));
    }

    private static Map<String, String> common(ApiCall call, Credentials credentials, Instant expiry) {
        Map<String, String> query = new LinkedHashMap<>();
        boolean statistics = call.action().wire().common().contains(APP_ID_OF_STATISTICS);
        query.put(statistics ? APP_ID_OF_STATISTICS : APP_ID, credentials.id());
        query.put("interface", call.action().wire().name());
        query.put("t", Long.toString(expiry.getEpochSecond()));
        query.put("sign", sign(credentials.secret(), expiry.getEpochSecond()));
        return query;
    }

    private ObjectNode body(ApiCall call, Credentials credentials, Instant now) {
        CommonNames.refuse(
                call,
                call.parameters().properties().stream().map(Map.Entry::getKey).toList(),
                BODY,
                REMEDY);
        ObjectNode body = ExactJson.object();
        body.put("timestamp", now.getEpochSecond());
        body.put("eventId", eventId.getAsInt());
        ObjectNode target = body.putObject("interface");
        target.put("interfaceName", call.action().wire().name());
        ObjectNode parameters = target.putObject("para");
        // a number, as the document has it
        if (credentials.id().matches("\\d+")) {
            parameters.set("app_id", ExactJson.integer(new BigInteger(credentials.id())));
        } else {
            parameters.put("app_id", credentials.id());
        }
        parameters.put("interface", call.action().wire().bodyName());
        parameters.setAll(call.parameters());
        return body;
    }
}
