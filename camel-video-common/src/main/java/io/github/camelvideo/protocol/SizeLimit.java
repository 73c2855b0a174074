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

import io.github.camelvideo.request.InvalidRequestException;

/**
 * How many bytes of parameters a call may carry. The query or the body is counted as it is sent, without line and headers.
 *
 * @param what what is limited, as a message begins: {@code The body of a call}
 * @param bytes most bytes
 * @param remedy what to do about a call that is larger
 */
public record SizeLimit(String what, int bytes, String remedy) {

    /** @throws InvalidRequestException when the size is over the limit */
    public void check(ApiCall call, int size) {
        if (size > bytes) {
            throw new InvalidRequestException(call.name() + ": not sent: the request is too large, bytes=" + size
                    + ", limit=" + bytes + ". " + what + " may have " + bytes + " bytes. " + remedy);
        }
    }
}
