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

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the times of HTTP headers. All responses of one second carry the same text, which is read once. Thread-safe. */
final class HttpDates {

    private record Latest(String text, Instant moment) {}

    private volatile Latest latest = new Latest("", null);

    /** The moment that a header names, or null: it is the server's to write, and nothing depends on it but a better guess. */
    Instant parse(String text) {
        if (text == null) {
            return null;
        }
        Latest known = latest;
        if (known.text.equals(text)) {
            return known.moment;
        }
        Latest read = new Latest(text, read(text));
        latest = read;
        return read.moment;
    }

    private static Instant read(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
