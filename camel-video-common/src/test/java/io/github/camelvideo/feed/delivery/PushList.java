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
package io.github.camelvideo.feed.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.feed.position.MemoryPositions;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.TwinEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of pushes of streams, by their end, whose starts and ends callbacks tell, too; a clock; and positions. */
final class PushList {

    static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    record Push(int number, String stream, Instant start, Instant end) {}

    final ManualClock clock = new ManualClock(START);
    final List<Push> pushes = new ArrayList<>();
    Duration lateness = Duration.ZERO;
    private final MemoryPositions positions = new MemoryPositions();
    private final TwinEvents twins = twins();
    private PositionStore open;

    private static TwinEvents twins() {
        FeedSpec.Time start = FeedSpec.Time.of("Start", List.of(TimeFormat.ISO), ZoneOffset.UTC);
        FeedSpec.Time end = FeedSpec.Time.of("End", List.of(TimeFormat.ISO), ZoneOffset.UTC);
        Map<String, CallbackSpec.TwinEvent> events = new LinkedHashMap<>();
        events.put("started", new CallbackSpec.TwinEvent(List.of("Stream"), start));
        events.put("ended", new CallbackSpec.TwinEvent(List.of("Stream"), end));
        return TwinEvents.of(
                "ListPushes",
                new CallbackSpec.Twin(Duration.ofSeconds(2), events),
                List.of("Stream"),
                null,
                Duration.ofDays(2));
    }

    /** It is listed from its end on. */
    Push add(String stream, Instant start, Instant end) {
        Push push = new Push(pushes.size(), stream, start, end);
        pushes.add(push);
        return push;
    }

    /** What a callback tells of a push, dated as it says. */
    FeedItem callback(String event, Push push, Instant told) {
        ObjectNode body = item(push).put("Event", event);
        String key = twins.key(event, body, told);
        return FeedItem.offered(new ItemId(Partition.NONE, key, ""), told, body, Origin.PUSH, event);
    }

    /** A feed that has begun, as a new process would have it: the one before has died without a word. */
    Feed open() throws InterruptedException {
        if (open != null) {
            open.close();
        }
        open = positions.open("pushes");
        FeedOptions options = new FeedOptions(StartFrom.NOW, null, null, null, 5, null, null);
        Feed feed = new FeedFactory(
                        "ListPushes",
                        action(),
                        options,
                        ItemType.UNKNOWN,
                        this::answer,
                        twins,
                        VendorClock.of(clock),
                        System::nanoTime)
                .open("ListPushes", Partition.NONE, null, JsonNodeFactory.instance.objectNode(), open);
        feed.start();
        feed.read();
        return feed;
    }

    private ObjectNode item(Push push) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Number", push.number())
                .put("Stream", push.stream())
                .put("Start", push.start().toString())
                .put("End", push.end().toString());
    }

    private PageAnswer answer(ObjectNode asked) {
        Instant begin = Instant.parse(asked.get("Begin").asText());
        Instant end = Instant.parse(asked.get("End").asText());
        List<Push> listed = pushes.stream()
                .filter(push -> !push.end().isBefore(begin) && !push.end().isAfter(end))
                .filter(push -> !push.end()
                        .plusMillis(Math.floorMod(push.number() * 7_919L, lateness.toMillis() + 1))
                        .isAfter(clock.instant()))
                .sorted(Comparator.comparing(Push::end).thenComparing(Push::number))
                .toList();
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("Total", listed.size());
        ArrayNode data = page.putArray("Data");
        listed.stream().skip((asked.get("Page").asLong() - 1) * 5).limit(5).forEach(push -> data.add(item(push)));
        return new PageAnswer(page, clock.instant());
    }

    private static Action action() {
        ListSpec list = ListSpec.of("Data", List.of("Stream", "Start", "End"));
        FeedSpec feed = new LogSpec(
                list,
                FeedSpec.Time.of("End", List.of(TimeFormat.ISO), ZoneOffset.UTC),
                FeedSpec.Window.of("Begin", "End", TimeFormat.ISO, ZoneOffset.UTC, Duration.ofDays(28)),
                List.of(),
                1_000,
                Duration.ofMinutes(10),
                Duration.ZERO,
                null);
        return new Action(
                "ListPushes",
                "g",
                "",
                Action.Wire.named("ListPushes"),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                new Paging(Paging.Style.PAGE, "Page", "Size", 1, 100, 5, "Total", "Data", null),
                feed);
    }
}
