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

import io.github.camelvideo.item.TimeCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Windows of any length. Neighbouring ones share their border, because vendors differ in which end they include; what is read twice is
 * dropped by key. Where the vendor lists only items that lie in a window as a whole, they overlap by the longest item.
 */
final class SpanSplitter implements WindowSplitter {

    private static final Duration DAY = Duration.ofDays(1);

    private final TimeCodec format;
    private final Duration maxSpan;
    private final ZoneId withinDay;
    private final boolean fromMidnight;
    private final Duration wholeItems;

    /**
     * @param maxSpan longest span of one window, or null for no bound
     * @param withinDay zone whose midnight a window must not cross, or null
     * @param fromMidnight whether a window begins at that midnight and is not divided
     * @param wholeItems the longest an item can be where only items inside a window are listed for it; shorter than {@code maxSpan}; or
     *     null
     */
    SpanSplitter(TimeCodec format, Duration maxSpan, ZoneId withinDay, boolean fromMidnight, Duration wholeItems) {
        this.format = format;
        this.maxSpan = maxSpan;
        this.withinDay = withinDay;
        this.fromMidnight = fromMidnight;
        this.wholeItems = wholeItems;
    }

    @Override
    public Instant cut(Instant moment) {
        return moment;
    }

    @Override
    public Window next(Instant from, Instant cut, Duration span) {
        Instant begin = fromMidnight ? midnight(from, 0) : format.floor(from);
        Instant last = format.floor(cut);
        if (begin.isAfter(last)) {
            return null;
        }
        Duration length = notTooShort(shorter(span, longest()));
        Instant end = length == null ? last : format.floor(begin.plus(length));
        if (format.isDate() && maxSpan != null && longest().compareTo(DAY) < 0) {
            Instant dayAfter = format.next(begin);
            return window(begin, begin, dayAfter.isAfter(cut) ? cut : dayAfter, false);
        }
        if (!end.isAfter(begin)) {
            end = format.next(begin);
        }
        if (withinDay != null) {
            Instant midnight = midnight(begin, 1);
            if (!midnight.isAfter(end) && !midnight.isAfter(last)) {
                end = format.floor(midnight.minusMillis(1));
                return window(begin, end, midnight, isDivisible(begin, end));
            }
        }
        if (!end.isBefore(last)) {
            return window(begin, last, cut, isDivisible(begin, last));
        }
        return window(begin, end, behind(begin, end), isDivisible(begin, end));
    }

    private Instant midnight(Instant moment, int daysLater) {
        return moment.atZone(withinDay)
                .toLocalDate()
                .plusDays(daysLater)
                .atStartOfDay(withinDay)
                .toInstant();
    }

    /** Where only whole items are listed, a window that is no longer than an item can be would list none that crosses its border. */
    private Duration notTooShort(Duration length) {
        return length == null || wholeItems == null || length.compareTo(leastSpan()) >= 0 ? length : leastSpan();
    }

    /** So that each window lies behind the one before by the length of the longest item. */
    private Duration leastSpan() {
        return shorter(wholeItems.multipliedBy(2), longest());
    }

    /** Where the next window begins. */
    private Instant behind(Instant begin, Instant end) {
        Instant overlapping = wholeItems == null ? end : end.minus(wholeItems);
        return overlapping.isAfter(begin) ? overlapping : end;
    }

    private Window window(Instant begin, Instant end, Instant until, boolean divisible) {
        return new Window(begin, end, format.next(end), until, divisible);
    }

    @Override
    public Duration halved(Window window) {
        return Duration.between(window.begin(), window.end()).dividedBy(2);
    }

    @Override
    public Duration doubled(Duration span) {
        Duration bound = longest() == null ? Duration.ofDays(365) : longest();
        return span == null || span.multipliedBy(2).compareTo(bound) >= 0 ? null : span.multipliedBy(2);
    }

    @Override
    public Instant oldest(Instant now, Duration retention) {
        return format.ceil(now.minus(retention));
    }

    /** The end of a window of dates means the whole day, which counts. */
    private Duration longest() {
        return maxSpan != null && format.isDate() ? maxSpan.minus(DAY) : maxSpan;
    }

    private boolean isDivisible(Instant begin, Instant end) {
        boolean isShortest = wholeItems != null && Duration.between(begin, end).compareTo(leastSpan()) <= 0;
        return !fromMidnight && !isShortest && end.isAfter(format.next(begin));
    }

    private static Duration shorter(Duration a, Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? a : b;
    }
}
