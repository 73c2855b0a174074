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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** How the answers of an action become a feed of items. What a kind does not have is null. */
public sealed interface FeedSpec permits LogSpec, SeriesSpec, SnapshotSpec {

    /** What the list is. */
    Kind kind();

    /** What the items are and how they are asked for. */
    ListSpec list();

    /** Path of the list in the answer. */
    default String items() {
        return list().items();
    }

    /** Fields of an item that identify it. */
    default List<String> key() {
        return list().key();
    }

    /** Where an item says when it happened. */
    default Time time() {
        return null;
    }

    /** How a span of time is asked for; null where the action takes none. */
    default Window window() {
        return null;
    }

    /** Parameters that have a value of their own for the feed, such as the order of the list; a user may set others. */
    default Map<String, JsonNode> defaults() {
        return list().defaults();
    }

    /** Items asked for per page; null takes the documented default. */
    default Integer pageSize() {
        return list().pageSize();
    }

    /** Time between polls that suits the vendor, or null for the default. */
    default Duration delay() {
        return list().delay();
    }

    /** Per acknowledging action: its parameter to the field of the item that feeds it. */
    default Map<String, Map<String, String>> acknowledge() {
        return list().acknowledge();
    }

    /** What the list is. */
    enum Kind {
        /** Items with a time and an identity. */
        LOG,
        /** One item per time bucket and dimension. */
        SERIES,
        /** A list without time; differences are the items. */
        SNAPSHOT
    }

    /** How a point in time is written. */
    enum TimeFormat {
        /** ISO 8601 with offset or Z, as {@code 2021-05-25T17:56:51+08:00}. */
        ISO,
        /** {@code yyyy-MM-dd HH:mm:ss} in the zone that goes with it. */
        LOCAL,
        /** The first {@code yyyyMMdd-HHmm} in a text such as a file name, in the zone that goes with it. It is read, not written. */
        MINUTE_IN_TEXT,
        /** {@code yyyy-MM-dd HH:mm} in the zone that goes with it. */
        LOCAL_MINUTE,
        /** {@code yyyy-MM-dd} in the zone that goes with it. */
        DATE,
        /** {@code yyyyMMdd} in the zone that goes with it. */
        BASIC_DATE,
        /** {@code yyyyMM} in the zone that goes with it. */
        BASIC_MONTH,
        /** Whole seconds since 1970-01-01T00:00:00Z, as number or text. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970-01-01T00:00:00Z, as number or text. */
        EPOCH_MILLIS
    }

    /**
     * Where an item says when it happened.
     *
     * @param source where the time is
     * @param field path in the item, or null where the item has no time of its own
     * @param formats formats seen there; the first that fits is taken
     * @param zone zone of formats without one
     */
    record Time(TimeSource source, String field, List<TimeFormat> formats, ZoneId zone) {

        /** The time in a field of the item. */
        public static Time of(String field, List<TimeFormat> formats, ZoneId zone) {
            return new Time(TimeSource.ITEM, field, formats, zone);
        }
    }

    /** Where the time of an item is. */
    enum TimeSource {
        /** In a field of the item. */
        ITEM,
        /** The begin of the window that was asked for. */
        WINDOW,
        /** The moment of the answer. */
        RECEIPT
    }

    /**
     * How a span of time is asked for. Both ends are treated as inclusive: the engine overlaps windows at the border and drops
     * what it has seen.
     *
     * @param begin parameter of the start; of the whole span where one parameter names a minute, a day or a month
     * @param end parameter of the end, or null where {@code begin} names the span
     * @param format how both are written
     * @param zone zone of formats without one
     * @param maxSpan longest span of one request, or null for no documented bound
     * @param isWithinDay whether a window must not cross midnight of the zone
     * @param isFromMidnight whether a window begins at midnight, where the vendor lists what began before a window as if it began with it
     * @param ahead how far behind the present the vendor's items may lie, for items with an end in the future
     * @param wholeItems the longest an item can be, where the vendor lists only those that lie in the window as a whole; otherwise null
     */
    record Window(
            String begin,
            String end,
            TimeFormat format,
            ZoneId zone,
            Duration maxSpan,
            boolean isWithinDay,
            boolean isFromMidnight,
            Duration ahead,
            Duration wholeItems) {

        /** A span between two parameters. */
        public static Window of(String begin, String end, TimeFormat format, ZoneId zone, Duration maxSpan) {
            return new Window(begin, end, format, zone, maxSpan, false, false, Duration.ZERO, null);
        }

        /** The parameters that the feed sets. */
        public List<String> parameters() {
            return end == null ? List.of(begin) : List.of(begin, end);
        }
    }
}
