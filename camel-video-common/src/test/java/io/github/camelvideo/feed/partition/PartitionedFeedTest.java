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
package io.github.camelvideo.feed.partition;

import static io.github.camelvideo.feed.FeedFixture.START;
import static io.github.camelvideo.feed.FeedFixture.drain;
import static io.github.camelvideo.feed.FeedFixture.keys;
import static io.github.camelvideo.feed.FeedFixture.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** Many values, one feed: each by itself, none in the way of another. */
class PartitionedFeedTest {

    private final DeviceFixture devices = new DeviceFixture();

    @Test
    void handsOverTheItemsOfEachValueInOrderWithTheValue() throws InterruptedException {
        devices.with("a", "b");
        String second = devices.happens("a", START.minusSeconds(5));
        String first = devices.happens("a", START.minusSeconds(9));
        String other = devices.happens("b", START.minusSeconds(7));
        Feed feed = devices.open();

        List<FeedItem> items = handOver(feed);

        assertThat(items).extracting(item -> item.partition().id()).containsExactly("a", "a", "b");
        assertThat(keys(items)).containsExactly(first, second, other);
        items.forEach(feed::completed);
        assertThat(drain(feed)).isEmpty();
    }

    @Test
    void readsAnEmptyListWithoutAskingTheVendor() throws InterruptedException {
        Feed feed = devices.open();

        assertThat(drain(feed)).isEmpty();
        assertThat(devices.asked).isEmpty();
        assertThat(feed.status().partitions()).isEqualTo(new FeedStatus.Partitions(0, 0, null));
    }

    @Test
    void keepsAPositionForEachOverARestart() throws InterruptedException {
        devices.with("a", "b");
        devices.happens("a", START.minusSeconds(5));
        String failed = devices.happens("b", START.minusSeconds(7));
        Feed before = devices.open();
        for (FeedItem item : handOver(before)) {
            if (item.partition().id().equals("a")) {
                before.completed(item);
            } else {
                before.failed(item);
            }
        }

        Feed after = devices.open();

        assertThat(drain(after)).containsExactly(failed);
    }

    @Test
    void goesOnWithTheOthersWhenOneValueFails() throws InterruptedException {
        devices.with("a", "bad", "b");
        devices.broken.put("bad", new IllegalStateException("no such device"));
        String a = devices.happens("a", START.minusSeconds(5));
        String b = devices.happens("b", START.minusSeconds(5));
        String late = devices.happens("bad", START.minusSeconds(5));
        Feed feed = devices.open();

        assertThat(drain(feed)).containsExactly(a, b);
        assertThat(feed.status().partitions())
                .isEqualTo(new FeedStatus.Partitions(3, 1, Partition.of("DeviceId", "bad")));

        devices.broken.clear();
        assertThat(drain(feed)).containsExactly(late);
        assertThat(feed.status().partitions().failing()).isZero();
    }

    @Test
    void failsThePollWhenAllFail() {
        devices.with("a", "b", "c");
        IllegalStateException first = new IllegalStateException("no answer for a");
        devices.broken.put("a", first);
        devices.broken.put("b", new IllegalStateException("no answer for b"));
        devices.broken.put("c", new IllegalStateException("no answer for c"));
        Feed feed = devices.open();

        assertThatThrownBy(() -> drain(feed)).isSameAs(first);

        assertThat(devices.asked).containsExactly("a", "b", "c");
        assertThat(feed.status().partitions().failing()).isEqualTo(3);
    }

    @Test
    void leavesAPartitionThatItNeverReadToAnotherProcessWithoutLosingItems() throws InterruptedException {
        devices.with("a", "b").startFrom = StartFrom.NOW;
        Set<String> ofTheFirst = new HashSet<>(Set.of("a", "b"));
        devices.assignment = listed -> listed.stream()
                .filter(partition -> ofTheFirst.contains(partition.id()))
                .collect(Collectors.toSet());
        Feed first = devices.open();
        first.beginPoll();
        devices.clock.advance(Duration.ofMinutes(10));
        String item = devices.happens("b", devices.clock.instant().minusSeconds(300));

        ofTheFirst.remove("b");
        first.beginPoll();
        devices.assignment = PartitionAssignment.ALL;
        devices.devices.remove("a");
        Feed second = devices.open();

        assertThat(drain(second)).containsExactly(item);
    }

