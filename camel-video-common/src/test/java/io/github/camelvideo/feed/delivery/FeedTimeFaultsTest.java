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

import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.FakeVendor.Meaning;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two clocks that differ, or are moved, and local times that come twice or never. */
class FeedTimeFaultsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final FeedFixture fixture = new FeedFixture();
    private final FakeVendor vendor = fixture.vendor;
    private Duration localAhead = Duration.ZERO;
    private long ids;

    @ParameterizedTest
    @CsvSource({"86400, PT0S", "120, PT0S", "1000, PT0S", "800, PT0S", "-120, PT0S", "-86400, PT0S", "1000, PT10S"})
    void aFirstStartWithAWrongClockMissesNothingFromThenOn(long ahead, Duration grace) throws Exception {
        localAhead = Duration.ofSeconds(ahead);
        fixture.gracePeriod = grace;
        fixture.clocksDiffer(() -> Duration.ZERO, () -> localAhead);
        Feed feed = fixture.open();
        drain(feed);

        assertThat(live(feed, 58, Duration.ofSeconds(2))).isEqualTo(range(1, 58));
        assertThat(fixture.stored().watermark()).isBeforeOrEqualTo(fixture.clock.instant());
        assertThat(live(fixture.open(), 10, Duration.ofSeconds(2)))
                .as("over a restart")
                .isEqualTo(range(59, 68));
    }

    @ParameterizedTest
    @ValueSource(longs = {86_400, 3_600, 100, -100, -3_600, -86_400})
    void aClockThatJumpsAndIsSetRightAfterSomePollsLosesAndRepeatsNothing(long jump) throws Exception {
        fixture.clocksDiffer(() -> Duration.ZERO, () -> localAhead);
        Feed feed = fixture.open();
        drain(feed);
        List<String> delivered = new ArrayList<>(live(feed, 20, Duration.ofSeconds(10)));

        localAhead = Duration.ofSeconds(jump);
        delivered.addAll(live(feed, 5, Duration.ofSeconds(10)));
        assertThat(fixture.stored().watermark()).isBeforeOrEqualTo(fixture.clock.instant());
        localAhead = Duration.ZERO;
        delivered.addAll(live(feed, 20, Duration.ofSeconds(10)));

        assertThat(delivered).isEqualTo(range(1, 45));
        assertThat(feed.status().ahead()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClockSetBackForGoodIsNoReasonToPauseForThatLong(boolean tellsTime) throws Exception {
        localAhead = Duration.ofHours(1);
        fixture.clocksDiffer(() -> Duration.ZERO, () -> localAhead);
        if (!tellsTime) {
            vendor.date = () -> null;
        }
        Feed feed = fixture.open();
        drain(feed);
        live(feed, 5, Duration.ofSeconds(10));
        ids = 100;

        localAhead = Duration.ZERO;

        assertThat(live(feed, 20, Duration.ofSeconds(10))).containsAll(range(101, 120));
        assertThat(feed.status().ahead() == null)
                .as("told where it had to be set back")
                .isEqualTo(tellsTime);
    }

    @Test
    void aStoredPositionOfTomorrowIsToldOnceAndSetBack() throws Exception {
        fixture.startFrom = StartFrom.at(START.plus(DAY));
        fixture.open().close();
        fixture.startFrom = StartFrom.NOW;
        fixture.clocksDiffer(() -> Duration.ZERO, () -> localAhead);
        try (LogLines log = new LogLines()) {
            Feed feed = fixture.open();

            assertThat(live(feed, 60, Duration.ofMinutes(1))).isEqualTo(range(1, 60));
            assertThat(feed.status().ahead()).isEqualTo(START.plus(DAY));
            assertThat(log.warnings("later than the vendor's present")).hasSize(1);
        }
    }

    @Test
    void aPositionThatIsSetBackDoesNotPassItemsThatAreNotDone() throws Exception {
        localAhead = DAY;
        fixture.clocksDiffer(() -> Duration.ZERO, () -> localAhead);
        vendor.date = () -> null;
        fixture.lookback = Duration.ofMinutes(1);
        Feed feed = fixture.open();
        localAhead = Duration.ZERO;
        drain(feed);
        vendor.add(1, fixture.clock.instant().plusSeconds(1));
        fixture.clock.advance(Duration.ofSeconds(5));
        feed.beginPoll();
        feed.read();
        feed.take(1).forEach(feed::failed);
        fixture.clock.advance(Duration.ofMinutes(30));
        localAhead = DAY;
        drainWithoutDelivery(feed);
        localAhead = Duration.ZERO;
        drainWithoutDelivery(feed);
        feed.close();

        assertThat(drain(fixture.open())).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void theHourThatComesTwiceIsDeliveredOnce(Meaning meaning) throws Exception {
        vendor.meaning = meaning;
        Instant begin = Instant.parse("2026-11-01T05:20:00Z");
        Feed feed = inNewYork(begin);

        assertThat(minutely(feed, 120)).isEqualTo(range(1, 120));
        assertThat(feed.status().counts().misdated()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void theHourThatNeverComesIsNoGap(Meaning meaning) throws Exception {
        vendor.meaning = meaning;
        Feed feed = inNewYork(Instant.parse("2026-03-08T06:20:00Z"));

        assertThat(minutely(feed, 120)).isEqualTo(range(1, 120));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30})
    void windowsOfDatesGoOverTheYearsEnd(int days) throws Exception {
        fixture.clock.advance(Duration.between(START, Instant.parse("2026-12-31T20:00:00Z")));
        fixture.windowTime = TimeFormat.DATE;
        fixture.maxSpan = Duration.ofDays(days);
        Feed feed = fixture.open();
        drain(feed);

        assertThat(live(feed, 60, Duration.ofMinutes(20))).isEqualTo(range(1, 60));
    }

    /** Local texts without offset, for windows and items. */
    private Feed inNewYork(Instant begin) throws InterruptedException {
        ZoneId zone = ZoneId.of("America/New_York");
        fixture.zone = zone;
        fixture.itemTimes = List.of(TimeFormat.LOCAL);
        vendor.zone = zone;
        vendor.timeText = time -> FakeVendor.LOCAL.format(time.atZone(zone));
        fixture.clock.advance(Duration.between(START, begin));
        fixture.clocksDiffer(() -> Duration.ZERO, () -> Duration.ZERO);
        Feed feed = fixture.open();
        drain(feed);
        return feed;
    }

    private List<String> minutely(Feed feed, int count) throws InterruptedException {
        List<String> delivered = live(feed, count, Duration.ofMinutes(1));
        for (int poll = 0; poll < 90; poll++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            delivered.addAll(drain(feed));
        }
        return delivered;
    }

    /** Raises an item before each poll; what a poll brings later than that counts, too. */
    private List<String> live(Feed feed, int count, Duration interval) throws InterruptedException {
        List<String> delivered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = fixture.clock.instant().plus(interval.dividedBy(2));
            vendor.add(++ids, time, time);
            fixture.clock.advance(interval);
            delivered.addAll(drain(feed));
        }
        for (int poll = 0; poll < 3; poll++) {
            fixture.clock.advance(Duration.ofSeconds(15));
            delivered.addAll(drain(feed));
        }
        return delivered;
    }

    private static void drainWithoutDelivery(Feed feed) throws InterruptedException {
        feed.beginPoll();
        do {
            feed.read();
            feed.take(100).forEach(feed::failed);
        } while (feed.hasMore());
        feed.endPoll();
    }
}
