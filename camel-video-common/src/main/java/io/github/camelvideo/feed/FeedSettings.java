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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedDefinition;
import io.github.camelvideo.catalog.FeedDefinition.TimeFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a feed runs with: the one place where the user's options, the catalog and the defaults meet.
 *
 * @param name action, for messages
 * @param windowTime how the ends of a window are written and rounded
 * @param itemTimes how an item's time may be written, first fit first
 * @param pageSize items asked for per page, or null to leave it to the vendor
 * @param maxWindowItems a fuller window is halved; also how many unfinished items stop further reading
 */
record FeedSettings(
        String name,
        TimeCodec windowTime,
        List<TimeCodec> itemTimes,
        Duration maxSpan,
        Integer pageSize,
        int maxWindowItems,
        Duration lookback,
        Duration gracePeriod,
        Duration retention,
        StartFrom startFrom,
        OnFailure onFailure,
        int maxRedeliveries) {

    /** Bound of memory where the catalog gives none. */
    private static final int MANY_ITEMS = 10_000;

    static FeedSettings of(String name, Action action, FeedOptions options) {
        FeedDefinition feed = action.feed();
        check(
                feed.time() != null,
                name,
                "the catalog does not say which field of an item is its time",
                "Correct the catalog.");
        FeedDefinition.Window window = feed.window();
        List<TimeCodec> itemTimes = feed.time().formats().stream()
                .map(format ->
                        codec(name, format, options.timeZone(), feed.time().zone()))
                .toList();
        check(
                !itemTimes.isEmpty(),
                name,
                "the catalog gives no format of the time '" + feed.time().field() + "'",
                "Correct the catalog.");
        return new FeedSettings(
                name,
                window == null ? itemTimes.get(0) : codec(name, window.format(), options.timeZone(), window.zone()),
                itemTimes,
                maxSpan(name, window, options.window()),
                pageSize(name, action, options.pageSize()),
                feed.maxWindowItems() == Integer.MAX_VALUE ? MANY_ITEMS : feed.maxWindowItems(),
                span(name, "lookback", options.lookback(), feed.lookback()),
                span(name, "gracePeriod", options.gracePeriod(), feed.gracePeriod()),
                feed.retention(),
                options.startFrom() == null ? StartFrom.NOW : options.startFrom(),
                options.onFailure() == null ? OnFailure.REDELIVER : options.onFailure(),
                maxRedeliveries(name, options.maxRedeliveries()));
    }

    /** The same for a feed that messages name otherwise. */
    FeedSettings named(String other) {
        return new FeedSettings(
                other,
                windowTime,
                itemTimes,
                maxSpan,
                pageSize,
                maxWindowItems,
                lookback,
                gracePeriod,
                retention,
                startFrom,
                onFailure,
                maxRedeliveries);
    }

    /** Windows and items may be written at different resolutions; the coarser counts. */
    Instant floor(Instant time) {
        Instant byWindow = windowTime.floor(time);
        Instant byItems = floorToItems(time);
        return byWindow.isBefore(byItems) ? byWindow : byItems;
    }

    /** The earliest an item of that moment may be dated. */
    Instant floorToItems(Instant time) {
        return itemTimes.stream()
                .map(format -> format.floor(time))
                .min(Instant::compareTo)
                .orElse(time);
    }

    private static TimeCodec codec(String name, TimeFormat format, ZoneId wanted, ZoneId known) {
        ZoneId zone = wanted != null ? wanted : known;
        boolean needsZone = format == TimeFormat.LOCAL || format == TimeFormat.DATE;
        check(
                zone != null || !needsZone,
                name,
                "times are written without a zone and the catalog knows none",
                "Set timeZone.");
        return new TimeCodec(format, zone);
    }

    private static Duration maxSpan(String name, FeedDefinition.Window window, Duration wanted) {
        Duration allowed = window == null ? null : window.maxSpan();
        if (wanted == null) {
            return allowed;
        }
        check(
                window != null,
                name,
                "window=" + wanted + " has no effect: the action takes no span of time",
                "Leave it out.");
        check(
                wanted.compareTo(Duration.ofSeconds(1)) >= 0,
                name,
                "window=" + wanted + " is too short",
                "Give at least PT1S.");
        check(
                allowed == null || wanted.compareTo(allowed) <= 0,
                name,
                "window=" + wanted + " is longer than the vendor allows",
                "Give at most " + allowed + ".");
        return wanted;
    }

    private static Integer pageSize(String name, Action action, Integer wanted) {
        if (action.paging() == null || action.paging().sizeParameter() == null) {
            check(
                    wanted == null,
                    name,
                    "pageSize=" + wanted + " has no effect: the action takes no page size",
                    "Leave it out.");
            return action.paging() == null ? null : action.paging().defaultSize();
        }
        Integer max = action.paging().maxSize();
        if (wanted != null) {
            check(wanted >= 1, name, "pageSize=" + wanted + " is no size", "Give at least 1.");
            check(
                    max == null || wanted <= max,
                    name,
                    "pageSize=" + wanted + " is more than the vendor allows",
                    "Give at most " + max + ".");
            return wanted;
        }
        return action.feed().pageSize() != null
                ? action.feed().pageSize()
                : action.paging().defaultSize();
    }

    private static int maxRedeliveries(String name, Integer wanted) {
        check(
                wanted == null || wanted >= -1,
                name,
                "maxRedeliveries=" + wanted + " is no number of redeliveries",
                "Give zero or more, or -1 for no end.");
        return wanted == null ? -1 : wanted;
    }

    private static Duration span(String name, String option, Duration wanted, Duration known) {
        Duration span = wanted != null ? wanted : known;
        check(!span.isNegative(), name, option + "=" + span + " is negative", "Give zero or more.");
        return span;
    }

    private static void check(boolean right, String name, String problem, String remedy) {
        if (!right) {
            throw new IllegalArgumentException(name + ": " + problem + ". " + remedy);
        }
    }
}
