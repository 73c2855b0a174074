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

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.protocol.WireResponse;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * HTTP for a {@link CredentialsProvider}: requests on the caller's thread, which may block, each bounded as a whole. Keeps no connection
 * and no thread, so that nothing has to be closed.
 */
public final class CredentialsClient {

    /** What hands out credentials sends a few kilobytes. */
    private static final int MAX_ANSWER_SIZE = 256 * 1024;

    /** A fault on the way is passed by asking once more; whoever waits longer asks the provider again. */
    private static final int MAX_ATTEMPTS = 2;

    private final HttpTransport transport;

    private CredentialsClient(HttpTransport transport) {
        this.transport = transport;
    }

    /** Requests to the machine's own metadata, which no proxy can reach. */
    public static CredentialsClient withoutProxy(Duration timeout) {
        return new CredentialsClient(HttpTransport.blocking(new TransportSettings(), true, timeout));
    }

    /**
     * Requests over the network.
     *
     * @param timeout time for one request with its response
     * @param proxy HTTP proxy; null for the system's
     */
    public static CredentialsClient of(Duration timeout, TransportSettings.Proxy proxy) {
        TransportSettings settings =
                new TransportSettings(null, null, proxy, null, TransportSettings.DEFAULT_CONCURRENCY, null);
        return new CredentialsClient(HttpTransport.blocking(settings, false, timeout));
    }

    /**
     * Sends a request, once.
     *
     * @param name the place that is asked, for messages
     * @throws TransportException when no response comes, or not in time
     */
    public WireResponse send(String name, BaseUrl target, WireRequest request) {
        return exchange(name, target, request).wire();
    }

    /**
     * Makes a call that hands out credentials. It is repeated once after a fault on the way, and after the vendor refused the time
     * stamp, with the vendor's time.
     *
     * @param credentials what to sign with, or null for a call that is not signed
     * @param remedy sentence that says what to check when the vendor refuses
     * @throws CredentialsUnavailableException when it does not succeed now
     * @throws InvalidRequestException when the vendor refuses it for good
     */
    public ApiResponse call(
            ApiCall call, ApiProtocol protocol, BaseUrl target, Credentials credentials, Clock clock, String remedy) {
        Duration offset = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            HttpResponse response = null;
            try {
                WireRequest request = protocol.encode(
                        call, target.hostHeader(), credentials, clock.instant().plus(offset));
                response = exchange(call.name(), target, request);
                return protocol.decode(call, response.wire());
            } catch (ApiException e) {
                Instant vendorTime = response == null ? null : response.date();
                boolean wrongTime = e.getKind() == ErrorCode.Kind.CLOCK && vendorTime != null;
                if (attempt == MAX_ATTEMPTS || !wrongTime && e.getKind() != ErrorCode.Kind.UNAVAILABLE) {
                    throw failure(e, target, remedy);
                }
                if (wrongTime) {
                    offset = Duration.between(clock.instant(), vendorTime);
                }
            }
        }
    }

    private HttpResponse exchange(String name, BaseUrl target, WireRequest request) {
        return transport.exchange(transport.prepare(name, target, request, MAX_ANSWER_SIZE));
    }

    /** Without the vendor's text: of a refused signature, it may quote what was signed, the token included. */
    private static RuntimeException failure(ApiException e, BaseUrl target, String remedy) {
        if (e instanceof TransportException) {
            return new CredentialsUnavailableException(
                    e.getMessage() + ". Check that " + target + " can be reached.", e);
        }
        StringBuilder text = new StringBuilder(e.getCall())
                .append(" at ")
                .append(target)
                .append(": refused by the vendor, code=")
                .append(e.getCode());
        if (e.getMeaning() != null) {
            text.append(" (").append(e.getMeaning()).append(')');
        }
        text.append(", requestId=").append(e.getRequestId()).append(". ").append(remedy);
        return e.isRetryable()
                ? new CredentialsUnavailableException(text.toString(), null)
                : new InvalidRequestException(text.toString());
    }
}
