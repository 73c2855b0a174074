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
package io.github.camelvideo.simulator.wire.cloudapi3;

import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.cloudapi3.CloudApi3Request.Signing;

/** What every request must be like before anyone asks who sent it: method, path, content type and size. */
final class HttpRules {

    static final int MAX_QUERY = 32 * 1024;
    static final int MAX_FORM = 1024 * 1024;
    static final int MAX_JSON = 10 * 1024 * 1024;

    private HttpRules() {}

    static void check(CloudApi3Request request) {
        HttpCall call = request.call();
        boolean get = call.method().equals("GET");
        if (!get && !call.method().equals("POST")) {
            throw new Refusal("UnsupportedProtocol", "Only GET and POST are supported, not " + call.method());
        }
        if (!"/".equals(call.path())) {
            throw new Refusal("InvalidRequest", "The path must be /, not " + call.path());
        }
        String wanted = get || request.signing() == Signing.V1 ? CloudApi3Reader.FORM : "application/json";
        // a GET signed with v1 has no body and needs no content type
        boolean typed = !call.mediaType().isEmpty() || !get || request.signing() == Signing.V3;
        if (typed && request.signing() != Signing.NONE && !call.mediaType().equals(wanted)) {
            throw new Refusal(
                    "UnsupportedProtocol",
                    "The content type of this request must be " + wanted + ", not " + call.mediaType());
        }
        size(get ? call.query().length() : call.bodyLength(), limit(get, request.signing()));
    }

    private static int limit(boolean get, Signing signing) {
        if (get) {
            return MAX_QUERY;
        }
        return signing == Signing.V1 ? MAX_FORM : MAX_JSON;
    }

    private static void size(long bytes, int limit) {
        if (bytes > limit) {
            throw new Refusal("RequestSizeLimitExceeded", "The request has " + bytes + " bytes, at most " + limit);
        }
    }
}
