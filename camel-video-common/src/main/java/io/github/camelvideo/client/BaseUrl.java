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

import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where calls go: scheme, host and port, nothing else. One that exists has been checked: plain HTTP only to this machine unless
 * it was allowed.
 */
public final class BaseUrl {

    /** Literals only: a name that merely resolves to this machine today is no promise. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|::1|0:0:0:0:0:0:0:1");

    private final HttpUrl url;
    private final String hostHeader;

    private BaseUrl(HttpUrl url) {
        this.url = url;
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        this.hostHeader = url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    /**
     * Checks and reads {@code scheme://host[:port]}.
     *
     * @param allowHttp whether plain HTTP may leave this machine
     * @throws InvalidRequestException when it is something else, or plain HTTP to another machine without leave
     */
    public static BaseUrl of(String endpointUrl, boolean allowHttp) {
        HttpUrl url = HttpUrl.parse(endpointUrl);
        // a path or a query would have to be signed: no protocol expects one here
        if (url == null
                || !url.username().isEmpty()
                || !url.password().isEmpty()
                || !url.encodedPath().equals("/")
                || url.encodedQuery() != null
                || url.encodedFragment() != null) {
            // not quoted: it may hold a password
            throw new InvalidRequestException("endpointUrl is not of the form scheme://host[:port] with http or https,"
                    + " without user, path and query. Example: https://api.example.com");
        }
        BaseUrl target = new BaseUrl(url);
        if (!url.isHttps() && !allowHttp && !isLoopback(url.host())) {
            throw new InvalidRequestException("endpointUrl " + target + ": plain HTTP sends requests unencrypted"
                    + " and is allowed to this machine only. Use https, or set allowHttp=true.");
        }
        return target;
    }

    /** Whether a host is this machine, whatever a resolver says. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Value of the Host header: with the port only where it is not the scheme's own. */
    public String hostHeader() {
        return hostHeader;
    }

    boolean isHttps() {
        return url.isHttps();
    }

    /**
     * The address of a request, exactly as it was signed.
     *
     * @throws InvalidRequestException when OkHttp would write path or query differently, which would break the signature
     */
    HttpUrl resolve(String call, WireRequest request) {
        if (request.query() == null && request.path().equals("/")) {
            return url;
        }
        HttpUrl.Builder builder = url.newBuilder().encodedPath(request.path());
        HttpUrl resolved = builder.encodedQuery(request.query()).build();
        boolean same = resolved.encodedPath().equals(request.path())
                && (request.query() == null || request.query().equals(resolved.encodedQuery()));
        if (!same) {
            throw new InvalidRequestException(
                    call + ": path or query contains characters that cannot be sent as they were"
                            + " signed. Check the parameters for '..' and unescaped characters.");
        }
        return resolved;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseUrl target && target.url.equals(url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    /** {@code scheme://host[:port]}. */
    @Override
    public String toString() {
        return url.scheme() + "://" + hostHeader;
    }
}
