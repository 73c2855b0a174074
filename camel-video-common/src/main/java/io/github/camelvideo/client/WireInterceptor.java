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

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands between OkHttp and the wire, nearest to the server.
 *
 * <p>It notes the moment from which a request may have reached the server: the connection is made, the first byte is written next.
 * And it moves {@code Retry-After} out of OkHttp's sight, which would otherwise repeat a request by itself after a 503, with the
 * same signature.
 */
final class WireInterceptor implements Interceptor {

    /** Where the server's {@code Retry-After} is found. */
    static final String RETRY_AFTER = "Camel-Video-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        OutgoingRequest sent = chain.request().tag(OutgoingRequest.class);
        if (sent != null) {
            sent.markOnWire();
        }
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        if (retryAfter == null && response.header(RETRY_AFTER) == null) {
            return response;
        }
        // a server cannot speak in our name
        Response.Builder ours = response.newBuilder().removeHeader(RETRY_AFTER).removeHeader("Retry-After");
        return retryAfter == null
                ? ours.build()
                : ours.header(RETRY_AFTER, retryAfter).build();
    }
}
