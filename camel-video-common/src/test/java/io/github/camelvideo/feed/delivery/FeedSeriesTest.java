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

import static io.github.camelvideo.feed.SeriesFixture.FIVE;
import static io.github.camelvideo.feed.SeriesFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.feed.Change;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.FeedOptions.Emit;
import io.github.camelvideo.feed.FeedOptions.Missing;
import io.github.camelvideo.feed.SeriesFixture;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a series by values: which bucket is delivered when, and how often. */
class FeedSeriesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final SeriesFixture vendor = new SeriesFixture();

    @Test
    void deliversABucketOnceWhenItsGracePeriodIsOver() throws Exception {
        vendor.gracePeriod = Duration.ofMinutes(3);
        vendor.add(START, "", 7);
        Feed feed = vendor.open();

        assertThat(vendor.poll(feed, at(0))).isEmpty();
        assertThat(vendor.poll(feed, at(5))).isEmpty();
        assertThat(vendor.poll(feed, at(8).minusSeconds(1))).isEmpty();
        assertThat(vendor.poll(feed, at(8))).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("2026-06-01T00:00:00Z");
            assertThat(item.time()).isEqualTo(START);
            assertThat(item.body().get("Value").asInt()).isEqualTo(7);
            assertThat(item.change()).isEqualTo(Change.ADDED);
            assertThat(item.revision()).isNull();
        });
        assertThat(vendor.poll(feed, at(13))).isEmpty();
    }

    @Test
    void asksForWholeBucketsAndOnlyWhenAnotherOneIsComplete() throws Exception {
        Feed feed = vendor.open();

        for (int second = 0; second < 900; second += 10) {
            vendor.poll(feed, START.plusSeconds(second));
        }

        // one bucket more than needed, for vendors that leave out the end
        assertThat(windows()).containsExactly("0 - 299", "0 - 599");
    }

    @Test
    void theBucketsOfAStopAreReadInWindowsThatTheVendorAllows() throws Exception {
        vendor.window = FeedSpec.Window.of("From", "To", TimeFormat.EPOCH_SECONDS, null, Duration.ofDays(1));
        vendor.poll(vendor.open(), START);
        for (int bucket = 0; bucket < 3 * 288; bucket++) {
            vendor.add(at(5 * bucket), "", bucket);
        }
        vendor.calls.clear();

        List<FeedItem> items = vendor.poll(vendor.open(), START.plus(Duration.ofDays(3)));

        assertThat(items).hasSize(3 * 288).doesNotHaveDuplicates();
        assertThat(vendor.calls).hasSize(3).allSatisfy(call -> assertThat(
                        call.get("To").asLong() - call.get("From").asLong())
                .isLessThan(Duration.ofDays(1).toSeconds()));
    }

    @Test
    void weeksWithoutAnAnswerAreReadInWindowsThatGrowAlsoAfterQuietTimes() throws Exception {
        vendor.bucket =
                new SeriesSpec.Bucket(Duration.ofHours(1), SeriesSpec.Label.START, ZoneId.of("UTC"), null, Map.of());
        vendor.options = new FeedOptions(null, null, null, null, null, null, CommitPolicy.POLL);
        Feed feed = vendor.open();
        for (int hour = 0; hour < 24; hour++) {
            vendor.poll(feed, at(60 * hour));
        }
        for (int hour = 24; hour < 90 * 24; hour++) {
            vendor.add(at(60 * hour), "", hour);
        }
        vendor.calls.clear();

        List<FeedItem> items = vendor.poll(feed, START.plus(Duration.ofDays(90)));

        assertThat(items).hasSize(89 * 24).doesNotHaveDuplicates();
        assertThat(vendor.calls)
                .extracting(call -> (call.get("To").asLong() - call.get("From").asLong() + 1) / 3600)
                .hasSize(3)
                .startsWith(500L, 1000L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyBucketComesOnceWhetherOrNotTheVendorListsTheEndOfAWindow(boolean listsEnd) throws Exception {
        vendor.listsEnd = listsEnd;
        vendor.dimensions = List.of("Name");
        List<String> delivered = new ArrayList<>();
        for (int bucket = 0; bucket < 24; bucket++) {
            vendor.add(at(5 * bucket), "a", bucket);
            vendor.add(at(5 * bucket), "b", bucket);
        }
        vendor.poll(vendor.open(), START);

        for (int minute = 1; minute <= 120; minute += 7) {
            delivered.addAll(FeedFixture.keys(vendor.poll(vendor.open(), at(minute))));
        }
        delivered.addAll(FeedFixture.keys(vendor.poll(vendor.open(), at(120))));

        assertThat(delivered).hasSize(48).doesNotHaveDuplicates().contains("2026-06-01T01:55:00Z|b");
    }

    @Test
    void aTimeThatIsTheEndOfItsBucketIsReadAsThat() throws Exception {
        vendor.bucket = new SeriesSpec.Bucket(FIVE, SeriesSpec.Label.END, ZoneId.of("UTC"), null, Map.of());
        Feed feed = vendor.open();
        vendor.poll(feed, START);
        vendor.add(at(5), "", 1);
        vendor.add(at(10), "", 2);

        assertThat(vendor.poll(feed, at(10))).extracting(FeedItem::time).containsExactly(START, at(5));
        assertThat(vendor.poll(feed, at(15))).isEmpty();
    }

    @Test
    void aBucketThatIsNotListedIsSkipped() throws Exception {
        Feed feed = vendor.open();
        vendor.poll(feed, START);
        vendor.add(START, "", 1);
        vendor.add(at(10), "", 0);

        assertThat(vendor.poll(feed, at(15))).extracting(FeedItem::time).containsExactly(START, at(10));
        assertThat(feed.status().watermark()).isEqualTo(at(15));
    }

    @Test
    void aBucketThatIsNotListedIsZeroWhereThatIsWanted() throws Exception {
        vendor.options = vendor.options.with(new FeedOptions.Series(Emit.FINAL, Missing.ZERO));
        vendor.dimensions = List.of("Name");
        Feed feed = vendor.open();
        vendor.poll(feed, START);
        vendor.add(START, "a", 1);
        vendor.add(at(5), "b", 2);

        List<FeedItem> items = vendor.poll(feed, at(10));

        assertThat(items)
                .extracting(item -> item.key() + " = " + item.body().get("Value"))
                .containsExactlyInAnyOrder(
                        "2026-06-01T00:00:00Z|a = 1",
                        "2026-06-01T00:00:00Z|b = 0",
                        "2026-06-01T00:05:00Z|a = 0",
                        "2026-06-01T00:05:00Z|b = 2");
        assertThat(items.get(3).body().get("At").asLong())
                .isEqualTo(items.get(3).time().getEpochSecond());
    }

    @Test
    void aSeriesWithoutDimensionsHasAZeroBeforeAnythingWasListed() throws Exception {
        vendor.options = vendor.options.with(new FeedOptions.Series(Emit.FINAL, Missing.ZERO));
        Feed feed = vendor.open();
        vendor.poll(feed, START);

        assertThat(vendor.poll(feed, at(10))).extracting(FeedItem::time).containsExactly(START, at(5));
        assertThat(vendor.poll(feed, at(14))).isEmpty();
    }

    @Test
    void revisionsAreDeliveredAtOnceOnChangeAndWhenFinal() throws Exception {
        vendor.options = vendor.options.with(new FeedOptions.Series(Emit.REVISIONS, Missing.SKIP));
        vendor.gracePeriod = Duration.ofMinutes(20);
        vendor.add(START, "", 1, Instant.MIN, at(10));
        vendor.add(START, "", 2, at(10), Instant.MAX);
        Feed feed = vendor.open();
        vendor.poll(feed, START);

        assertThat(told(vendor.poll(feed, at(5)))).containsExactly("1: 0 added");
        assertThat(told(vendor.poll(feed, at(9)))).isEmpty();
        assertThat(told(vendor.poll(feed, at(10)))).containsExactly("2: 1 changed");
        // the number goes on after a restart
        feed = vendor.open();
        assertThat(told(vendor.poll(feed, at(24)))).isEmpty();
        assertThat(told(vendor.poll(feed, at(25)))).containsExactly("2: 2 changed final");
        assertThat(told(vendor.poll(feed, at(60)))).isEmpty();
    }

    @Test
    void aRevisionThatFailsIsDeliveredBeforeTheNextOne() throws Exception {
        vendor.options = vendor.options.with(new FeedOptions.Series(Emit.REVISIONS, Missing.SKIP));
        vendor.gracePeriod = Duration.ofMinutes(20);
        vendor.add(START, "", 1, Instant.MIN, at(10));
        vendor.add(START, "", 2, at(10), Instant.MAX);
        Feed feed = vendor.open();
        vendor.poll(feed, START);
        vendor.clock.set(at(5));
        FeedItem first = FeedFixture.poll(feed, 9).get(0);
        vendor.clock.set(at(11));
        feed.read();
        feed.failed(first);

        List<String> told = told(vendor.poll(feed, at(12)));
        told.addAll(told(vendor.poll(feed, at(13))));

        assertThat(told).containsExactly("1: 0 added", "2: 1 changed");
    }

    @Test
    void whatIsKnownToBeFinalIsNotForgottenWhileItIsListed() throws Exception {
        vendor.options = vendor.options.with(new FeedOptions.Series(Emit.REVISIONS, Missing.SKIP));
        vendor.gracePeriod = Duration.ofMinutes(20);
        for (int bucket = 0; bucket < 100; bucket++) {
            vendor.add(at(5 * bucket), "", bucket);
        }
        vendor.poll(vendor.open(), START);
        List<String> told = new ArrayList<>();
        for (int minute = 0; minute < 600; minute += 4) {
            told.addAll(told(vendor.poll(vendor.open(), at(minute))));
        }

        assertThat(told).hasSize(200).doesNotHaveDuplicates();
        assertThat(told).filteredOn(text -> text.endsWith("final")).hasSize(100);
    }

    @Test
    void aDayIsAskedForByOneParameterAndIsADayOfItsZone() throws Exception {
        vendor.window =
                new FeedSpec.Window("Day", null, TimeFormat.DATE, NEW_YORK, null, false, false, Duration.ZERO, null);
        vendor.bucket = new SeriesSpec.Bucket(Duration.ofDays(1), SeriesSpec.Label.START, NEW_YORK, null, Map.of());
        vendor.gracePeriod = Duration.ofHours(3);
        vendor.clock.set(Instant.parse("2026-10-30T12:00:00Z"));
        Feed feed = vendor.open();
        vendor.poll(feed, vendor.clock.instant());
        for (int hour = 0; hour < 200; hour++) {
            vendor.add(Instant.parse("2026-10-30T04:00:00Z").plus(Duration.ofHours(hour)), "", hour);
        }

        assertThat(vendor.poll(feed, Instant.parse("2026-11-02T07:59:59Z")))
                .extracting(FeedItem::time)
                .contains(Instant.parse("2026-10-30T04:00:00Z"), Instant.parse("2026-10-31T04:00:00Z"))
                .doesNotContain(Instant.parse("2026-11-01T04:00:00Z"));
        // the first of November has 25 hours
        assertThat(vendor.poll(feed, Instant.parse("2026-11-02T08:00:00Z")))
                .extracting(FeedItem::time)
                .containsOnly(Instant.parse("2026-11-01T04:00:00Z"));
        assertThat(vendor.calls).extracting(call -> call.get("Day").asText()).endsWith("2026-10-31", "2026-11-01");
    }

    @Test
    void theLengthOfABucketFollowsTheParameterThatDecides() throws Exception {
        vendor.bucket = new SeriesSpec.Bucket(
                FIVE,
                SeriesSpec.Label.START,
                ZoneId.of("UTC"),
                "Per",
                Map.of("60", new SeriesSpec.Choice(Duration.ofHours(1), Duration.ofHours(2))));
        ObjectNode hourly = JsonNodeFactory.instance.objectNode().put("Per", 60);
        Feed feed = vendor.open(hourly);
        vendor.poll(feed, START);

        vendor.poll(feed, at(59));
        assertThat(vendor.calls).isEmpty();
        vendor.poll(feed, at(300));
        assertThat(windows()).containsExactly("0 - 7199", "7200 - 14399", "14400 - 17999");
        assertThatThrownBy(
                        () -> vendor.open(JsonNodeFactory.instance.objectNode().put("Per", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ListFigures: Per=7: the catalog does not say how long a bucket is then. Use one of 60.");
    }

    @Test
    void aWindowDoesNotCrossMidnightWhereTheVendorForbidsIt() throws Exception {
        ZoneId china = ZoneId.of("Asia/Shanghai");
        vendor.window = new FeedSpec.Window(
                "From", "To", TimeFormat.EPOCH_SECONDS, china, null, true, false, Duration.ZERO, null);
        Feed feed = vendor.open();
        vendor.poll(feed, START);

        vendor.poll(feed, START.plus(Duration.ofHours(20)));

        // midnight in Shanghai is 16 hours after midnight UTC
        assertThat(windows()).containsExactly("0 - 57599", "57600 - 71999");
    }

    @Test
    void figuresWithoutATimeBelongToTheBucketTheyAreReceivedIn() throws Exception {
        vendor.window = null;
        vendor.time = new FeedSpec.Time(TimeSource.RECEIPT, null, List.of(), null);
        vendor.dimensions = List.of("Name");
        vendor.add(Instant.EPOCH, "a", 1);
        Feed feed = vendor.open();
        vendor.poll(feed, at(1));

        assertThat(vendor.poll(feed, at(6))).extracting(FeedItem::key).containsExactly("2026-06-01T00:05:00Z|a");
        assertThat(vendor.poll(feed, at(8))).isEmpty();
        assertThat(vendor.poll(vendor.open(), at(9))).isEmpty();
        assertThat(vendor.poll(feed, at(10))).extracting(FeedItem::key).containsExactly("2026-06-01T00:10:00Z|a");
    }

    @Test
    void afterALongStopItGoesOnAtTheFirstWholeBucketStillKept() throws Exception {
        vendor.retention = Duration.ofHours(1);
        Feed feed = vendor.open();
        vendor.poll(feed, START);
        for (int bucket = 0; bucket < 100; bucket++) {
            vendor.add(at(5 * bucket), "", bucket);
        }

        List<FeedItem> items = vendor.poll(feed, at(302));

        assertThat(items.get(0).time()).isEqualTo(at(245));
        assertThat(feed.status().gap().to()).isEqualTo(at(245));
    }

    @Test
    void earliestBeginsWithTheOldestBucketKept() throws Exception {
        vendor.retention = Duration.ofHours(1);
        vendor.options = new FeedOptions(StartFrom.EARLIEST, null, null, null, null, null, null);
        for (int bucket = -24; bucket < 0; bucket++) {
            vendor.add(at(5 * bucket), "", bucket);
        }

        assertThat(vendor.poll(vendor.open(), START)).hasSize(11);
    }

    @Test
    void thePositionOfALogIsRefused() throws Exception {
        vendor.poll(vendor.open(), START);
        String position = vendor.repository.getState("figures").replace("\"series\"", "\"log\"");
        vendor.repository.setState("figures", position);

        assertThatThrownBy(vendor::open).hasMessageContaining("it is of a feed of kind 'log', not of kind 'series'");
    }

    private static List<String> told(List<FeedItem> items) {
        List<String> told = new ArrayList<>();
        for (FeedItem item : items) {
            told.add(item.body().get("Value") + ": " + item.revision().number() + " "
                    + item.change().text() + (item.revision().isFinal() ? " final" : ""));
        }
        return told;
    }

    private List<String> windows() {
        return vendor.calls.stream()
                .map(call -> call.get("From").asLong() - START.getEpochSecond() + " - "
                        + (call.get("To").asLong() - START.getEpochSecond()))
                .toList();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
