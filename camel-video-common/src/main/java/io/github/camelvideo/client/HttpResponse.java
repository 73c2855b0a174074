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

import io.github.camelvideo.protocol.FileBody;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * An answer with what the client, not the protocol, wants to know of it.
 *
 * @param wire what the protocol reads
 * @param headers all headers, as they came
 * @param retryAfter how long the server asks to wait, or null
 * @param date the server's time, or null when it does not tell
 */
record HttpResponse(WireResponse wire, Headers headers, Duration retryAfter, Instant date) {

    static HttpResponse of(Response response, HttpDates dates, byte[] body, FileBody file) {
        Instant date = isStored(response) ? null : dates.parse(response.header("Date"));
        Duration retryAfter = retryAfter(response.header(WireInterceptor.RETRY_AFTER), dates, date);
        WireResponse wire = new WireResponse(response.code(), response::header, body, file);
        return new HttpResponse(wire, response.headers(), retryAfter, date);
    }

    /** Whether a cache answered, whose Date is that of an earlier moment. */
    private static boolean isStored(Response response) {
        String age = response.header("Age");
        return age != null && !age.isBlank() && !age.strip().equals("0");
    }

    /** Lets go of the connection that a file would have come over. */
    void discard() {
        FileBody.discard(wire.file());
    }

    /** Seconds, or a moment by the server's clock. What cannot be read asks for nothing. */
    private static Duration retryAfter(String header, HttpDates dates, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = dates.parse(text);
        if (until == null || now == null) {
            return null;
        }
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
