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

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.CommonNames;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Calls with signature version 1, and those of API 2.0: everything, what is common to all calls too, in one form or query.
 */
final class HmacEncoder {

    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Region",
            "Timestamp",
            "Nonce",
            "SecretId",
            "SignatureMethod",
            "Signature",
            "Token",
            "Language");

    private final FormRules rules;
    private final boolean sha256;
    private final HmacSigner signer;
    private final HttpMethod method;
    private final Language language;
    private final IntSupplier nonce;

    /** @param language null leaves it to the vendor */
    HmacEncoder(FormRules rules, boolean sha256, HttpMethod method, Language language, IntSupplier nonce) {
        this.rules = rules;
        this.sha256 = sha256;
        this.signer = new HmacSigner(sha256 ? Digests.HMAC_SHA256 : Digests.HMAC_SHA1, rules::signedName);
        this.method = method;
        this.language = language;
        this.nonce = nonce;
    }

    WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        Map<String, String> parameters = new LinkedHashMap<>(rules.parameters(call));
        CommonNames.refuse(call, parameters.keySet(), COMMON, rules.remedy());
        addCommon(parameters, call, credentials, now);

        String path = call.api().path() == null ? "/" : call.api().path();
        String signature = signer.signature(credentials.secret(), method.name(), host, path, parameters);
        String form =
                FormEncoding.encode(HmacSigner.sorted(parameters)) + "&Signature=" + FormEncoding.percent(signature);
        if (method == HttpMethod.GET) {
            SizeLimits.GET.check(call, form.length());
            return new WireRequest("GET", path, form, Map.of(), FORM_TYPE, null, signature);
        }
        rules.limit().check(call, form.length());
        return new WireRequest("POST", path, null, Map.of(), FORM_TYPE, WireBody.of(Digests.utf8(form)), signature);
    }

    private void addCommon(Map<String, String> parameters, ApiCall call, Credentials credentials, Instant now) {
        parameters.put("Action", call.action().name());
        if (call.api().version() != null) {
            parameters.put("Version", call.api().version());
        }
        parameters.put("Timestamp", Long.toString(now.getEpochSecond()));
        parameters.put("Nonce", Integer.toString(nonce.getAsInt()));
        parameters.put("SecretId", credentials.id());
        if (sha256) {
            // without this the vendor takes the signature for one with SHA-1
            parameters.put("SignatureMethod", "HmacSHA256");
        }
        if (call.region() != null) {
            parameters.put("Region", call.region());
        }
        if (credentials.token() != null) {
            parameters.put("Token", credentials.token());
        }
        if (language != null) {
            parameters.put("Language", language.tag());
        }
    }
}
