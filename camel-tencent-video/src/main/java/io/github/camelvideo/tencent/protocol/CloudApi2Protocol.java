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
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Tencent's API 2.0, which its services have given up: one path, the action by name, everything in a form or a query, signed with
 * HmacSHA1. The nonce may not come again within hours, so that every attempt has one of its own.
 */
public final class CloudApi2Protocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "tencent-cloud-api-2";

    private final HmacEncoder encoder;
    private final JsonContent content = CloudApi2Answer.content();

    /**
     * @param httpMethod how to send
     * @param nonce gives a random positive number for each attempt; asked by any thread
     */
    public CloudApi2Protocol(HttpMethod httpMethod, IntSupplier nonce) {
        Objects.requireNonNull(httpMethod, "httpMethod");
        Objects.requireNonNull(nonce, "nonce");
        this.encoder = new HmacEncoder(FormRules.API_2, false, httpMethod, null, nonce);
    }

    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        return encoder.encode(call, host, credentials, now);
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        return CloudApi2Answer.read(call, answer, content);
    }
}
