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
package io.github.camelvideo.feed.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Time divided into buckets of one length. Buckets of days begin at midnight of the zone, shorter ones are counted from there, so that a
 * day on which the clocks change has one that is shorter or longer. Immutable.
 */
record BucketGrid(Duration size, ZoneId zone) {

    private static final Duration DAY = Duration.ofDays(1);

    /** @throws IllegalArgumentException when buckets neither fit into a day nor are whole days */
    BucketGrid {
        boolean isShort = size.compareTo(DAY) < 0;
        Duration longer = isShort ? DAY : size;
        Duration shorter = isShort ? size : DAY;
        if (size.isZero() || size.isNegative() || longer.toMillis() % shorter.toMillis() != 0) {
            throw new IllegalArgumentException("buckets of " + size + " neither divide a day nor are whole days");
        }
    }

    /** The begin of the bucket that a moment belongs to. */
    Instant floor(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        if (size.compareTo(DAY) >= 0) {
            long days = size.toDays();
            return midnight(LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), days) * days));
        }
        Instant midnight = midnight(day);
        long buckets = Duration.between(midnight, moment).dividedBy(size);
        return midnight.plus(size.multipliedBy(buckets));
    }

    /** The begin of the next bucket: the end of that of a moment. */
    Instant next(Instant moment) {
        Instant begin = floor(moment);
        if (size.compareTo(DAY) >= 0) {
            return midnight(begin.atZone(zone).toLocalDate().plusDays(size.toDays()));
        }
        Instant midnight = midnight(begin.atZone(zone).toLocalDate().plusDays(1));
        Instant end = begin.plus(size);
        return end.isAfter(midnight) ? midnight : end;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
