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
import io.github.camelvideo.protocol.Credentials;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Signature version 3, TC3-HMAC-SHA256: makes the Authorization header. Used by any thread. */
final class Tc3Signer {

    static final String ALGORITHM = "TC3-HMAC-SHA256";

    private final Tc3Keys keys;

    Tc3Signer(Tc3Keys keys) {
        this.keys = keys;
    }

    /**
     * What of a request is signed.
     *
     * @param method HTTP method
     * @param query query exactly as sent, or null
     * @param headers signed headers with lower-case names; content-type and host must be among them
     * @param body content; empty for a GET
     */
    record Signed(String method, String query, SortedMap<String, String> headers, byte[] body) {

        private static final int USUAL_LENGTH = 256;

        String canonicalRequest() {
            StringBuilder text = new StringBuilder(USUAL_LENGTH).append(method).append("\n/\n");
            text.append(query == null ? "" : query).append('\n');
            for (Map.Entry<String, String> header : headers.entrySet()) {
                // the value is signed in lower case too
                text.append(header.getKey())
                        .append(':')
                        .append(header.getValue().trim().toLowerCase(Locale.ROOT))
                        .append('\n');
            }
            return text.append('\n')
                    .append(headerNames())
                    .append('\n')
                    .append(Digests.sha256Hex(body))
                    .toString();
        }

        String headerNames() {
            return String.join(";", headers.keySet());
        }

        @Override
        public String toString() {
            return method + " with signed headers " + headerNames();
        }
    }

    String authorization(Credentials credentials, String service, Instant time, Signed request) {
        Tc3Scope scope = Tc3Scope.at(time, service);
        String scopeText = scope.text();
        byte[] signature = keys.signingKey(credentials, scope).code(stringToSign(scopeText, time, request));
        return ALGORITHM + " Credential=" + credentials.id() + "/" + scopeText + ", SignedHeaders="
                + request.headerNames() + ", Signature=" + Digests.hex(signature);
    }

    /** The signature of an Authorization header, which stands at its end. */
    static String signature(String authorization) {
        return authorization.substring(authorization.lastIndexOf('=') + 1);
    }

    static String stringToSign(String scope, Instant time, Signed request) {
        return ALGORITHM + "\n" + time.getEpochSecond() + "\n" + scope + "\n"
                + Digests.sha256Hex(Digests.utf8(request.canonicalRequest()));
    }
}
