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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec.Label;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.item.TimeCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a feed of kind log or series runs with: the one place where the user's options, the catalog and the defaults meet. A series is read
 * as a log whose items are buckets of time.
 *
 * @param windowTime how the ends of a window are written and rounded
 * @param itemTimes how an item's time may be written, in the order to try
 * @param hasWindow whether the vendor can be asked for a span of time
 * @param maxSpan longest span of one window, or null for no bound
 * @param firstSpan span of the first window of a pass, from which windows grow, where an answer holds a whole window; null where the list
 *     has pages, or windows are short anyway
 * @param extent what is special about the windows
 * @param pageSize items asked for per page, or null to leave it to the vendor
 * @param maxWindowItems a fuller window is halved; also how many unfinished items stop further reading
 * @param retention how long the vendor keeps items, or null where unknown
 * @param revision fields whose change makes another state of an item, which is delivered again; empty where items never change
 * @param sweep whether older windows are read again
 * @param buckets how the items of a series stand for buckets of time; null for a log
 */
public record LogSettings(
        TimeCodec windowTime,
        List<TimeCodec> itemTimes,
        boolean hasWindow,
        Duration maxSpan,
        Duration firstSpan,
        Extent extent,
        Integer pageSize,
        int maxWindowItems,
        Duration lookback,
        Duration gracePeriod,
        Duration retention,
        StartFrom startFrom,
        List<String> revision,
        FeedOptions.Sweep sweep,
        Buckets buckets) {

    /**
     * What is special about the windows of an action.
     *
     * @param withinDay zone whose midnight a window must not cross, or null
     * @param fromMidnight whether a window begins at that midnight
     * @param ahead how far behind the present items may lie
     * @param wholeItems the longest an item can be where only items inside a window are listed for it, or null
     */
    record Extent(ZoneId withinDay, boolean fromMidnight, Duration ahead, Duration wholeItems) {

        static final Extent USUAL = new Extent(null, false, Duration.ZERO, null);

        /** @param zone whose days count, or null for that of the catalog */
        static Extent of(FeedSpec.Window window, ZoneId zone) {
            return window == null
                    ? USUAL
                    : new Extent(
                            window.isWithinDay() ? Objects.requireNonNullElse(zone, window.zone()) : null,
                            window.isFromMidnight(),
                            window.ahead(),
                            window.wholeItems());
        }
    }

    private static final Duration LONGEST_QUIET = Duration.ofHours(1);

    /** A list without pages answers weeks in one piece if it is asked for them; nobody knows how much that is. */
    private static final Duration FIRST_SPAN = Duration.ofDays(1);

    /** Bound of memory where the catalog gives none. */
    static final int DEFAULT_MAX_WINDOW_ITEMS = 10_000;

    /**
     * @param name how messages name the feed
     * @throws IllegalArgumentException when an option does not fit the action, naming option, value and remedy
     */
    public static LogSettings of(String name, Action action, FeedOptions options) {
        LogSpec feed = (LogSpec) action.feed();
        check(feed.time() != null, name, "the catalog does not name the time of an item. Correct the catalog.");
        FeedSpec.Window window = feed.window();
        List<TimeCodec> itemTimes = feed.time().formats().stream()
                .map(format ->
                        codec(name, format, options.timeZone(), feed.time().zone()))
                .toList();
        check(
                !itemTimes.isEmpty(),
                name,
                "the catalog gives no format of the time '" + feed.time().field() + "'. Correct the catalog.");
        Extent extent = Extent.of(window, options.timeZone());
        Duration maxSpan = maxSpan(name, window == null ? null : window.maxSpan(), window != null, options.window());
        check(
                extent.wholeItems() == null || maxSpan.compareTo(extent.wholeItems()) > 0,
                name,
                "window=" + maxSpan + ": must be longer than " + extent.wholeItems()
                        + ", since the vendor lists only what lies in a window as a whole.");
        // a window that reaches ahead is passed long before its items happen
        Duration lookback = span(name, "lookback", options.lookback(), feed.lookback())
                .plus(extent.ahead())
                .plus(extent.wholeItems() == null ? Duration.ZERO : extent.wholeItems());
        return new LogSettings(
                window == null ? itemTimes.get(0) : codec(name, window.format(), options.timeZone(), window.zone()),
                itemTimes,
                window != null,
                maxSpan,
                action.paging() == null && extent.wholeItems() == null ? FIRST_SPAN : null,
                extent,
                pageSize(name, action, options.pageSize()),
                feed.maxWindowItems() == Integer.MAX_VALUE ? DEFAULT_MAX_WINDOW_ITEMS : feed.maxWindowItems(),
                lookback,
                span(name, "gracePeriod", options.gracePeriod(), feed.gracePeriod()),
                feed.retention(),
                options.startFrom() == null ? StartFrom.NOW : options.startFrom(),
                feed.revision(),
                sweep(name, options.sweep(), window != null, lookback, feed.retention()),
                null);
    }

    /** What sweeps read, or null without them. */
    public Duration sweepSpan() {
        return sweep.span();
    }

    static FeedOptions.Sweep sweep(
            String name, FeedOptions.Sweep wanted, boolean hasWindow, Duration lookback, Duration retention) {
        Duration every = wanted.every();
        Duration span = wanted.span();
        if (every == null && span == null) {
            return wanted;
        }
        check(every != null, name, "sweepSpan=" + span + " needs sweepEvery, how often older windows are read.");
        check(span != null, name, "sweepEvery=" + every + " needs sweepSpan, how far back a sweep reads.");
        check(
                hasWindow,
                name,
                "sweepEvery=" + every
                        + " does not apply: the action takes no span of time, so that each poll reads all there is."
                        + " Remove sweepEvery and sweepSpan.");
        check(every.compareTo(Duration.ofSeconds(1)) >= 0, name, "sweepEvery=" + every + ": must be at least PT1S.");
        check(
                span.compareTo(lookback) > 0,
                name,
                "sweepSpan=" + span + ": must be longer than the lookback, " + lookback
                        + ", which is read again without sweeps.");
        check(
                retention == null || span.compareTo(retention) <= 0,
                name,
                "sweepSpan=" + span + ": the vendor keeps items for " + retention + ". Set it to that or less.");
        return wanted;
    }

    /** How the time of items is divided into windows. */
    WindowSplitter splitter() {
        if (buckets == null) {
            return new SpanSplitter(
                    windowTime, maxSpan, extent.withinDay(), extent.fromMidnight(), extent.wholeItems());
        }
        return new BucketSplitter(
                buckets.grid(),
                windowTime,
                maxSpan,
                extent.withinDay(),
                buckets.isSingle(),
                buckets.label() == Label.END);
    }

    /** Whether each pass reads the whole lookback: items may change or turn up anywhere in it. */
    boolean readsWhole() {
        return !extent.ahead().isZero()
                || !revision.isEmpty()
                || buckets != null && buckets.options().emit() == FeedOptions.Emit.REVISIONS;
    }

    /** Whether an item is looked at as long as it is listed: where no window selects it by its time, its state may change at any age. */
    boolean followsStates() {
        return !hasWindow && !revision.isEmpty();
    }

    /** Whether there is nothing to read before another bucket is complete. */
    boolean readsNewOnly() {
        return buckets != null && buckets.options().emit() == FeedOptions.Emit.FINAL;
    }

    /** Windows and items may be written at different resolutions; the coarser counts. */
    public Instant floor(Instant time) {
        Instant byWindow = windowTime.floor(time);
        Instant byItems = floorToItems(time);
        return byWindow.isBefore(byItems) ? byWindow : byItems;
    }

    /**
     * How old the stored position of a feed without new items may become: after that a restart would need more than one window to catch
     * up, or come near the end of what the vendor keeps.
     */
    public Duration quietCommit() {
        Duration quiet = LONGEST_QUIET;
        if (maxSpan != null && maxSpan.dividedBy(2).compareTo(quiet) < 0) {
            quiet = maxSpan.dividedBy(2);
        }
        return retention != null && retention.dividedBy(4).compareTo(quiet) < 0 ? retention.dividedBy(4) : quiet;
    }

    /** How far behind the vendor's present the feed is right after a poll that read all there is, at most. */
    public Duration normalLag() {
        Duration behind = gracePeriod
                .minus(extent.ahead())
                .plus(buckets == null ? Duration.ZERO : buckets.grid().size());
        return behind.isNegative() ? Duration.ZERO : behind;
    }

    /** The earliest an item of that moment may be dated. */
    Instant floorToItems(Instant time) {
        if (buckets != null) {
            return buckets.grid().floor(time);
        }
        Instant earliest = time;
        for (TimeCodec format : itemTimes) {
            Instant floor = format.floor(time);
            if (floor.isBefore(earliest)) {
                earliest = floor;
            }
        }
        return earliest;
    }

    static TimeCodec codec(String name, TimeFormat format, ZoneId wanted, ZoneId known) {
        ZoneId zone = wanted != null ? wanted : known;
        boolean needsZone =
                format != TimeFormat.ISO && format != TimeFormat.EPOCH_SECONDS && format != TimeFormat.EPOCH_MILLIS;
        check(
                zone != null || !needsZone,
                name,
                "times are written without a zone and the catalog does not know it. Set timeZone.");
        return new TimeCodec(format, zone);
    }

    static Duration maxSpan(String name, Duration allowed, boolean hasWindow, Duration wanted) {
        if (wanted == null) {
            return allowed;
        }
        check(hasWindow, name, "window=" + wanted + ": the action takes no span of time. Remove the option.");
        check(wanted.compareTo(Duration.ofSeconds(1)) >= 0, name, "window=" + wanted + ": must be at least PT1S.");
        check(
                allowed == null || wanted.compareTo(allowed) <= 0,
                name,
                "window=" + wanted + ": the vendor allows at most " + allowed + ".");
        return wanted;
    }

    static Integer pageSize(String name, Action action, Integer wanted) {
        if (action.paging() == null || action.paging().sizeParameter() == null) {
            check(wanted == null, name, "pageSize=" + wanted + ": the action takes no page size. Remove the option.");
            return action.paging() == null ? null : action.paging().defaultSize();
        }
        Integer max = action.paging().maxSize();
        if (wanted != null) {
            check(wanted >= 1, name, "pageSize=" + wanted + ": must be at least 1.");
            check(
                    max == null || wanted <= max,
                    name,
                    "pageSize=" + wanted + ": the vendor allows at most " + max + ".");
            return wanted;
        }
        return action.feed().pageSize() != null
                ? action.feed().pageSize()
                : action.paging().defaultSize();
    }

    static Duration span(String name, String option, Duration wanted, Duration known) {
        Duration span = wanted != null ? wanted : known;
        check(!span.isNegative(), name, option + "=" + span + ": must not be negative.");
        return span;
    }

    static void check(boolean right, String name, String problem) {
        if (!right) {
            throw new IllegalArgumentException(name + ": " + problem);
        }
    }
}
