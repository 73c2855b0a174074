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
import io.github.camelvideo.catalog.FeedDefinition;
import io.github.camelvideo.catalog.FeedDefinition.TimeFormat;
import io.github.camelvideo.catalog.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A list of alarms, a vendor that holds it, a clock and a repository; feeds are opened on them and may be thrown away. */
final class FeedFixture {

    static final Instant START = FakeVendor.utc("2021-05-25T00:00:00");
    static final Paging PAGING = new Paging(Paging.Style.OFFSET, "Offset", "Limit", 0, 100, 20, "Total", "Data", null);

    final FakeVendor vendor = new FakeVendor();
    final ManualClock clock = new ManualClock(START);
    StateRepository<String, String> repository = new MemoryStateRepository();
    StartFrom startFrom = StartFrom.NOW;
    OnFailure onFailure;
    Integer maxRedeliveries;
    int pageSize = 10;
    int maxWindowItems = 1000;
    Duration maxSpan = Duration.ofDays(30);
    Duration lookback = Duration.ofMinutes(10);
    Duration gracePeriod = Duration.ZERO;
    Duration retention;
    List<String> key = List.of("Id");

    Feed open() {
        Feed feed = Feeds.open(
                "ListAlarms",
                action(),
                JsonNodeFactory.instance.objectNode(),
                new FeedOptions(startFrom, null, null, null, pageSize, null, onFailure, maxRedeliveries),
                new PositionStore(repository, "alarms"),
                vendor,
                clock);
        feed.start();
        return feed;
    }

    Action action() {
        return action(FeedDefinition.Kind.LOG, PAGING);
    }

    Action action(FeedDefinition.Kind kind, Paging paging) {
        FeedDefinition feed = new FeedDefinition(
                kind,
                "Data",
                key,
                new FeedDefinition.Time(
                        "CreateTime", List.of(TimeFormat.ISO, TimeFormat.EPOCH_SECONDS), FakeVendor.ZONE),
                new FeedDefinition.Window("DateBegin", "DateEnd", TimeFormat.LOCAL, FakeVendor.ZONE, maxSpan, null),
                Map.<String, JsonNode>of("OrderType", IntNode.valueOf(2)),
                null,
                maxWindowItems,
                lookback,
                gracePeriod,
                null,
                retention,
                Map.of());
        return new Action(
                "ListAlarms",
                "g",
                "",
                Action.Wire.named("ListAlarms"),
                null,
                false,
                List.of(),
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
    void addRows(int count, Instant after, Duration step) {
        for (int i = 1; i <= count; i++) {
            vendor.add(i, after.plus(step.multipliedBy(i)));
        }
    }

    Position stored() {
        return new PositionStore(repository, "alarms").load().orElseThrow();
    }

    static List<String> keys(List<FeedItem> items) {
        return items.stream().map(FeedItem::key).toList();
    }

    /** Polls until the feed has caught up, completing everything; returns the keys in the order handed over. */
    static List<String> drain(Feed feed) throws InterruptedException {
        List<String> keys = new ArrayList<>();
        feed.beginPoll();
        do {
            for (FeedItem item : feed.next(Integer.MAX_VALUE)) {
                keys.add(item.key());
                feed.completed(item);
            }
        } while (feed.hasMore());
        return keys;
    }

    /** The first items of a poll. */
    static List<FeedItem> poll(Feed feed, int limit) throws InterruptedException {
        feed.beginPoll();
        return feed.next(limit);
    }

    static List<String> range(int first, int last) {
        List<String> keys = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            keys.add(Integer.toString(i));
        }
        return keys;
    }
}
