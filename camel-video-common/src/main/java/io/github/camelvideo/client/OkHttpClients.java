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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Sets OkHttp up so that a signed request goes on the wire once and as it is: left alone it repeats requests after 408, after 503
 * with {@code Retry-After: 0} and after a broken connection, writes as well, with the signature already used.
 */
final class OkHttpClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /** Shorter than most servers keep a connection: a write on one they have just closed cannot be repeated. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(50);

    private OkHttpClients() {}

    static OkHttpClient create(TransportSettings settings, ExecutorService executor) {
        return basic(settings).dispatcher(dispatcher(executor)).build();
    }

    private static OkHttpClient.Builder basic(TransportSettings settings) {
        OkHttpClient given = settings.client();
        OkHttpClient.Builder builder = given == null ? fresh(settings) : given.newBuilder();
        if (settings.connectTimeout() != null) {
            builder.connectTimeout(settings.connectTimeout());
        }
        if (settings.readTimeout() != null) {
            // writing is silence of the server, too
            builder.readTimeout(settings.readTimeout()).writeTimeout(settings.readTimeout());
        }
        if (settings.tls() != null) {
            builder.sslSocketFactory(
                    settings.tls().context().getSocketFactory(), settings.tls().trust());
        }
        if (settings.proxy() != null) {
            proxy(builder, settings.proxy());
        }
        return builder.followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                // ours is the limit of a call, with all its attempts
                .callTimeout(Duration.ZERO)
                .addNetworkInterceptor(new WireInterceptor());
    }

    /**
     * For requests that their caller waits for: no threads, no connections kept, and an end to each request as a whole.
     *
     * @param direct whether to bypass every proxy
     */
    static OkHttpClient createBlocking(TransportSettings settings, boolean direct, Duration timeout) {
        OkHttpClient.Builder builder = basic(settings)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .callTimeout(timeout);
        if (direct) {
            builder.proxy(java.net.Proxy.NO_PROXY);
        }
        return builder.build();
    }

    /**
     * For requests without a body, which cannot be marked as sendable once. What is lost is the try of a server's next address
     * within an attempt; the next attempt makes up for it.
     */
    static OkHttpClient withoutRepeats(OkHttpClient client) {
        return client.newBuilder().retryOnConnectionFailure(false).build();
    }

    private static OkHttpClient.Builder fresh(TransportSettings settings) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .writeTimeout(READ_TIMEOUT)
                // OkHttp keeps five: with more requests at a time the others would be made anew each time
                .connectionPool(new ConnectionPool(settings.concurrency(), MAX_IDLE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Always one of our own, also beside a given client: that one's limits are its owner's. The {@link CallDispatcher} bounds ours. */
    private static Dispatcher dispatcher(ExecutorService executor) {
        Dispatcher dispatcher = new Dispatcher(executor);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    private static void proxy(OkHttpClient.Builder builder, TransportSettings.Proxy proxy) {
        builder.proxy(new java.net.Proxy(
                java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        if (proxy.user() == null) {
            return;
        }
        String header = okhttp3.Credentials.basic(proxy.user(), proxy.password());
        builder.proxyAuthenticator((route, response) -> {
            // asked again: it does not like them
            if (response.request().header("Proxy-Authorization") != null) {
                return null;
            }
            return response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", header)
                    .build();
        });
    }
}
