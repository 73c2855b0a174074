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
package io.github.camelvideo.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * Where a feed starts when no position is stored. A stored position always wins.
 *
 * <p>Written as {@code now}, {@code earliest} (the oldest the vendor still keeps), a moment ({@code 2021-05-25T09:56:51Z},
 * {@code 2021-05-25T17:56:51+08:00}) or a span back from now ({@code P40D}, {@code PT2H}).
 */
public final class StartFrom {

    /** Items that happen after the first start. */
    public static final StartFrom NOW = new StartFrom("now", null, null);

    /** Everything the vendor still keeps; needs an action whose retention is known. */
    public static final StartFrom EARLIEST = new StartFrom("earliest", null, null);

    private final String text;
    private final Instant instant;
    private final Duration back;

    private StartFrom(String text, Instant instant, Duration back) {
        this.text = text;
        this.instant = instant;
        this.back = back;
    }

    /** That moment. */
    public static StartFrom at(Instant instant) {
        return new StartFrom(instant.toString(), instant, null);
    }

    /** That long before the first start. */
    public static StartFrom back(Duration back) {
        if (back.isNegative()) {
            throw new IllegalArgumentException(
                    "startFrom: '" + back + "' points to the future. A duration counts back from now.");
        }
        return new StartFrom(back.toString(), null, back);
    }

    /**
     * Reads the notation described above; letter case and blanks around do not matter.
     *
     * @throws IllegalArgumentException when the text is none of it
     */
    public static StartFrom parse(String text) {
        String value = text == null ? "" : text.trim().toUpperCase(Locale.ROOT);
        if (value.equals("NOW")) {
            return NOW;
        }
        if (value.equals("EARLIEST")) {
            return EARLIEST;
        }
        try {
            return value.startsWith("P") || value.startsWith("-P")
                    ? back(Duration.parse(value))
                    : at(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "startFrom: cannot read '" + text + "'. Valid are: now, earliest, a moment with Z or offset as"
                            + " 2021-05-25T17:56:51+08:00, or a duration in days, hours, minutes or seconds as P40D or PT2H.",
                    e);
        }
    }

    /**
     * The moment meant.
     *
     * @param now the moment of the first start
     * @param oldest the oldest moment the vendor still keeps, or null where unknown; needed by {@link #EARLIEST} only
     */
    public Instant resolve(Instant now, Instant oldest) {
        if (this == EARLIEST) {
            if (oldest == null) {
                throw new IllegalArgumentException(
                        "startFrom=earliest: the retention period of these items is not documented."
                                + " Give a moment or a duration, such as startFrom=P7D.");
            }
            return oldest;
        }
        return instant != null ? instant : back != null ? now.minus(back) : now;
    }

    @Override
    public String toString() {
        return text;
    }
}
