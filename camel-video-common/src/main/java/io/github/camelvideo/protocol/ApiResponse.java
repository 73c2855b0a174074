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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;

/**
 * The vendor's answer to a successful call.
 *
 * @param body the answer with the envelope and the request id taken off; numbers keep their text
 * @param requestId the vendor's id of the request, or null when it sent none
 * @param file the file that is the answer, or null where the answer is data
 * @param date the vendor's time when it answered, to the second, or null when it does not tell; filled in by the client
 */
public record ApiResponse(JsonNode body, String requestId, FileBody file, Instant date) {

    /** An answer of data. */
    public ApiResponse(JsonNode body, String requestId) {
        this(body, requestId, null, null);
    }

    /** A file as answer. */
    public static ApiResponse of(FileBody file, String requestId) {
        return new ApiResponse(NullNode.getInstance(), requestId, file, null);
    }

    /** The same answer, given at a moment. */
    public ApiResponse at(Instant moment) {
        return new ApiResponse(body, requestId, file, moment);
    }
}
