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
package io.github.camelvideo.simulator.wire.rpc;

import java.util.Map;

/** Codes of the gateway, which answers with an HTTP status of its own, and of the service behind it. */
final class Codes {

    /** So spelt in the document. */
    static final String MISSING_PARAMETER = "MissingParamter";

    static final String PARAMETER = "460";
    static final String NO_ACTION = "UnsupportedOperation";
    static final String UNKNOWN_PARAMETER = "UnsupportedParameter";
    static final String UNREADABLE = "InvalidParameter";
    static final String BAD_SIGNATURE = "SignatureDoesNotMatch";
    static final String INCOMPLETE_SIGNATURE = "IncompleteSignature";
    static final String UNKNOWN_KEY = "InvalidAccessKeyId.NotFound";
    static final String MISSING_TOKEN = "MissingSecurityToken";
    static final String BAD_TOKEN = "InvalidSecurityToken";
    static final String BAD_TIME = "InvalidTimeStamp.Format";
    static final String EXPIRED = "InvalidTimeStamp.Expired";
    static final String NONCE_USED = "SignatureNonceUsed";
    static final String TOO_MANY_CALLS = "Throttling.User";
    static final String INTERNAL_ERROR = "InternalError";
    static final String NO_VERSION = "InvalidVersion";
    static final String NO_REGION = "InvalidRegionId.NotFound";
    static final String BAD_FORMAT = "InvalidFormat";
    static final String BAD_METHOD = "UnsupportedHTTPMethod";
    static final String BAD_BODY = "UnsupportedContentType";

    private static final Map<String, Integer> STATUS = Map.of(UNKNOWN_KEY, 404, NO_REGION, 404, INTERNAL_ERROR, 500);

    private Codes() {}

    /** Whether the service says so, and not the gateway. */
    static boolean isOfService(String code) {
        return code.equals(MISSING_PARAMETER) || code.matches("\\d+");
    }

    /** HTTP status of a code of the gateway. */
    static int status(String code) {
        return STATUS.getOrDefault(code, 400);
    }
}
