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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.client.LearningClock;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A list of alarms, a vendor that holds it, a clock and a repository; feeds are opened on them and may be thrown away. */
public final class FeedFixture {

    public static final Instant START = FakeVendor.utc("2021-05-25T00:00:00");
    public static final Paging PAGING =
            new Paging(Paging.Style.OFFSET, "Offset", "Limit", 0, 100, 20, "Total", "Data", null);
    public static final FeedOptions NO_OPTIONS = new FeedOptions(null, null, null, null, null, null, null);

    public final FakeVendor vendor = new FakeVendor();
    public final ManualClock clock = new ManualClock(START);
    public VendorClock vendorClock = VendorClock.of(clock);
    public StateRepository<String, String> repository = new MemoryStateRepository();
    public StartFrom startFrom = StartFrom.NOW;
    public CommitPolicy commit;
    public int pageSize = 10;
    public int maxWindowItems = 1000;
    public Duration maxSpan = Duration.ofDays(30);
    public Duration lookback = Duration.ofMinutes(10);
    public Duration gracePeriod = Duration.ZERO;
    public Duration retention;
    public FeedOptions.Sweep sweep = FeedOptions.Sweep.NONE;
    public List<String> key = List.of("Id");
    public Paging paging = PAGING;
    /** Zone of times that are written without one. */
    public ZoneId zone = FakeVendor.ZONE;

    public List<TimeFormat> itemTimes = List.of(TimeFormat.ISO, TimeFormat.EPOCH_SECONDS);
    public TimeFormat windowTime = TimeFormat.LOCAL;
    private PositionStore open;

    /** What is stored of the feed. */
    public record Stored(Instant watermark, Instant from, Map<Instant, List<String>> delivered) {}

    /**
     * Gives the vendor a clock of its own, which it tells with each answer and by which it lists items; the feed learns of it as in a
     * running program.
     *
     * @param ahead how far that clock is ahead of the true time
     * @param local how far this machine's clock is ahead of the true time, which {@link #clock} shows
     */
    public void clocksDiffer(Supplier<Duration> ahead, Supplier<Duration> local) {
        LearningClock learning = new LearningClock(() -> clock.instant().plus(local.get()));
        vendorClock = learning.clock();
        vendor.present = () -> clock.instant().plus(ahead.get());
        vendor.date = () -> vendor.present.get().truncatedTo(ChronoUnit.SECONDS);
        vendor.told = learning::observe;
    }

    /** A started feed, as a new process would have it: the one before has died without a word. */
    public Feed open() {
        Feed feed = factory(new FeedOptions(startFrom, null, null, null, pageSize, null, commit).with(sweep))
                .open("ListAlarms", Partition.NONE, null, JsonNodeFactory.instance.objectNode(), store());
        feed.start();
        return feed;
    }

    public FeedFactory factory(FeedOptions options) {
        return new FeedFactory(
                "ListAlarms", action(), options, ItemType.UNKNOWN, vendor, vendorClock, System::nanoTime);
    }

    public PositionStore store() {
        if (open != null) {
            open.close();
        }
        open = new StateRepositoryPositions(repository).open("alarms");
        return open;
    }

    public Action action() {
        return action(FeedSpec.Kind.LOG, paging);
    }

    public Action action(FeedSpec.Kind kind, Paging paging) {
        Map<String, JsonNode> defaults = Map.of("OrderType", IntNode.valueOf(2));
        FeedSpec.Time time = FeedSpec.Time.of("CreateTime", itemTimes, zone);
        FeedSpec.Window window = FeedSpec.Window.of("DateBegin", "DateEnd", windowTime, zone, maxSpan);
        ListSpec list = ListSpec.of("Data", key).withDefaults(defaults);
        FeedSpec feed =
                switch (kind) {
                    case LOG ->
                        new LogSpec(list, time, window, List.of(), maxWindowItems, lookback, gracePeriod, retention);
                    case SERIES ->
                        new SeriesSpec(
                                list,
                                time,
                                window,
                                new SeriesSpec.Bucket(
                                        Duration.ofMinutes(5), SeriesSpec.Label.START, zone, null, Map.of()),
                                gracePeriod,
                                retention);
                    case SNAPSHOT -> new SnapshotSpec(list, List.of(), List.of(), false);
                };
        return new Action(
                "ListAlarms",
                "g",
                "",
                Action.Wire.named("ListAlarms"),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                paging,
                feed);
    }

    /** Items 1 to {@code count}, evenly spaced after the given moment. */
    public void addRows(int count, Instant after, Duration step) {
        for (int i = 1; i <= count; i++) {
            vendor.add(i, after.plus(step.multipliedBy(i)));
        }
    }

    public Stored stored() {
        StoredPosition position = new StateRepositoryPositions(repository).view("alarms", "");
        Map<Instant, List<String>> delivered = new TreeMap<>();
        for (PositionEntry entry : position.entries()) {
            delivered.computeIfAbsent(entry.time(), any -> new ArrayList<>()).add(entry.key());
        }
        try {
            JsonNode head = ExactJson.parse(position.head());
            return new Stored(
                    Instant.parse(head.get("watermark").asText()),
                    Instant.parse(head.get("from").asText()),
                    delivered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> keys(List<FeedItem> items) {
        return items.stream().map(FeedItem::key).toList();
    }

    /** Reads, then takes. */
    public static List<FeedItem> next(Feed feed, int limit) throws InterruptedException {
        feed.read();
        return feed.take(limit);
    }

    /** Polls until the feed has caught up, completing everything; returns the keys in the order taken. */
    public static List<String> drain(Feed feed) throws InterruptedException {
        List<String> keys = new ArrayList<>();
        feed.beginPoll();
        do {
            for (FeedItem item : next(feed, Integer.MAX_VALUE)) {
                keys.add(item.key());
                feed.completed(item);
            }
        } while (feed.hasMore());
        feed.endPoll();
        return keys;
    }

    /** The first items of a poll. */
    public static List<FeedItem> poll(Feed feed, int limit) throws InterruptedException {
        feed.beginPoll();
        return next(feed, limit);
    }

    public static List<String> range(int first, int last) {
        List<String> keys = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            keys.add(Integer.toString(i));
        }
        return keys;
    }
}