    @Test
    void readsAValueOnlyWhileItIsListed() throws InterruptedException {
        devices.with("a", "b");
        Feed feed = devices.open();
        drain(feed);
        devices.askedSince();

        devices.devices.remove("a");
        devices.with("c");
        drain(feed);

        assertThat(devices.askedSince()).containsExactlyInAnyOrder("b", "c");
        assertThat(feed.status().partitions().listed()).isEqualTo(2);
    }

    @Test
    void goesOnWhereItWasWhenAValueComesBackInTime() throws InterruptedException {
        Feed feed = readAndRemoveA();
        String meanwhile = devices.happens("a", START.plusSeconds(60));

        devices.clock.advance(Duration.ofDays(6));
        feed = devices.open();
        drain(feed);
        devices.with("a");

        assertThat(drain(feed)).containsExactly(meanwhile);
    }

    @Test
    void beginsAtStartFromWhenAValueComesBackTooLate() throws InterruptedException {
        Feed feed = readAndRemoveA();
        devices.happens("a", START.plusSeconds(60));

        devices.clock.advance(Duration.ofDays(7));
        feed = devices.open();
        devices.with("a");
        String recent = devices.happens("a", devices.clock.instant().minusSeconds(60));

        assertThat(drain(feed)).containsExactly(recent);
    }

    @Test
    void losesNothingOfAListedValueWhileTheProcessStandsStill() throws InterruptedException {
        devices.with("a");
        drain(devices.open());
        String meanwhile = devices.happens("a", START.plusSeconds(60));

        devices.clock.advance(Duration.ofDays(20));

        assertThat(drain(devices.open())).containsExactly(meanwhile);
    }

    @Test
    void countsStartFromNowFromTheFirstSightOfAValue() throws InterruptedException {
        devices.startFrom = StartFrom.NOW;
        devices.with("a", "b");
        Feed feed = devices.open();
        feed.beginPoll();
        // the turn of the second comes later
        devices.clock.advance(Duration.ofSeconds(30));
        String between = devices.happens("b", START.plusSeconds(10));

        List<FeedItem> items = rest(feed);

        assertThat(keys(items)).containsExactly(between);
    }

    @Test
    void letsItemsEndThatAreOnTheirWayWhenTheirValueGoes() throws InterruptedException {
        devices.with("a", "b");
        devices.happens("a", START.minusSeconds(5));
        Feed feed = devices.open();
        FeedItem item = handOver(feed).get(0);
        devices.devices.remove("a");
        drain(feed);

        feed.completed(item);
        devices.with("a");
        String next = devices.happens("a", START.minusSeconds(4));

        assertThat(drain(feed)).containsExactly(next);
        assertThat(feed.status().counts().delivered()).isEqualTo(2);
        assertThat(drain(devices.open())).isEmpty();
    }

    @Test
    void forgetsTheValueOfAnItemOnItsWayWhenTheItemHasEnded() throws InterruptedException {
        devices.keep = Duration.ZERO;
        devices.with("a", "b");
        String id = devices.happens("a", START.minusSeconds(5));
        Feed feed = devices.open();
        FeedItem item = handOver(feed).get(0);
        devices.devices.remove("a");
        drain(feed);
        drain(feed);
        feed.completed(item);
        drain(feed);
        drain(feed);

        devices.with("a");

        // what the item stored at its end is forgotten too
        assertThat(drain(devices.open())).containsExactly(id);
    }

    @Test
    void storesTheListLaterWhenItCouldNotBeStored() throws InterruptedException {
        FailingRepository repository = new FailingRepository();
        devices.repository = repository;
        devices.with("a");
        Feed feed = devices.open();
        repository.failing = true;
        assertThatThrownBy(feed::beginPoll).hasMessage("away");

        repository.failing = false;
        drain(feed);

        assertThat(new StateRepositoryPositions(repository)
                        .view("alarms#DeviceId", "")
                        .entries())
                .extracting(PositionEntry::key)
                .containsExactly("a");
    }

    private static final class FailingRepository extends MemoryStateRepository {
        private volatile boolean failing;

        @Override
        public void setState(String key, String value) {
            if (failing) {
                throw new IllegalStateException("away");
            }
            super.setState(key, value);
        }
    }

