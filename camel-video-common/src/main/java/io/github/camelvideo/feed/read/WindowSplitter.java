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

/**
 * The arithmetic of windows: pure, by values only.
 *
 * <p>Neighbouring windows share their border, because vendors differ in which end they include; what is read twice is dropped by key.
 */
final class WindowSplitter {

    private static final Duration DAY = Duration.ofDays(1);

    private final TimeCodec format;
    private final Duration maxSpan;

    /** @param maxSpan longest span of one window, or null for no bound */
    WindowSplitter(TimeCodec format, Duration maxSpan) {
        this.format = format;
        this.maxSpan = maxSpan;
    }

    /**
     * The next window.
     *
     * @param from moment from which everything has to be read; rounded down
     * @param cut moment up to which may be read
     * @param span wished length, or null for the longest
     * @return null when there is nothing to read yet
     */
    Window next(Instant from, Instant cut, Duration span) {
        Instant begin = format.floor(from);
        Instant last = format.floor(cut);
        if (begin.isAfter(last)) {
            return null;
        }
        Duration length = shorter(span, longest());
        Instant end = length == null ? last : format.floor(begin.plus(length));
        if (format.isDate() && maxSpan != null && longest().compareTo(DAY) < 0) {
            Instant dayAfter = format.next(begin);
            return window(begin, begin, dayAfter.isAfter(cut) ? cut : dayAfter, false);
        }
        if (!end.isAfter(begin)) {
            end = format.next(begin);
        }
        if (!end.isBefore(last)) {
            return window(begin, last, cut, isDivisible(begin, last));
        }
        return window(begin, end, end, isDivisible(begin, end));
    }

    private Window window(Instant begin, Instant end, Instant until, boolean divisible) {
        return new Window(begin, end, format.next(end), until, divisible);
    }

    /** Length for half of a window. */
    Duration halved(Window window) {
        return Duration.between(window.begin(), window.end()).dividedBy(2);
    }

    /** Twice the length, or null where that reaches the longest. */
    Duration doubled(Duration span) {
        Duration bound = longest() == null ? Duration.ofDays(365) : longest();
        return span == null || span.multipliedBy(2).compareTo(bound) >= 0 ? null : span.multipliedBy(2);
    }

    /** The oldest moment that may be asked for where the vendor keeps items that long. */
    Instant oldest(Instant now, Duration retention) {
        return format.ceil(now.minus(retention));
    }

    /** The end of a window of dates means the whole day, which counts. */
    private Duration longest() {
        return maxSpan != null && format.isDate() ? maxSpan.minus(DAY) : maxSpan;
    }

    private boolean isDivisible(Instant begin, Instant end) {
        return end.isAfter(format.next(begin));
    }

    private static Duration shorter(Duration a, Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? a : b;
    }
}
