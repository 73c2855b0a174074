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
package io.github.camelvideo.client;

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.concurrent.CompletableFuture;

/**
 * Makes calls: asynchronously to the wire, signed anew for each attempt, within the rate limit, retried where that is safe.
 * Thread-safe; owns nothing it would have to close.
 */
public final class ApiClient {

    private final HttpTransport transport;
    private final ClientResources resources;

    /**
     * @param transport connections; closed by whoever made it
     * @param resources what all calls of a component share
     */
    public ApiClient(HttpTransport transport, ClientResources resources) {
        this.transport = transport;
        this.resources = resources;
    }

    /**
     * Begins a call and returns at once. The first attempt is encoded and signed by the calling thread, which waits for nothing.
     *
     * <p>The future completes on a thread of the resources' executor: with the answer, or with an {@link ApiException} after the
     * last attempt, or with an {@link InvalidRequestException} when the call cannot be sent as it is. Cancelling it (this one,
     * not one derived from it) cancels what is under way, be it a request or a wait.
     */
    public CompletableFuture<ApiResponse> call(ApiCall call, CallOptions options) {
        return new RunningCall(call, options, transport, resources).start();
    }
}
