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

import static io.github.camelvideo.feed.FakeVendor.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.item.TimeCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanSplitterTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration MONTH = Duration.ofDays(30);

    private final TimeCodec seconds = new TimeCodec(TimeFormat.LOCAL, SHANGHAI);
    private final TimeCodec days = new TimeCodec(TimeFormat.DATE, SHANGHAI);

    @Test
    void roundsBothEndsDownButReadsUpToTheExactMoment() {
        Instant cut = utc("2021-05-25T10:00:07.700");

        Window window = splitter(seconds, MONTH).next(utc("2021-05-25T09:59:59.900"), cut, null);

        assertThat(window).isEqualTo(window(utc("2021-05-25T09:59:59"), utc("2021-05-25T10:00:07"), cut, true));
    }

    @Test
    void cutsAtTheLongestSpanAndSharesTheBorderWithTheNextWindow() {
        WindowSplitter plan = splitter(seconds, MONTH);
        Instant cut = utc("2021-07-10T00:00:00");

        Window first = plan.next(utc("2021-05-25T00:00:00"), cut, null);
        Window second = plan.next(first.until(), cut, null);

        assertThat(first)
                .isEqualTo(window(
                        utc("2021-05-25T00:00:00"), utc("2021-06-24T00:00:00"), utc("2021-06-24T00:00:00"), true));
        assertThat(second).isEqualTo(window(utc("2021-06-24T00:00:00"), cut, cut, true));
    }

    @Test
    void readsToNowWhereNoSpanIsDocumented() {
        Window window = splitter(seconds, null).next(utc("2000-01-01T00:00:00"), utc("2021-05-25T00:00:00"), null);

        assertThat(window.end()).isEqualTo(utc("2021-05-25T00:00:00"));
    }

    @Test
    void halvesDownToTheResolutionAndNoFurther() {
        WindowSplitter plan = splitter(seconds, MONTH);
        Instant begin = utc("2021-05-25T00:00:00");
        Instant cut = begin.plusSeconds(5);

        Window window = plan.next(begin, cut, null);
        Window half = plan.next(begin, cut, plan.halved(window));
        Window quarter = plan.next(begin, cut, plan.halved(half));

        assertThat(half).isEqualTo(window(begin, begin.plusSeconds(2), begin.plusSeconds(2), true));
        assertThat(quarter).isEqualTo(window(begin, begin.plusSeconds(1), begin.plusSeconds(1), false));
    }

    @Test
    void aHalfShorterThanTheResolutionStillMovesOn() {
        WindowSplitter plan = splitter(seconds, MONTH);
        Instant begin = utc("2021-05-25T00:00:00");

        Window window = plan.next(begin, begin.plusSeconds(60), Duration.ofMillis(300));

        assertThat(window.end()).isEqualTo(begin.plusSeconds(1));
        assertThat(window.divisible()).isFalse();
    }

    @Test
    void aWindowOfWholeItemsIsNeverTooShortForThoseThatCrossItsBorder() {
        WindowSplitter plan = new SpanSplitter(seconds, Duration.ofDays(7), null, false, Duration.ofDays(1));
        Instant begin = utc("2021-05-25T00:00:00");
        Instant cut = utc("2021-06-25T00:00:00");

        Window window = plan.next(begin, cut, Duration.ofHours(6));

        assertThat(window.end()).isEqualTo(begin.plus(Duration.ofDays(2)));
        assertThat(window.until()).isEqualTo(begin.plus(Duration.ofDays(1)));
        assertThat(window.divisible()).isFalse();
        assertThat(plan.next(begin, cut, Duration.ofDays(4)).divisible()).isTrue();
    }

    @Test
    void aSpanGrowsBackToTheLongest() {
        WindowSplitter plan = splitter(seconds, Duration.ofHours(10));

        assertThat(plan.doubled(Duration.ofHours(2))).isEqualTo(Duration.ofHours(4));
        assertThat(plan.doubled(Duration.ofHours(5))).isNull();
        assertThat(plan.doubled(null)).isNull();
    }

    @Test
    void givesNothingBeforeTheStart() {
        assertThat(splitter(seconds, MONTH).next(utc("2021-05-25T10:00:01"), utc("2021-05-25T10:00:00"), null))
                .isNull();
    }

    @Test
    void readsTheSameSecondAgainWhileTheClockStands() {
        Instant now = utc("2021-05-25T10:00:00.500");

        assertThat(splitter(seconds, MONTH).next(now, now, null))
                .isEqualTo(window(utc("2021-05-25T10:00:00"), utc("2021-05-25T10:00:00"), now, false));
    }

    @Test
    void datesBeginAtMidnightOfTheirZone() {
        Instant cut = utc("2021-05-25T17:00:00"); // the 26th in Shanghai

        Window window = splitter(days, Duration.ofDays(31)).next(utc("2021-05-20T15:59:59"), cut, null);

        assertThat(days.writeBegin(window.begin())).isEqualTo("2021-05-20");
        assertThat(days.writeBegin(window.end())).isEqualTo("2021-05-26");
        assertThat(window.until()).isEqualTo(cut);
    }

    @Test
    void aSpanOfDatesCountsItsLastDay() {
        Window window =
                splitter(days, Duration.ofDays(31)).next(utc("2021-04-30T16:00:00"), utc("2021-09-01T00:00:00"), null);

        assertThat(days.writeBegin(window.begin())).isEqualTo("2021-05-01");
        assertThat(days.writeBegin(window.end())).isEqualTo("2021-05-31");
        assertThat(window.until()).isEqualTo(utc("2021-05-30T16:00:00"));
    }

    @Test
    void readsDayByDayWhereOnlyOneDayIsAllowed() {
        WindowSplitter plan = splitter(days, Duration.ofDays(1));
        Instant cut = utc("2021-05-26T20:00:00");

        Window first = plan.next(utc("2021-05-25T16:00:00"), cut, null);
        Window second = plan.next(first.until(), cut, null);

        assertThat(days.writeBegin(first.begin())).isEqualTo("2021-05-26");
        assertThat(first.end()).isEqualTo(first.begin());
        assertThat(days.writeBegin(second.begin())).isEqualTo("2021-05-27");
        assertThat(second.until()).isEqualTo(cut);
    }

    @Test
    void datesMoveOnOverALongDay() {
        TimeCodec berlin = new TimeCodec(TimeFormat.DATE, ZoneId.of("Europe/Berlin"));
        Instant begin = utc("2021-10-30T22:00:00"); // midnight of the day with 25 hours

        Window window =
                splitter(berlin, Duration.ofDays(9)).next(begin, utc("2021-12-01T00:00:00"), Duration.ofDays(1));

        assertThat(berlin.writeBegin(window.end())).isEqualTo("2021-11-01");
    }

    @Test
    void theOldestMomentIsRoundedUp() {
        assertThat(splitter(seconds, MONTH).oldest(utc("2021-05-31T00:00:00.001"), MONTH))
                .isEqualTo(utc("2021-05-01T00:00:01"));
        assertThat(splitter(days, MONTH).oldest(utc("2021-05-31T10:00:00"), MONTH))
                .isEqualTo(utc("2021-05-01T16:00:00"));
    }

    /** A window of whole seconds. */
    private static Window window(Instant begin, Instant end, Instant until, boolean divisible) {
        return new Window(begin, end, end.plusSeconds(1), until, divisible);
    }

    @Test
    void aWindowEndsBeforeMidnightWhereItMustNotCrossIt() {
        WindowSplitter plan = new SpanSplitter(seconds, null, SHANGHAI, false, null);
        Instant cut = utc("2021-05-26T10:00:00");

        Window first = plan.next(utc("2021-05-25T10:00:00"), cut, null);
        Window second = plan.next(first.until(), cut, null);

        // midnight in Shanghai is 16:00 UTC
        assertThat(first)
                .isEqualTo(window(
                        utc("2021-05-25T10:00:00"), utc("2021-05-25T15:59:59"), utc("2021-05-25T16:00:00"), true));
        assertThat(second).isEqualTo(window(utc("2021-05-25T16:00:00"), cut, cut, true));
    }

    @Test
    void aWindowBeginsAtMidnightWhereThatIsAskedFor() {
        WindowSplitter plan = fromMidnight();
        Instant cut = utc("2021-05-26T10:00:00");

        Window first = plan.next(utc("2021-05-25T10:00:07.500"), cut, null);
        Window second = plan.next(first.until(), cut, null);

        // midnight in Shanghai is 16:00 UTC
        assertThat(first)
                .isEqualTo(window(
                        utc("2021-05-24T16:00:00"), utc("2021-05-25T15:59:59"), utc("2021-05-25T16:00:00"), false));
        assertThat(second).isEqualTo(window(utc("2021-05-25T16:00:00"), cut, cut, false));
    }

    @Test
    void aDayFromMidnightIsReadAgainFromItsBeginUntilItIsOver() {
        WindowSplitter plan = fromMidnight();
        Instant morning = utc("2021-05-26T00:00:00");
        Instant noon = utc("2021-05-26T04:00:00");

        assertThat(plan.next(morning, noon, null)).isEqualTo(window(utc("2021-05-25T16:00:00"), noon, noon, false));
        assertThat(plan.next(utc("2021-05-25T16:00:00"), utc("2021-05-25T16:00:00.400"), null))
                .isEqualTo(window(
                        utc("2021-05-25T16:00:00"), utc("2021-05-25T16:00:00"), utc("2021-05-25T16:00:00.400"), false));
        assertThat(plan.next(utc("2021-05-27T00:00:00"), noon, null)).isNull();
    }

    @Test
    void aDayFromMidnightHasTheHoursOfItsZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WindowSplitter plan =
                new SpanSplitter(new TimeCodec(TimeFormat.EPOCH_SECONDS, berlin), null, berlin, true, null);

        Window longDay = plan.next(utc("2021-10-31T12:00:00"), utc("2021-12-01T00:00:00"), null);

        assertThat(longDay.begin()).isEqualTo(utc("2021-10-30T22:00:00"));
        assertThat(longDay.end()).isEqualTo(utc("2021-10-31T22:59:59"));
        assertThat(longDay.until()).isEqualTo(utc("2021-10-31T23:00:00"));
    }

    private WindowSplitter fromMidnight() {
        return new SpanSplitter(seconds, Duration.ofDays(1), SHANGHAI, true, null);
    }

    @Test
    void windowsOverlapByTheLongestItemWhereOnlyWholeItemsAreListed() {
        WindowSplitter plan = new SpanSplitter(seconds, Duration.ofDays(7), null, false, Duration.ofDays(1));
        Instant cut = utc("2021-06-10T00:00:00");

        Window first = plan.next(utc("2021-06-01T00:00:00"), cut, null);
        Window second = plan.next(first.until(), cut, null);

        assertThat(first)
                .isEqualTo(window(
                        utc("2021-06-01T00:00:00"), utc("2021-06-08T00:00:00"), utc("2021-06-07T00:00:00"), true));
        assertThat(second).isEqualTo(window(utc("2021-06-07T00:00:00"), cut, cut, true));
    }

    private static WindowSplitter splitter(TimeCodec format, Duration maxSpan) {
        return new SpanSplitter(format, maxSpan, null, false, null);
    }
}
