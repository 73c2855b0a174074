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

import static io.github.camelvideo.feed.FeedFixture.START;
import static io.github.camelvideo.feed.FeedFixture.drain;
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.FeedOptions.Sweep;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.SeriesFixture;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.feed.position.PositionAdministration;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.protocol.TransportException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over windows older than the lookback, by values: what is delivered, when, and what that costs. */
class FeedSweepTest {

    private static final Duration STEP = Duration.ofMinutes(5);

    private final FeedFixture fixture = new FeedFixture();

    @TempDir
    Path directory;

    @BeforeEach
    void sweepSixHoursEachHalfHour() {
        fixture.sweep = new Sweep(Duration.ofMinutes(30), Duration.ofHours(6));
        fixture.vendor.present = fixture.clock::instant;
        // the whole position is written each time
        fixture.commit = CommitPolicy.POLL;
    }

    /** An item each minute, listed at once but for some that are listed hours late. */
    private void add(int minutes) {
        for (int minute = 1; minute <= minutes; minute++) {
            Instant time = START.plusSeconds(60L * minute);
            // two in one second
            fixture.vendor.add(minute, time);
            fixture.vendor.add(100_000 + minute, time, time.plus(lateBy(minute)));
        }
    }

    private static Duration lateBy(int minute) {
        return minute % 10 == 0 ? Duration.ofMinutes(25 + minute % 300) : Duration.ZERO;
    }

    private static List<String> all(int minutes) {
        List<String> all = new ArrayList<>(range(1, minutes));
        all.addAll(range(100_001, 100_000 + minutes));
        return all;
    }

    private List<String> run(Feed feed, Duration time, Consumer<Feed> afterEach) throws InterruptedException {
        List<String> delivered = new ArrayList<>();
        Instant end = fixture.clock.instant().plus(time);
        while (fixture.clock.instant().isBefore(end)) {
            fixture.clock.advance(STEP);
            delivered.addAll(drain(feed));
            afterEach.accept(feed);
        }
        return delivered;
    }

    @Test
    void whatIsListedBeyondTheLookbackIsDeliveredOnce() throws Exception {
        add(6 * 60);
        Feed feed = fixture.open();
        drain(feed);

        List<String> delivered = run(feed, Duration.ofHours(14), any -> {});

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(all(6 * 60));
        FeedStatus status = feed.status();
        assertThat(status.counts().late()).isEqualTo(36);
        assertThat(status.lateness().covered()).isEqualTo((720 - 36) / 720.0);
        assertThat(status.lateness().max()).isBetween(Duration.ofMinutes(310), Duration.ofMinutes(360));
    }

    @Test
    void andSoOverRestartsAfterEachPoll() throws Exception {
        add(6 * 60);
        drain(fixture.open());

        List<String> delivered = new ArrayList<>();
        for (int poll = 0; poll < 14 * 12; poll++) {
            fixture.clock.advance(STEP);
            delivered.addAll(drain(fixture.open()));
        }

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(all(6 * 60));
    }

    @Test
    void withoutASweepItIsNot() throws Exception {
        fixture.sweep = Sweep.NONE;
        add(6 * 60);
        Feed feed = fixture.open();
        drain(feed);

        assertThat(run(feed, Duration.ofHours(14), any -> {})).hasSize(720 - 36);
        assertThat(head()).startsWith("{\"v\":2,").doesNotContain("older");
    }

    @Test
    void aStragglerThatWasInFlightWhenTheProcessDiedIsRedelivered() throws Exception {
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(3), any -> {});
        fixture.vendor.add(1, START.plusSeconds(600));
        List<FeedItem> inFlight = new ArrayList<>();
        while (inFlight.isEmpty()) {
            fixture.clock.advance(STEP);
            feed.beginPoll();
            do {
                feed.read();
                inFlight.addAll(feed.take(10));
            } while (feed.hasMore());
            feed.endPoll();
        }

