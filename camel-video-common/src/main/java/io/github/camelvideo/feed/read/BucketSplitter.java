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
 * Windows of whole buckets. A window is asked for up to the last moment inside its last bucket that the format can write: so the last bucket
 * is listed whether or not the vendor includes the end, and the one behind it never is. Where the vendor calls a bucket by its end, that moment is
 * asked for.
 */
final class BucketSplitter implements WindowSplitter {

    private final BucketGrid grid;
    private final TimeCodec format;
    private final Duration maxSpan;
    private final ZoneId withinDay;
    private final boolean single;
    private final boolean calledByEnd;

    /**
     * @param format how the ends of a window are written
     * @param maxSpan longest span of one window, or null for no bound
     * @param withinDay zone whose midnight a window must not cross, or null
     * @param single whether a window is one bucket
     * @param calledByEnd whether the time of an item is the end of its bucket
     */
    BucketSplitter(
            BucketGrid grid,
            TimeCodec format,
            Duration maxSpan,
            ZoneId withinDay,
            boolean single,
            boolean calledByEnd) {
        this.grid = grid;
        this.format = format;
        this.maxSpan = maxSpan;
        this.withinDay = withinDay;
        this.single = single;
        this.calledByEnd = calledByEnd;
    }

    @Override
    public Instant cut(Instant moment) {
        return grid.floor(moment);
    }

    @Override
    public Window next(Instant from, Instant cut, Duration span) {
        Instant begin = grid.floor(from);
        Instant last = grid.floor(cut);
        if (!begin.isBefore(last)) {
            return null;
        }
        Duration length = shorter(span, maxSpan);
        Instant until = length == null ? last : grid.floor(begin.plus(length));
        Instant first = grid.next(begin);
        if (single || !until.isAfter(first)) {
            until = first;
        }
        if (until.isAfter(last)) {
            until = last;
        }
        if (withinDay != null) {
            Instant midnight = new BucketGrid(Duration.ofDays(1), withinDay).next(begin);
            until = midnight.isBefore(until) && midnight.isAfter(begin) ? midnight : until;
        }
        Instant end = format.floor(calledByEnd ? until : until.minusMillis(1));
        return new Window(begin, end.isBefore(begin) ? begin : end, until, until, until.isAfter(first));
    }

    @Override
    public Duration halved(Window window) {
        return Duration.between(window.begin(), window.until()).dividedBy(2);
    }

    @Override
    public Duration doubled(Duration span) {
        Duration bound = maxSpan == null ? Duration.ofDays(365) : maxSpan;
        return span == null || span.multipliedBy(2).compareTo(bound) >= 0 ? null : span.multipliedBy(2);
    }

    /** A bucket of which a part is no longer kept would be wrong. */
    @Override
    public Instant oldest(Instant now, Duration retention) {
        Instant oldest = now.minus(retention);
        Instant begin = grid.floor(oldest);
        return begin.equals(oldest) ? begin : grid.next(oldest);
    }

    private static Duration shorter(Duration a, Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? a : b;
    }
}
