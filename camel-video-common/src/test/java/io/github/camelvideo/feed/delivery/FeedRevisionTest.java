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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.read.PageAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Logs whose items change: alarms that are cleared, tasks that are stopped. */
class FeedRevisionTest {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final FeedSpec.Time TIME = FeedSpec.Time.of("At", List.of(TimeFormat.EPOCH_SECONDS), null);

    private final ManualClock clock = new ManualClock(START);
    private final MemoryStateRepository repository = new MemoryStateRepository();
    private final Map<String, ObjectNode> listed = new LinkedHashMap<>();
    private final List<ObjectNode> calls = new ArrayList<>();
    private PositionStore open;

    /** Null where the list has none. */
    private FeedSpec.Window window;

    private Duration lookback = Duration.ZERO;
    private int maxWindowItems = 1000;

    @Test
    void anAlarmIsDeliveredWhenItIsRaisedAndWhenItIsCleared() throws Exception {
        Feed feed = open();
        poll(feed, 0);
        alarm("a", 10, null);

        assertThat(poll(feed, 11)).containsExactly("a 0 added null");
        assertThat(poll(feed, 12)).isEmpty();
        alarm("a", 10, "12");
        assertThat(poll(feed, 13)).containsExactly("a 1 changed \"12\"");
        assertThat(poll(feed, 14)).isEmpty();
    }

    @Test
    void anAlarmThatIsClearedAfterDaysIsDeliveredAlsoOverARestart() throws Exception {
        poll(open(), 0);
        alarm("a", 10, null);
        poll(open(), 11);
        for (int hour = 1; hour < 72; hour++) {
            assertThat(poll(open(), hour * 3600)).isEmpty();
        }
        alarm("a", 10, "gone");

        assertThat(poll(open(), 72 * 3600)).containsExactly("a 1 changed \"gone\"");
        assertThat(poll(open(), 73 * 3600)).isEmpty();
    }

    @Test
    void nullAndAbsentAndEmptyAreOneState() throws Exception {
        Feed feed = open();
        poll(feed, 0);
        alarm("a", 10, null);
        poll(feed, 11);

        listed.get("a").remove("Clear");
        assertThat(poll(feed, 12)).isEmpty();
        listed.get("a").put("Clear", "");
        assertThat(poll(feed, 13)).isEmpty();
    }

    @Test
    void anAlarmOfBeforeTheStartIsDeliveredOnlyWhenItChanges() throws Exception {
        alarm("old", -100, null);
        Feed feed = open();

        assertThat(poll(feed, 0)).isEmpty();
        assertThat(poll(feed, 1)).isEmpty();
        alarm("old", -100, "2");
        assertThat(poll(feed, 3)).containsExactly("old 1 changed \"2\"");
    }

    @Test
    void anAlarmOfBeforeTheStartIsNotDeliveredAfterACrash() throws Exception {
        alarm("old", -100, null);
        poll(open(), 0);

        assertThat(poll(open(), 1)).isEmpty();
        alarm("old", -100, "2");
        assertThat(poll(open(), 3)).containsExactly("old 1 changed \"2\"");
    }

    @Test
    void anAlarmOfBeforeTheStartIsNotDeliveredAfterACrashBeforeTheFirstReading() throws Exception {
        alarm("old", -100, null);
        open();

        assertThat(poll(open(), 1)).isEmpty();
        alarm("late", -50, null);
        assertThat(poll(open(), 2)).containsExactly("late 0 added null");
    }

    @Test
    void anAlarmOfBeforeThePositionThatTurnsUpDuringAStopIsDelivered() throws Exception {
        poll(open(), 0);
        alarm("a", 10, null);
        poll(open(), 20);
        alarm("late", 15, null);

        assertThat(poll(open(), 30)).containsExactly("late 0 added null");
        assertThat(poll(open(), 31)).isEmpty();
    }

    @Test
    void theNextStateWaitsForTheOneInFlight() throws Exception {
        Feed feed = open();
        poll(feed, 0);
        alarm("a", 10, null);
        clock.set(START.plusSeconds(11));
        FeedItem raised = FeedFixture.poll(feed, 9).get(0);
        alarm("a", 10, "12");
        clock.set(START.plusSeconds(12));
        feed.read();
        assertThat(feed.take(9)).isEmpty();
        feed.failed(raised);

        List<String> told = poll(feed, 13);
        told.addAll(poll(feed, 14));

        assertThat(told).containsExactly("a 0 added null", "a 1 changed \"12\"");
    }

