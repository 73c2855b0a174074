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

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Tencent's API 3.0: one path, the action by name, JSON or forms, signature version 3 or 1. Keeps derived signing keys, which is
 * why one instance serves all endpoints of a component that have the same settings.
 */
public final class CloudApi3Protocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "tencent-cloud-api-3";

    private final Encoder encoder;
    private final JsonContent content = CloudApi3Answer.content();

    /** One way to encode and sign. */
    @FunctionalInterface
    private interface Encoder {
        WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now);
    }

    /**
     * @param signMethod how to sign
     * @param httpMethod how to send
     * @param language language of the answers' texts, or null to leave it to the vendor
     * @param nonce gives a random positive number for each attempt; asked by any thread
     */
    public CloudApi3Protocol(SignMethod signMethod, HttpMethod httpMethod, Language language, IntSupplier nonce) {
        Objects.requireNonNull(httpMethod, "httpMethod");
        Objects.requireNonNull(nonce, "nonce");
        this.encoder = switch (signMethod) {
            case TC3_HMAC_SHA256 -> {
                Tc3Encoder tc3 = new Tc3Encoder(httpMethod, language);
                yield (call, host, credentials, now) -> tc3.encode(call, service(call), host, credentials, now);
            }
            case HMAC_SHA256 -> new HmacEncoder(FormRules.API_3, true, httpMethod, language, nonce)::encode;
            case HMAC_SHA1 -> new HmacEncoder(FormRules.API_3, false, httpMethod, language, nonce)::encode;
        };
    }

    /**
     * @param credentials null for the few actions that the vendor takes unsigned, since they hand out keys; with signature version 3
     *     only
     */
    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        return encoder.encode(call, host, credentials, now);
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        return CloudApi3Answer.read(call, answer, content);
    }

    /** The service is named by the vendor's host, also when the call goes to a proxy, a regional host or the simulator. */
    private static String service(ApiCall call) {
        String host = call.api().endpoint();
        int dot = host.indexOf('.');
        return (dot < 0 ? host : host.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
