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
package io.github.camelvideo.aliyun.protocol;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.CommonNames;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.DottedParameters;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.SizeLimit;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Alibaba Cloud's RPC protocol with signature version 1.0: one path, the action by name, everything in the query of a POST without
 * content. A nonce is good for one request, so that every attempt has one of its own.
 */
public final class RpcProtocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "aliyun-rpc-1";

    private static final String METHOD = "POST";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String INSTANCE = "IotInstanceId";
    private static final String REMEDY = "Leave it out.";

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "Timestamp",
            "RegionId",
            "SecurityToken");

    /** Nothing is documented for the query; servers cut lines far longer than this. */
    private static final SizeLimit LIMIT =
            new SizeLimit("The query of a call", 32 * 1024, "Send fewer items in one call.");

    private final String iotInstanceId;
    private final Supplier<String> nonce;
    private final JsonContent content = RpcAnswer.content();

    /**
     * @param iotInstanceId instance of the IoT platform to name in every call that names none itself, or null
     * @param nonce gives a text for each attempt that never came before; asked by any thread
     */
    public RpcProtocol(String iotInstanceId, Supplier<String> nonce) {
        this.iotInstanceId = iotInstanceId;
        this.nonce = Objects.requireNonNull(nonce, "nonce");
    }

    /** @param credentials null for the few actions that the vendor takes unsigned, since they hand out keys */
    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        // the order of code units, in which the vendor signs: Ids.10 stands before Ids.2
        SortedMap<String, String> parameters = new TreeMap<>(DottedParameters.of(call, 1, REMEDY));
        CommonNames.refuse(call, parameters.keySet(), COMMON, REMEDY);
        if (credentials == null) {
            return unsigned(call, parameters, now);
        }
        addCommon(parameters, call, now);
        addSigner(parameters, credentials);
        String signature = RpcSigner.signature(credentials.secret(), METHOD, parameters);
        parameters.put("Signature", signature);
        String query = FormEncoding.encode(parameters);
        LIMIT.check(call, query.length());
        return new WireRequest(METHOD, "/", query, Map.of(), null, WireBody.of(new byte[0]), signature);
    }

    /** The parameters are the content here: one of them is a token, which does not belong into an address. */
    private WireRequest unsigned(ApiCall call, SortedMap<String, String> parameters, Instant now) {
        SortedMap<String, String> common = new TreeMap<>();
        addCommon(common, call, now);
        return new WireRequest(
                METHOD,
                "/",
                FormEncoding.encode(common),
                Map.of(),
                FORM_TYPE,
                WireBody.of(Digests.utf8(FormEncoding.encode(parameters))),
                null);
    }

    private void addSigner(SortedMap<String, String> parameters, Credentials credentials) {
        parameters.put("AccessKeyId", credentials.id());
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        if (credentials.token() != null) {
            parameters.put("SecurityToken", credentials.token());
        }
    }

    private void addCommon(SortedMap<String, String> parameters, ApiCall call, Instant now) {
        parameters.put("Action", call.action().wire().name());
        parameters.put("Version", call.api().version());
        parameters.put("Format", "JSON");
        parameters.put("SignatureNonce", nonce.get());
        parameters.put("Timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        if (call.region() != null) {
            parameters.put("RegionId", call.region());
        }
        if (iotInstanceId != null) {
            parameters.putIfAbsent(INSTANCE, iotInstanceId);
        }
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        return RpcAnswer.read(call, answer, content);
    }
}
