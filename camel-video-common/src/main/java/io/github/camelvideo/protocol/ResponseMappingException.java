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
package io.github.camelvideo.protocol;

import io.github.camelvideo.catalog.ErrorCode;

/**
 * The vendor carried the call out, and its response does not fit the class of {@code outputType}. Sending the call again would make it
 * twice and end the same way.
 */
public final class ResponseMappingException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final String requestId;

    /**
     * @param call {@code api/Action}
     * @param problem what does not fit and where, without values
     * @param requestId the vendor's id of the request, or null where it is not known, as for an item of a feed
     */
    public ResponseMappingException(String call, String problem, String requestId) {
        super(call, "the call was made, but the response cannot be converted: " + problem, 200, null);
        this.requestId = requestId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    @Override
    public ErrorCode.Kind getKind() {
        return ErrorCode.Kind.OTHER;
    }
}
