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

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.read.ListedItem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogProgressTest {

    private static final Instant T0 = Instant.parse("2021-05-25T00:00:00Z");
    private static final Instant END = T0.plusSeconds(100);

    @ParameterizedTest
    @MethodSource("orders")
    void watermarkStaysBeforeTheOldestUnfinishedItemInEveryOrder(List<Integer> order) {
        Tracker tracker = tracker(Duration.ZERO, 1, 2, 3, 4, 5);
        Set<Integer> unfinished = new HashSet<>(order);
        tracker.take(5);

        for (int item : order) {
            tracker.complete("" + item);
            unfinished.remove(item);

            Instant expected = unfinished.stream()
                    .min(Integer::compare)
                    .map(T0::plusSeconds)
                    .orElse(END);
            assertThat(tracker.position().watermark()).isEqualTo(expected);
            assertThat(wouldBeReadAgain(tracker.position())).isEqualTo(unfinished);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void failuresInBetweenHoldTheWatermarkUntilTheyAreDone(List<Integer> order) {
        Tracker tracker = tracker(Duration.ofSeconds(2), 1, 2, 3, 4, 5);
        tracker.take(5);
        Set<Integer> unfinished = new HashSet<>(order);

        for (int item : order) {
            if (item % 2 == 0) {
                tracker.fail("" + item);
            } else {
                tracker.complete("" + item);
                unfinished.remove(item);
            }
            assertThat(wouldBeReadAgain(tracker.position())).isEqualTo(unfinished);
        }
        assertThat(tracker.position().watermark()).isEqualTo(T0.plusSeconds(2));

        tracker.releaseFailed();
        for (FeedItem item : tracker.take(5)) {
            assertThat(item.redelivery()).isEqualTo(1);
            tracker.skip(item.key());
        }
        assertThat(tracker.position().watermark()).isEqualTo(END);
    }

    static Stream<List<Integer>> orders() {
        List<List<Integer>> orders = new ArrayList<>();
        permute(List.of(1, 2, 3, 4, 5), List.of(), orders);
        return orders.stream();
    }

    private static void permute(List<Integer> left, List<Integer> order, List<List<Integer>> orders) {
        if (left.isEmpty()) {
            orders.add(order);
        }
        for (Integer next : left) {
            List<Integer> rest = new ArrayList<>(left);
            rest.remove(next);
            List<Integer> longer = new ArrayList<>(order);
            longer.add(next);
            permute(rest, longer, orders);
        }
    }

    @Test
    void itemsOfOneSecondAreToldApart() {
        Tracker tracker = new Tracker(Duration.ZERO);
        tracker.receive(List.of(received("a", 7), received("b", 7)), END);
        tracker.take(2);

        tracker.complete("b");

        assertThat(tracker.position().watermark()).isEqualTo(T0.plusSeconds(7));
        assertThat(tracker.position().delivered()).containsOnlyKeys(T0.plusSeconds(7));
        assertThat(tracker.position().delivered().get(T0.plusSeconds(7))).containsExactly("b");
    }

    @Test
    void aKnownItemIsNotTakenInAgainInAnyState() {
        Tracker tracker = tracker(Duration.ofSeconds(200), 1, 2, 3, 4);
        tracker.take(3);
        tracker.complete("1");
        tracker.fail("2");

        tracker.receive(List.of(received("1", 1), received("2", 2), received("3", 3), received("4", 4)), END);

        assertThat(tracker.unfinished()).isEqualTo(3);
        tracker.releaseFailed();
        assertThat(tracker.take(9)).extracting(FeedItem::key).containsExactly("2", "4");
    }

    @Test
    void keysAreForgottenWhenReadingCannotBringThemBack() {
        Tracker tracker = tracker(Duration.ofSeconds(10), 1, 89, 90, 95);
        tracker.take(9).forEach(item -> tracker.complete(item.key()));

        assertThat(tracker.position().from()).isEqualTo(T0.plusSeconds(90));
        assertThat(tracker.position().delivered()).containsOnlyKeys(T0.plusSeconds(90), T0.plusSeconds(95));
    }

    @Test
    void aKeyWhoseItemMovedOnInTimeIsKeptAsLong() {
        Tracker tracker = tracker(Duration.ofSeconds(10), 95);
        tracker.take(1).forEach(item -> tracker.complete(item.key()));

        tracker.receive(List.of(received("95", 99)), T0.plusSeconds(108));
        tracker.receive(List.of(received("95", 99)), T0.plusSeconds(109));

        assertThat(tracker.waiting()).isZero();
    }

    @Test
    void aLateItemHoldsTheWatermarkWhereItIs() {
        Tracker tracker = tracker(Duration.ofSeconds(10), 50);
        tracker.take(1).forEach(item -> tracker.complete(item.key()));

        tracker.receive(List.of(received("late", 95)), T0.plusSeconds(200));

        assertThat(tracker.position().watermark()).isEqualTo(END);
        tracker.take(1).forEach(item -> tracker.complete(item.key()));
        assertThat(tracker.position().watermark()).isEqualTo(T0.plusSeconds(200));
    }

    @Test
    void anItemOfUncertainTimeHoldsTheWatermarkAtItsEarliestMoment() {
        Tracker tracker = new Tracker(Duration.ZERO);
        FeedItem item = item("x", END);

        tracker.receive(List.of(new ListedItem(item, T0.plusSeconds(3), END, true)), END);

        assertThat(tracker.position().watermark()).isEqualTo(T0.plusSeconds(3));
    }

    @Test
    void redeliveriesComeFirstButNotForEver() {
        Tracker tracker = tracker(Duration.ZERO, 1, 2, 3);
        tracker.take(1);
        tracker.fail("1");

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tracker.releaseFailed();
            String key = tracker.take(1).get(0).key();
            order.add(key);
            if (key.equals("1")) {
                tracker.fail(key);
            } else {
                tracker.complete(key);
            }
        }

        assertThat(order).containsExactly("1", "2", "1", "3");
    }

    @Test
    void aReturnedItemIsHandedOverAgainAsItWas() {
        Tracker tracker = tracker(Duration.ZERO, 1, 2);
        tracker.take(2);

        tracker.giveBack("2");
        tracker.giveBack("1");

        assertThat(tracker.take(2)).extracting(FeedItem::key).containsExactly("1", "2");
        assertThat(tracker.position().watermark()).isEqualTo(T0.plusSeconds(1));
    }

    @Test
    void anItemThatIsNotInFlightChangesNothing() {
        Tracker tracker = tracker(Duration.ZERO, 1);

        assertThat(tracker.complete("1")).isFalse();
        assertThat(tracker.skip("unknown")).isFalse();
        assertThat(tracker.unfinished()).isEqualTo(1);
    }

    private static Tracker tracker(Duration lookback, int... seconds) {
        Tracker tracker = new Tracker(lookback);
        List<ListedItem> items = new ArrayList<>();
        for (int second : seconds) {
            items.add(received("" + second, second));
        }
        tracker.receive(items, END);
        return tracker;
    }

    /** What a feed restarted at the position would deliver of items 1 to 5. */
    private static Set<Integer> wouldBeReadAgain(Position position) {
        Set<Integer> again = new HashSet<>();
        for (int i = 1; i <= 5; i++) {
            Instant time = T0.plusSeconds(i);
            boolean delivered =
                    position.delivered().getOrDefault(time, Set.of()).contains("" + i);
            if (!time.isBefore(position.from()) && !delivered) {
                again.add(i);
            }
        }
        return again;
    }

    private static ListedItem received(String key, int second) {
        Instant time = T0.plusSeconds(second);
        return new ListedItem(item(key, time), time, time, false);
    }

    private static FeedItem item(String key, Instant time) {
        return FeedItem.listed(new ItemId(Partition.NONE, key, ""), time, NullNode.getInstance());
    }

    private record Position(Instant watermark, Instant from, Map<Instant, Set<String>> delivered) {}

    /** Progress and queue together, as a pipeline uses them. */
    private static final class Tracker {

        private final Duration lookback;
        private final DeliveryQueue queue = new DeliveryQueue();
        private final LogProgress progress =
                LogProgress.startingAt("log", T0, time -> time.truncatedTo(ChronoUnit.SECONDS), null, null);
        private final Map<String, FeedItem> items = new HashMap<>();

        Tracker(Duration lookback) {
            this.lookback = lookback;
        }

        void receive(List<ListedItem> listed, Instant readUpTo) {
            for (ListedItem item : listed) {
                if (progress.know(item) == Progress.Knowledge.NEW) {
                    progress.receive(item);
                    queue.add(item.item());
                    items.put(item.item().key(), item.item());
                }
            }
            progress.readUpTo(readUpTo, readUpTo.minus(lookback));
        }

        List<FeedItem> take(int limit) {
            return queue.take(limit);
        }

        boolean complete(String key) {
            FeedItem item = items.getOrDefault(key, item(key, T0));
            if (!queue.remove(item)) {
                return false;
            }
            progress.finish(item.id());
            return true;
        }

        boolean skip(String key) {
            return complete(key);
        }

        void fail(String key) {
            queue.fail(items.get(key));
        }

        void giveBack(String key) {
            queue.giveBack(items.get(key));
        }

        void releaseFailed() {
            queue.releaseFailed();
        }

        int unfinished() {
            return progress.unfinished();
        }

        int waiting() {
            return queue.waiting();
        }

        Position position() {
            LogPosition head =
                    LogPosition.parse("log", progress.takeChange().whole().get().head());
            Map<Instant, Set<String>> delivered = new HashMap<>();
            for (PositionEntry entry : progress.takeChange().whole().get().entries()) {
                delivered.computeIfAbsent(entry.time(), any -> new HashSet<>()).add(entry.key());
            }
            return new Position(head.watermark(), head.from(), delivered);
        }
    }
}
