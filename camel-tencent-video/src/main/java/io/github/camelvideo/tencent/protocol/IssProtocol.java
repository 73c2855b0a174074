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
import io.github.camelvideo.protocol.FormEncoding;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The REST protocol of Tencent's video compute platform (its older API): method and path name the action, parameters travel in the
 * query, in JSON or in a multipart form, and files go both ways.
 */
public final class IssProtocol implements ApiProtocol {

    /** Name of the protocol in catalogs. */
    public static final String ID = "tencent-iss-rest";

    private static final String TOKEN = "x-iss-security-token";

    private final Supplier<String> boundaries;
    private final JsonContent content = IssAnswer.content();

    /**
     * @param boundaries gives a text for each multipart body that no file will contain; asked by any thread
     */
    public IssProtocol(Supplier<String> boundaries) {
        this.boundaries = Objects.requireNonNull(boundaries, "boundaries");
    }

    @Override
    public WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now) {
        String method = call.action().wire().method();
        String path = call.action().wire().path();
        if (method == null || path == null) {
            throw new InvalidRequestException(call.name() + ": not sent: no method and path are known for this action,"
                    + " and this API addresses actions by them. Call an action of the catalog.");
        }
        IssParameters parameters = IssParameters.of(call);
        String query = parameters.query().isEmpty() ? null : FormEncoding.encode(parameters.query());
        IssContent content = IssContent.of(call, parameters.body(), boundaries);

        Map<String, String> headers = new LinkedHashMap<>();
        QSigner signer = QSigner.at(now, credentials);
        String authorization = signer.authorization(method, path, parameters.query(), Map.of("host", host));
        headers.put("Authorization", authorization);
        if (credentials.token() != null) {
            headers.put(TOKEN, credentials.token());
        }
        return new WireRequest(
                method,
                path,
                query,
                Map.copyOf(headers),
                content.type(),
                content.body(),
                QSigner.signature(authorization));
    }

    @Override
    public ApiResponse decode(ApiCall call, WireResponse answer) {
        return IssAnswer.read(call, answer, content);
    }
}