        Feed next = fixture.open();
        assertThat(run(next, Duration.ofHours(2), any -> {})).containsExactly("1");
        // and it holds nothing up that is new
        assertThat(head()).contains("\"watermark\":\"" + fixture.clock.instant() + "\"");
    }

    @Test
    void aStragglerThatWasDeliveredAndNotAcknowledgedIsOnlyAcknowledged() throws Exception {
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(3), any -> {});
        fixture.vendor.add(1, START.plusSeconds(600));
        for (boolean isDelivered = false; !isDelivered; ) {
            fixture.clock.advance(STEP);
            feed.beginPoll();
            do {
                feed.read();
                for (FeedItem item : feed.take(10)) {
                    feed.delivered(item);
                    isDelivered = true;
                }
            } while (feed.hasMore());
            feed.endPoll();
        }

        Feed next = fixture.open();
        List<String> acknowledged = new ArrayList<>();
        for (int poll = 0; poll < 24; poll++) {
            fixture.clock.advance(STEP);
            next.beginPoll();
            do {
                next.read();
                assertThat(next.take(10)).isEmpty();
                for (FeedItem item : next.takeUnacknowledged()) {
                    acknowledged.add(item.key());
                    next.completed(item);
                }
            } while (next.hasMore());
            next.endPoll();
        }
        assertThat(acknowledged).containsExactly("1");
    }

    @Test
    void freshItemsComeFirstAndWaitForOneWindowOfASweepAtMost() throws Exception {
        fixture.maxSpan = Duration.ofMinutes(30);
        add(8 * 60);
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(7), any -> {});
        int sweeping = 0;
        for (int poll = 0; poll < 60; poll++) {
            fixture.vendor.calls.clear();
            fixture.clock.advance(Duration.ofSeconds(10));
            drain(feed);
            List<Instant> begins = begins();
            Instant lookback = fixture.clock.instant().minus(Duration.ofMinutes(21));
            assertThat(begins.get(0)).isAfter(lookback);
            long older = begins.stream()
                    .filter(begin -> begin.isBefore(lookback))
                    .distinct()
                    .count();
            assertThat(older).isLessThanOrEqualTo(1);
            sweeping += (int) older;
        }
        // six hours in windows of half an hour, and what was left of the sweep before
        assertThat(sweeping).isBetween(11, 24);
    }

    @Test
    void readsNoFurtherBackThanAskedForNorThanTheVendorKeeps() throws Exception {
        fixture.retention = Duration.ofHours(6);
        fixture.maxSpan = Duration.ofHours(1);
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(14), any -> {
            for (ObjectNode call : fixture.vendor.calls) {
                Instant begin = time(call, "DateBegin");
                assertThat(begin).isAfter(fixture.clock.instant().minus(Duration.ofHours(6)));
                assertThat(Duration.between(begin, time(call, "DateEnd"))).isLessThanOrEqualTo(Duration.ofHours(1));
            }
            fixture.vendor.calls.clear();
        });
        assertThat(feed.status().gap()).isNull();
    }

    @Test
    void aWindowWithTooManyItemsIsReadInParts() throws Exception {
        fixture.maxWindowItems = 50;
        add(6 * 60);
        Feed feed = fixture.open();
        drain(feed);

        assertThat(run(feed, Duration.ofHours(48), any -> {})).containsExactlyInAnyOrderElementsOf(all(6 * 60));
        // items are counted when the second page is asked for
        assertThat(fixture.vendor.fullestWindow).isPositive();
    }

    @Test
    void aWindowThatCannotBeReadFailsNoPollAndIsReadLater() throws Exception {
        add(2 * 60);
        Feed feed = fixture.open();
        drain(feed);
        int[] failures = {0};
        List<FeedStatus.Span> shown = new ArrayList<>();
        fixture.vendor.beforeCall = call -> {
            ObjectNode asked = fixture.vendor.calls.get(fixture.vendor.calls.size() - 1);
            boolean isOld = time(asked, "DateBegin").isBefore(START.plus(Duration.ofMinutes(30)))
                    && fixture.clock.instant().isBefore(START.plus(Duration.ofHours(4)));
            if (isOld && fixture.clock.instant().isAfter(START.plus(Duration.ofHours(1)))) {
                failures[0]++;
                shown.add(feed.status().sweepFailed());
                throw new TransportException("t/ListAlarms", "content that is not JSON", 200, true, null);
            }
        };

        assertThat(run(feed, Duration.ofHours(8), any -> {})).containsExactlyInAnyOrderElementsOf(all(2 * 60));
        assertThat(failures[0]).isGreaterThan(8);
        assertThat(shown)
                .contains((FeedStatus.Span) null)
                .filteredOn(span -> span != null)
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.from()).isBefore(START.plus(Duration.ofMinutes(30))));
        assertThat(feed.status().sweepFailed()).isNull();
    }

    @Test
    void whatWasDeliveredBeforeSweepsWereTurnedOnIsNotRepeated() throws Exception {
        Sweep wanted = fixture.sweep;
        fixture.sweep = Sweep.NONE;
        add(10 * 60);
        List<String> delivered = new ArrayList<>();
        for (boolean isOn : new boolean[] {false, true, false, true}) {
            fixture.sweep = isOn ? wanted : Sweep.NONE;
            Feed feed = fixture.open();
            drain(feed).forEach(delivered::add);
            delivered.addAll(run(feed, Duration.ofHours(3), any -> {}));
        }

        assertThat(delivered).doesNotHaveDuplicates();
        // turned off and on again
        assertThat(head()).startsWith("{\"v\":3,");
        fixture.sweep = Sweep.NONE;
        drain(fixture.open());
        assertThat(head()).startsWith("{\"v\":2,");
        assertThat(stored().entries()).allMatch(entry -> entry.time() != null);
    }

    @Test
    void whatIsRememberedIsStoredOnceAndNotMoreThanTheSpanHolds() throws Exception {
        int minutes = 18 * 60;
        add(minutes);
        Feed feed = fixture.open();
        drain(feed);
        int[] longest = {0, 0};

        run(feed, Duration.ofHours(18), any -> {
            StoredPosition position = stored();
            int day = fixture.clock.instant().isBefore(START.plus(Duration.ofHours(9))) ? 0 : 1;
            longest[day] = Math.max(longest[day], position.toString().length());
        });

        assertThat(longest[1]).isLessThan(longest[0] + longest[0] / 10);
        // 720 items of six hours, 11 characters each, in about a hundred segments
        assertThat(longest[1]).isLessThan(30_000);
    }

    @Test
    void aFeedThatIsMovedBackDeliversAgainOnce() throws Exception {
        add(6 * 60);
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(12), any -> {});

        feed.rewind(null, START.plus(Duration.ofHours(5)));
        List<String> again = run(feed, Duration.ofHours(12), any -> {});

        List<String> expected = new ArrayList<>(range(300, 360));
        expected.addAll(range(100_300, 100_360));
        assertThat(again).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aStoredPositionThatWasMovedBackDeliversAgainOnce() throws Exception {
        add(6 * 60);
        Feed feed = fixture.open();
        drain(feed);
        run(feed, Duration.ofHours(12), any -> {});
        FileOffsetRepository files = new FileOffsetRepository(directory.toString());
        files.start();
        StoredPosition position = stored();
        try (PositionStore store = files.open("alarms")) {
            store.save(
                    "",
                    new PositionChange(
                            position.head(), List.copyOf(position.entries()), Set.of(), null, () -> position));
        }

        new PositionAdministration(files, "test", false).rewind("alarms", null, START.plus(Duration.ofHours(5)));

        StoredPosition moved = files.view("alarms", "");
        files.stop();
        fixture.store().save("", new PositionChange(moved.head(), List.of(), Set.of(), null, () -> moved));
        List<String> expected = new ArrayList<>(range(300, 360));
        expected.addAll(range(100_300, 100_360));
        assertThat(run(fixture.open(), Duration.ofHours(12), any -> {})).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aSlotOfASeriesThatIsListedHoursLateIsDelivered() throws Exception {
        SeriesFixture series = new SeriesFixture();
        series.options = FeedOptions.NONE.with(fixture.sweep);
        Instant slot = SeriesFixture.START.plus(Duration.ofMinutes(10));
        for (int i = 0; i < 36; i++) {
            series.add(SeriesFixture.START.plus(STEP.multipliedBy(i)), "", i);
        }
        series.dimensions = List.of("Name");
        series.add(slot, "late", 7, slot.plus(Duration.ofHours(3)), Instant.MAX);
        Feed feed = series.open();
        List<String> delivered = new ArrayList<>();
        for (int poll = 0; poll < 100; poll++) {
            series.clock.advance(STEP);
            delivered.addAll(drain(feed));
            if (poll == 50) {
                feed = series.open();
            }
        }

        assertThat(delivered).hasSize(37).doesNotHaveDuplicates();
        assertThat(delivered.get(36)).startsWith(slot + "|");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheRemedy() {
        assertRefused(new Sweep(STEP, null), "sweepEvery=PT5M needs sweepSpan");
        assertRefused(new Sweep(null, STEP), "sweepSpan=PT5M needs sweepEvery");
        assertRefused(new Sweep(Duration.ZERO, Duration.ofDays(1)), "sweepEvery=PT0S: must be at least PT1S");
        assertRefused(new Sweep(STEP, Duration.ofMinutes(10)), "must be longer than the lookback, PT10M");
        fixture.retention = Duration.ofDays(30);
        assertRefused(new Sweep(STEP, Duration.ofDays(31)), "sweepSpan=PT744H: the vendor keeps items for PT720H");
        FeedOptions options = FeedOptions.NONE.with(new Sweep(STEP, Duration.ofDays(1)));
        assertThatThrownBy(() -> new FeedFactory(
                        "ListAlarms",
                        fixture.action(FeedSpec.Kind.SNAPSHOT, FeedFixture.PAGING),
                        options,
                        ItemType.UNKNOWN,
                        fixture.vendor,
                        fixture.vendorClock,
                        System::nanoTime))
                .hasMessageContaining("sweepEvery does not apply")
                .hasMessageContaining("Each poll reads the whole list. Remove the option.");
    }

    private void assertRefused(Sweep sweep, String message) {
        assertThatThrownBy(() -> fixture.factory(FeedOptions.NONE.with(sweep)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private List<Instant> begins() {
        return fixture.vendor.calls.stream()
                .map(call -> time(call, "DateBegin"))
                .toList();
    }

    private static Instant time(ObjectNode call, String name) {
        return LocalDateTime.parse(call.get(name).asText(), FakeVendor.LOCAL)
                .atZone(FakeVendor.ZONE)
                .toInstant();
    }

    private String head() {
        return stored().head();
    }

    private StoredPosition stored() {
        return new StateRepositoryPositions(fixture.repository).view("alarms", Partition.NONE.id());
    }
}
