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
package io.github.camelvideo.simulator.callback;

import io.github.camelvideo.simulator.callback.Callback.Attempt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends requests on the caller's thread, one connection each, without redirects, proxies and repetitions of its own. Safe for use by many
 * threads.
 */
final class CallbackSender {

    private static final int MOST_BYTES = 64 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final Clock clock;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .proxy(Proxy.NO_PROXY)
            // nothing is kept open: what is left of a test must not reach the next one
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            // the time of the call as a whole is the only bound
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();

    CallbackSender(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is an address with {@code http} or {@code https}. */
    static boolean isAddress(String url) {
        return HttpUrl.parse(url) != null;
    }

    /**
     * Sends a request and waits for the response.
     *
     * @param within how long, in real time
     */
    Attempt post(String url, String body, Duration within) {
        Instant sentAt = clock.instant();
        if (!isAddress(url)) {
            return new Attempt(sentAt, body, 0, "", sentAt, "The address must begin with http:// or https://.");
        }
        Call call = client.newCall(new Request.Builder()
                .url(url)
                .header("User-Agent", "video-cloud-simulator")
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
                .build());
        call.timeout().timeout(within.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            String text = new String(response.body().byteStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new Attempt(sentAt, body, response.code(), text, clock.instant(), null);
        } catch (InterruptedIOException e) {
            return new Attempt(sentAt, body, 0, "", clock.instant(), "No response within " + within + ".");
        } catch (IOException e) {
            return new Attempt(sentAt, body, 0, "", clock.instant(), "No response: " + e.getMessage());
        }
    }

    /** Cuts the requests that run. */
    void cancel() {
        client.dispatcher().cancelAll();
    }
}
