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
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Stands between OkHttp and the wire, nearest to the server.
 *
 * <p>It notes the moment from which a request may have reached the server: the connection is made, the first byte is written next. A
 * request that must not be sent twice is not written to a connection that the server has closed meanwhile: what became of it could not be
 * told. And it moves {@code Retry-After} out of OkHttp's sight, which would otherwise repeat a request by itself after a 503, with the
 * same signature.
 */
final class WireInterceptor implements Interceptor {

    /** Where the server's {@code Retry-After} is found. */
    static final String RETRY_AFTER = "Camel-Video-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        OutgoingRequest sent = OutgoingRequest.of(chain.call());
        if (sent != null) {
            if (sent.mutates()) {
                checkOpen(chain.connection());
            }
            sent.markOnWire();
        }
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        if (retryAfter == null && response.header(RETRY_AFTER) == null) {
            return response;
        }
        // a server cannot speak in our name
        Headers.Builder headers =
                response.headers().newBuilder().removeAll(RETRY_AFTER).removeAll("Retry-After");
        if (retryAfter != null) {
            // whatever characters it has
            headers.addUnsafeNonAscii(RETRY_AFTER, retryAfter);
        }
        return response.newBuilder().headers(headers.build()).build();
    }

    /**
     * Reads for no time, as OkHttp does only after ten idle seconds: an open connection has nothing to say before it is asked. One of
     * HTTP/2 is read all the time, so that OkHttp knows.
     */
    private static void checkOpen(Connection connection) throws IOException {
        if (connection.protocol() != Protocol.HTTP_1_1) {
            return;
        }
        Socket socket = connection.socket();
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            throw new ClosedConnectionException();
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(timeout);
        }
    }
}