    @Test
    void countsWhatWasDeliveredBeforeAValueWent() throws InterruptedException {
        devices.with("a", "b");
        devices.happens("a", START.minusSeconds(5));
        Feed feed = devices.open();
        drain(feed);

        devices.devices.remove("a");
        drain(feed);

        assertThat(feed.status().counts().delivered()).isEqualTo(1);
    }

    @Test
    void sharesALimitOfItemsAmongAllValuesInTurn() throws InterruptedException {
        for (String device : List.of("busy", "a", "b")) {
            devices.with(device);
            for (int i = 1; i <= (device.equals("busy") ? 50 : 3); i++) {
                devices.happens(device, START.minusSeconds(i));
            }
        }
        Feed feed = devices.open();
        List<String> served = new ArrayList<>();
        for (int poll = 0; poll < 4; poll++) {
            feed.beginPoll();
            List<FeedItem> items = next(feed, 5);
            items.forEach(feed::completed);
            served.add(items.get(0).partition().id() + items.size());
        }

        assertThat(served).containsExactly("busy5", "a3", "b3", "busy5");
    }

    @Test
    void readsOneWindowOfABacklogAtATimeInTurn() throws InterruptedException {
        devices.startFrom = StartFrom.back(Duration.ofDays(80));
        devices.with("a", "b");

        drain(devices.open());

        assertThat(devices.asked).containsExactly("a", "b", "a", "b", "a", "b");
    }

    @Test
    void doesNotWaitForOneThatTakesTooLongAndTakesItLater() throws InterruptedException {
        Queue<Runnable> held = new ArrayDeque<>();
        AtomicInteger tasks = new AtomicInteger();
        devices.patience = Duration.ZERO;
        devices.workers = task -> {
            if (tasks.incrementAndGet() == 1) {
                held.add(task);
            } else {
                task.run();
            }
        };
        devices.with("slow", "a", "b");
        String slow = devices.happens("slow", START.minusSeconds(5));
        String a = devices.happens("a", START.minusSeconds(5));
        String b = devices.happens("b", START.minusSeconds(5));
        Feed feed = devices.open();
        assertThat(drain(feed)).containsExactly(a, b);
        String next = devices.happens("b", START.minusSeconds(4));
        assertThat(drain(feed)).containsExactly(next);

        held.remove().run();

        assertThat(drain(feed)).containsExactly(slow);
    }

    @Test
    void givesAPollUpWhenNothingButSilenceComesBack() {
        for (int i = 1; i <= 20; i++) {
            devices.with("d" + i);
            devices.broken.put("d" + i, new TransportException("api/ListAlarms", "no answer", 0, false, null));
        }
        Feed feed = devices.open();

        assertThatThrownBy(() -> drain(feed)).isInstanceOf(TransportException.class);
        assertThat(devices.asked).hasSizeBetween(6, 7);

        // the next poll begins with those that were not tried
        String next = "d" + (devices.asked.size() + 1);
        devices.broken.remove(next);
        devices.asked.clear();
        assertThatCode(() -> drain(feed)).doesNotThrowAnyException();
        assertThat(devices.asked).startsWith(next).hasSize(20);
    }

    @Test
    void takesAnItemThatWasGivenBackAgain() throws InterruptedException {
        devices.with("a");
        String id = devices.happens("a", START.minusSeconds(5));
        Feed feed = devices.open();
        handOver(feed).forEach(feed::returned);

        assertThat(drain(feed)).containsExactly(id);
    }

    /** What a poll hands over, nothing completed. */
    private static List<FeedItem> handOver(Feed feed) throws InterruptedException {
        feed.beginPoll();
        return rest(feed);
    }

    private static List<FeedItem> rest(Feed feed) throws InterruptedException {
        List<FeedItem> items = new ArrayList<>();
        do {
            items.addAll(next(feed, Integer.MAX_VALUE));
        } while (feed.hasMore());
        return items;
    }

    private Feed readAndRemoveA() throws InterruptedException {
        devices.with("a", "b");
        devices.happens("a", START.minusSeconds(5));
        Feed feed = devices.open();
        drain(feed);
        devices.devices.remove("a");
        drain(feed);
        return feed;
    }
}
