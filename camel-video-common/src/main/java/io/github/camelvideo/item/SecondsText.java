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
package io.github.camelvideo.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads {@code 2021-05-25T17:56:51+08:00} and {@code 2021-05-25T09:56:51Z}, and nothing else, at a fraction of the cost of a formatter. */
final class SecondsText {

    private static final int LENGTH = "2021-05-25T17:56:51".length();
    private static final int WITH_OFFSET = "2021-05-25T17:56:51+08:00".length();

    private SecondsText() {}

    /** The moment, or null for a text of another form. */
    static Instant parse(String text) {
        if (!hasForm(text)) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 2),
                    number(text, 8, 2),
                    number(text, 11, 2),
                    number(text, 14, 2),
                    number(text, 17, 2));
            return local.toInstant(offset(text));
        } catch (DateTimeException e) {
            return null; // no such date; the formatter says the same
        }
    }

    private static boolean hasForm(String text) {
        boolean isUtc = text.length() == LENGTH + 1 && text.charAt(LENGTH) == 'Z';
        boolean hasOffset = text.length() == WITH_OFFSET && text.charAt(LENGTH + 3) == ':';
        if (!isUtc && !hasOffset
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSign = i == 4 || i == 7 || i == 10 || i == 13 || i == 16 || i == LENGTH || i == LENGTH + 3;
            if (!isSign && (c < '0' || c > '9')) {
                return false;
            }
        }
        return isUtc || text.charAt(LENGTH) == '+' || text.charAt(LENGTH) == '-';
    }

    private static ZoneOffset offset(String text) {
        if (text.length() != WITH_OFFSET) {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(LENGTH) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(text, LENGTH + 1, 2), sign * number(text, LENGTH + 4, 2));
    }

    private static int number(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