    @Test
    void tasksThatEndInTheFutureAreFoundAsWholeTasks() throws Exception {
        listWholeTasks();
        Feed feed = open();
        poll(feed, 0);
        int hour = 3600;
        task("running", -23 * hour, hour, 0);
        task("planned", 5 * 24 * hour, 6 * 24 * hour, 0);
        task("far", 6 * 24 * hour, 7 * 24 * hour - 60, 0);

        assertThat(poll(feed, 30)).containsExactlyInAnyOrder("planned 0 added 0", "far 0 added 0");
        task("planned", 5 * 24 * hour, 6 * 24 * hour, 1);
        assertThat(poll(open(), 60)).containsExactly("planned 1 changed 1");
        assertThat(poll(open(), 90)).isEmpty();
        task("soon", 2 * hour, 3 * hour, 0);
        assertThat(poll(open(), 120)).containsExactly("soon 0 added 0");
        assertThat(feed.status().readUpTo()).isBefore(START.plusSeconds(120));
        assertThat(calls).allSatisfy(call -> assertThat(
                        call.get("To").asLong() - call.get("From").asLong())
                .isLessThanOrEqualTo(7 * 24 * hour));
    }

    @Test
    void longTasksAreFoundAmongMoreThanAWindowMayHold() throws Exception {
        listWholeTasks();
        maxWindowItems = 5;
        List<String> expected = new ArrayList<>();
        Feed feed = open();
        poll(feed, 0);
        int hour = 3600;
        for (int task = 0; task < 40; task++) {
            task("t" + task, 3 * task * hour, (3 * task + 20) * hour, 0);
            expected.add("t" + task + " 0 added 0");
        }

        assertThat(poll(feed, 6 * 24 * hour)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void listWholeTasks() {
        window = new FeedSpec.Window(
                "From",
                "To",
                TimeFormat.EPOCH_SECONDS,
                null,
                Duration.ofDays(7),
                false,
                false,
                Duration.ofDays(7),
                Duration.ofDays(1));
        lookback = Duration.ofDays(1);
    }

    private void alarm(String id, int second, String cleared) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Id", id).put("At", START.getEpochSecond() + second).put("Clear", cleared);
        listed.put(id, body);
    }

    private void task(String id, int begin, int end, int stopped) {
        alarm(id, begin, null);
        listed.get(id).put("End", START.getEpochSecond() + end).put("Clear", stopped);
    }

    private Feed open() {
        if (open != null) {
            open.close();
        }
        open = new StateRepositoryPositions(repository).open("things");
        LogSpec feed = new LogSpec(
                ListSpec.of("Data", List.of("Id")),
                TIME,
                window,
                List.of("Clear"),
                maxWindowItems,
                lookback,
                Duration.ZERO,
                null);
        Action action = new Action(
                "ListThings",
                "g",
                "",
                Action.Wire.named("ListThings"),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                feed);
        Feed opened = new FeedFactory(
                        "ListThings",
                        action,
                        FeedOptions.NONE,
                        ItemType.UNKNOWN,
                        this::answer,
                        VendorClock.of(clock),
                        System::nanoTime)
                .open("ListThings", Partition.NONE, null, JsonNodeFactory.instance.objectNode(), open);
        opened.start();
        return opened;
    }

    /** Of tasks, the vendor lists those that lie in the window as a whole. */
    private PageAnswer answer(ObjectNode parameters) {
        calls.add(parameters);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        listed.values().stream()
                .filter(item -> !parameters.has("From")
                        || item.get("At").asLong() >= parameters.get("From").asLong()
                                && item.get("End").asLong()
                                        <= parameters.get("To").asLong())
                .forEach(item -> data.add(item.deepCopy()));
        return new PageAnswer(JsonNodeFactory.instance.objectNode().set("Data", data), clock.instant());
    }

    private List<String> poll(Feed feed, int second) throws InterruptedException {
        clock.set(START.plusSeconds(second));
        List<String> told = new ArrayList<>();
        feed.beginPoll();
        do {
            for (FeedItem item : FeedFixture.next(feed, Integer.MAX_VALUE)) {
                told.add(item.key() + " " + item.revision().number() + " "
                        + item.change().text() + " " + item.body().get("Clear"));
                feed.completed(item);
            }
        } while (feed.hasMore());
        feed.endPoll();
        return told;
    }
}
