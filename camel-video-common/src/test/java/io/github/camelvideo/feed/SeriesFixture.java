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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.read.PageAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A vendor's statistics, in buckets of five minutes unless told otherwise, and feeds that are opened on them and may be thrown away. */
public final class SeriesFixture {

    public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    public static final Duration FIVE = Duration.ofMinutes(5);

    public final ManualClock clock = new ManualClock(START);
    public final List<ObjectNode> calls = new ArrayList<>();
    public StateRepository<String, String> repository = new MemoryStateRepository();

    public List<String> dimensions = List.of();
    public FeedSpec.Time time = FeedSpec.Time.of("At", List.of(TimeFormat.EPOCH_SECONDS), null);
    public FeedSpec.Window window = FeedSpec.Window.of("From", "To", TimeFormat.EPOCH_SECONDS, null, null);
    public SeriesSpec.Bucket bucket =
            new SeriesSpec.Bucket(FIVE, SeriesSpec.Label.START, ZoneId.of("UTC"), null, Map.of());
    public Duration gracePeriod = Duration.ZERO;
    public Duration retention;
    public FeedOptions options = FeedOptions.NONE;

    /** Whether the vendor lists what lies at the end of a window. */
    public boolean listsEnd = true;

    private final List<Point> points = new ArrayList<>();
    private PositionStore open;

    private record Point(Instant at, String name, int value, Instant listedFrom, Instant listedUntil) {}

    /** A figure that is listed at once. */
    public void add(Instant at, String name, int value) {
        add(at, name, value, Instant.MIN, Instant.MAX);
    }

    /** A figure that is listed from a moment on, until another. */
    public void add(Instant at, String name, int value, Instant from, Instant until) {
        points.add(new Point(at, name, value, from, until));
    }

    /** A started feed, as a new process would have it: the one before has died without a word. */
    public Feed open() {
        return open(JsonNodeFactory.instance.objectNode());
    }

    public Feed open(ObjectNode parameters) {
        if (open != null) {
            open.close();
        }
        open = new StateRepositoryPositions(repository).open("figures");
        Feed feed = new FeedFactory(
                        "ListFigures",
                        action(),
                        options,
                        ItemType.UNKNOWN,
                        this::answer,
                        VendorClock.of(clock),
                        System::nanoTime)
                .open("ListFigures", Partition.NONE, null, parameters, open);
        feed.start();
        return feed;
    }

    public Action action() {
        return new Action(
                "ListFigures",
                "g",
                "",
                Action.Wire.named("ListFigures"),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                new SeriesSpec(ListSpec.of("Data", dimensions), time, window, bucket, gracePeriod, retention));
    }

    private PageAnswer answer(ObjectNode parameters) {
        calls.add(parameters);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Instant now = clock.instant();
        for (Point point : points) {
            if (!now.isBefore(point.listedFrom) && now.isBefore(point.listedUntil) && isInside(parameters, point.at)) {
                ObjectNode item = list.addObject();
                item.put("At", point.at.getEpochSecond()).put("Value", point.value);
                if (!dimensions.isEmpty()) {
                    item.put("Name", point.name);
                }
            }
        }
        return new PageAnswer(JsonNodeFactory.instance.objectNode().set("Data", list), now);
    }

    private boolean isInside(ObjectNode parameters, Instant at) {
        JsonNode day = parameters.get("Day");
        if (day != null) {
            return LocalDate.parse(day.asText()).equals(at.atZone(window.zone()).toLocalDate());
        }
        if (!parameters.has("From")) {
            return true;
        }
        long from = parameters.get("From").asLong();
        long to = parameters.get("To").asLong();
        return at.getEpochSecond() >= from && (listsEnd ? at.getEpochSecond() <= to : at.getEpochSecond() < to);
    }

    /** Polls at a moment until the feed has caught up, completing everything. */
    public List<FeedItem> poll(Feed feed, Instant at) throws InterruptedException {
        clock.set(at);
        List<FeedItem> items = new ArrayList<>();
        feed.beginPoll();
        do {
            for (FeedItem item : FeedFixture.next(feed, Integer.MAX_VALUE)) {
                items.add(item);
                feed.completed(item);
            }
        } while (feed.hasMore());
        feed.endPoll();
        return items;
    }
}
