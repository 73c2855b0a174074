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
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.item.TimeCodec;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The settings of a series: it is read as a log whose items are buckets of time. */
public final class SeriesSettings {

    /** So many buckets are few enough even where each has an item for dozens of dimensions. */
    private static final int FIRST_BUCKETS = 500;

    private SeriesSettings() {}

    /**
     * @param name how messages name the feed
     * @param choice value of the parameter that decides about buckets, or null where none does or it is not set
     * @throws IllegalArgumentException when an option or the choice does not fit the action, naming option, value and remedy
     */
    public static LogSettings of(String name, Action action, FeedOptions options, String choice) {
        SeriesSpec feed = (SeriesSpec) action.feed();
        FeedSpec.Window window = feed.window();
        FeedSpec.Time time = feed.time();
        LogSettings.check(
                time.source() != TimeSource.WINDOW || window != null,
                name,
                "the catalog takes the time of an item from a window that the action does not have. Correct the catalog.");
        List<TimeCodec> itemTimes = time.formats().stream()
                .map(format -> LogSettings.codec(name, format, options.timeZone(), time.zone()))
                .toList();
        TimeCodec windowTime = window == null
                ? new TimeCodec(TimeFormat.EPOCH_SECONDS, null)
                : LogSettings.codec(name, window.format(), options.timeZone(), window.zone());
        SeriesSpec.Choice chosen = chosen(name, feed, choice);
        Duration gracePeriod = LogSettings.span(name, "gracePeriod", options.gracePeriod(), feed.gracePeriod());
        Duration size = chosen.size();
        boolean hasRevisions = options.series().emit() == FeedOptions.Emit.REVISIONS;
        Buckets buckets = new Buckets(
                grid(name, feed, options, size),
                window != null && window.end() == null ? TimeSource.WINDOW : time.source(),
                feed.bucket().label(),
                feed.key(),
                gracePeriod,
                options.series());
        Duration lookback = lookback(name, options, size, hasRevisions ? gracePeriod : Duration.ZERO);
        return new LogSettings(
                windowTime,
                itemTimes,
                window != null,
                LogSettings.maxSpan(name, chosen.maxSpan(), window != null, options.window()),
                action.paging() == null ? size.multipliedBy(FIRST_BUCKETS) : null,
                LogSettings.Extent.of(window, options.timeZone()),
                LogSettings.pageSize(name, action, options.pageSize()),
                LogSettings.DEFAULT_MAX_WINDOW_ITEMS,
                lookback,
                hasRevisions ? Duration.ZERO : gracePeriod,
                feed.retention(),
                options.startFrom() == null ? StartFrom.NOW : options.startFrom(),
                List.of(),
                LogSettings.sweep(name, options.sweep(), window != null, lookback, feed.retention()),
                buckets);
    }

    /** One bucket is read twice, for a vendor that does not include the end of a window; one that may change until it is final. */
    private static Duration lookback(String name, FeedOptions options, Duration size, Duration changing) {
        Duration wanted = LogSettings.span(name, "lookback", options.lookback(), Duration.ZERO);
        Duration needed = changing.plus(size).plus(changing.isZero() ? Duration.ZERO : size);
        return wanted.compareTo(needed) > 0 ? wanted : needed;
    }

    private static SeriesSpec.Choice chosen(String name, SeriesSpec feed, String choice) {
        SeriesSpec.Bucket bucket = feed.bucket();
        Duration maxSpan = feed.window() == null ? null : feed.window().maxSpan();
        SeriesSpec.Choice chosen = choice == null ? null : bucket.choices().get(choice);
        LogSettings.check(
                choice == null || chosen != null,
                name,
                bucket.parameter() + "=" + choice + ": the catalog does not say how long a bucket is then. Use one of "
                        + String.join(", ", bucket.choices().keySet()) + ".");
        Duration size = chosen == null ? bucket.size() : chosen.size();
        LogSettings.check(
                size != null,
                name,
                "the catalog does not say how long a bucket of the series is. Correct 'bucket' of the feed in the catalog.");
        return new SeriesSpec.Choice(size, chosen != null && chosen.maxSpan() != null ? chosen.maxSpan() : maxSpan);
    }

    private static BucketGrid grid(String name, SeriesSpec feed, FeedOptions options, Duration size) {
        ZoneId zone =
                options.timeZone() != null ? options.timeZone() : feed.bucket().zone();
        if (zone == null && feed.window() != null) {
            zone = feed.window().zone();
        }
        if (zone == null) {
            zone = feed.time().zone();
        }
        try {
            return new BucketGrid(size, zone == null ? ZoneOffset.UTC : zone);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + ": " + e.getMessage() + ". Correct 'bucket' of the feed in the catalog.", e);
        }
    }
}
