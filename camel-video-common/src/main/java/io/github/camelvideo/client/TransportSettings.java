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

import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * How connections are made. Null leaves a setting to {@link #client} or, without one, to the default.
 *
 * @param connectTimeout time for a connection; 10 s by default
 * @param readTimeout longest silence of the server while an answer is awaited or read; 30 s by default
 * @param proxy HTTP proxy; by default the system's
 * @param tls whom to trust and who to be; by default Java's
 * @param concurrency requests that one host gets at the same time; further ones wait. 64 by default
 * @param client a client of the user's: its connection pool, interceptors and other settings are used, it is never changed or closed
 */
public record TransportSettings(
        Duration connectTimeout, Duration readTimeout, Proxy proxy, Tls tls, int concurrency, OkHttpClient client) {

    public static final int DEFAULT_CONCURRENCY = 64;

    public TransportSettings {
        positive("connectTimeout", connectTimeout);
        positive("readTimeout", readTimeout);
        if (concurrency < 1) {
            throw new IllegalArgumentException("maxConcurrentCalls=" + concurrency + ": must be at least 1.");
        }
    }

    /** The defaults. */
    public TransportSettings() {
        this(null, null, null, null, DEFAULT_CONCURRENCY, null);
    }

    public TransportSettings withTls(Tls other) {
        return new TransportSettings(connectTimeout, readTimeout, proxy, other, concurrency, client);
    }

    private static void positive(String option, Duration value) {
        // OkHttp counts milliseconds in an int, and takes 0 for never
        if (value != null && (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(option + "=" + value + ": must be between 1 ms and 24 days.");
        }
    }

    /**
     * An HTTP proxy. Never prints its password.
     *
     * @param user user name, or null for a proxy that asks for none
     */
    public record Proxy(String host, int port, String user, String password) {

        public Proxy {
            if (host == null || host.isBlank() || port < 1 || port > 65535) {
                throw new IllegalArgumentException("proxyHost=" + host + ", proxyPort=" + port
                        + ": both must be set, with a port from 1 to 65535.");
            }
            if (user != null && password == null) {
                throw new IllegalArgumentException("proxyUser is set, but proxyPassword is not. Set both or none.");
            }
        }

        /** A proxy that asks for no user. */
        public Proxy(String host, int port) {
            this(host, port, null, null);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * The two halves of TLS. The trust manager must be the one the context was made with.
     *
     * @param context makes the sockets; knows the client's own certificate, where there is one
     * @param trust whom to trust
     */
    public record Tls(SSLContext context, X509TrustManager trust) {}
}
