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
import java.time.Instant;

/**
 * A vendor's way on the wire: turns a call into a signed request and an answer into a result. One class per wire protocol, knowing
 * no action. Called by any thread, keeps no state of a call, does no I/O.
 */
public interface ApiProtocol {

    /**
     * Encodes and signs one attempt of a call; called anew for each attempt, so that time stamp and nonce are fresh.
     *
     * @param call the call
     * @param host value of the Host header the request will be sent with, with the port if it is not the scheme's own
     * @param credentials what to sign with
     * @param now time by the vendor's clock, as far as it is known
     * @throws InvalidRequestException when the call cannot be sent this way, such as one over the size limit
     */
    WireRequest encode(ApiCall call, String host, Credentials credentials, Instant now);

    /**
     * Reads the answer of one attempt.
     *
     * @throws ApiException when the vendor refused the call, or the answer cannot be read
     */
    ApiResponse decode(ApiCall call, WireResponse answer);
}
