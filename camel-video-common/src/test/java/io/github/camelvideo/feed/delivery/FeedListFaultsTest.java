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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.LogLines;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that end where they seem not to, or seem to end where they do not, and pages that cannot be read. */
class FeedListFaultsTest {

    private final FeedFixture fixture = new FeedFixture();
    private final FakeVendor vendor = fixture.vendor;

    @Test
    void aShortPageIsNotTheLastOne() throws Exception {
        fixture.paging = new Paging(Paging.Style.PAGE, "Offset", "Limit", 1, 50, 50, null, "Data", null);
        fixture.pageSize = 50;
        vendor.byPage = true;
        vendor.total = (inWindow, onPage) -> null;
        // the first page has 49 rows left of its 50, the third 20
        vendor.shown = row -> row.id() != 7;
        Feed feed = fixture.open();
        fixture.addRows(120, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(3));

        List<String> delivered = drain(feed);

        assertThat(delivered).hasSize(119).doesNotHaveDuplicates().doesNotContain("7");
        assertThat(vendor.calls).as("three pages, and an empty one").hasSize(4);
    }

    @Test
    void anEmptyPageIsNotTheEndWhileTheTotalSaysMore() throws Exception {
        Feed feed = alarms(250);
        emptyTwice(100);

        assertThat(drainAll(feed)).containsExactlyInAnyOrderElementsOf(range(1, 250));
    }

    @Test
    void oneRowListedTwiceDoesNotMakeAllTotalsUnbelievable() throws Exception {
        Feed feed = fixture.open();
        vendor.add(1_000, START.plusSeconds(1));
        vendor.add(1_000, START.plusSeconds(1));
        fixture.clock.advance(Duration.ofSeconds(2));
        drain(feed);
        fixture.pageSize = 100;
        fixture.addRows(250, START.plusSeconds(60), Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(10));
        emptyTwice(20);

        assertThat(drainAll(feed)).containsExactlyInAnyOrderElementsOf(range(1, 250));
    }

    @Test
    void aTotalThatCountsThePageDoesNotEndTheList() throws Exception {
        vendor.total = (inWindow, onPage) -> (long) onPage;
        Feed feed = alarms(250);

        assertThat(drain(feed)).isEqualTo(range(1, 250));
    }

    /** The vendor counts and lists no more than that of a window, whatever it holds. */
    @Test
    void aListThatEndsBeforeItsItemsDoLosesNone() throws Exception {
        vendor.total = (inWindow, onPage) -> (long) Math.min(inWindow, 1_100);
        fixture.pageSize = 20;
        Feed feed = fixture.open();
        fixture.addRows(1_200, START, Duration.ofMillis(500));
        fixture.clock.advance(Duration.ofMinutes(20));

        assertThat(drain(feed)).containsExactlyInAnyOrderElementsOf(range(1, 1_200));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 4_000, 2_000_000_000L, 4_294_967_295L})
    void aTotalThatIsWrongCostsAFewCallsAndNoItem(long total) throws Exception {
        vendor.total = (inWindow, onPage) -> total;
        Feed feed = fixture.open();
        fixture.addRows(5, START, Duration.ofSeconds(10));
        fixture.clock.advance(Duration.ofMinutes(10));

        assertThat(drain(feed)).isEqualTo(range(1, 5));
        assertThat(vendor.calls).hasSizeLessThan(60);
        int calls = vendor.calls.size();
        fixture.clock.advance(Duration.ofSeconds(10));
        drain(feed);
        assertThat(vendor.calls).as("the next poll").hasSizeLessThan(calls + 12);
    }

    @Test
    void aVendorThatIgnoresTheOffsetIsNotAskedThousandsOfTimes() throws Exception {
        vendor.total = (inWindow, onPage) -> 4_000L;
        Feed feed = fixture.open();
        vendor.add(1, START.plusSeconds(5));
        fixture.clock.advance(Duration.ofMinutes(10));
        vendor.beforeCall = number -> vendor.calls.get(number - 1).put("Offset", 0);

        assertThat(drain(feed)).containsExactly("1");
        assertThat(vendor.calls).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Data\":null}", "{\"Data\":\"\"}"})
    void oneSuccessWithoutTheListLosesNothing(String answer) throws Exception {
        Feed feed = alarms(300);
        JsonNode without = io.github.camelvideo.json.ExactJson.parse(answer);
        vendor.answer = page -> vendor.calls.size() == 3 ? without : page;

        assertThat(drainAll(feed)).containsExactlyInAnyOrderElementsOf(range(1, 300));
    }

    @Test
    void nullIsNoItemAndHoldsNoPosition() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(2, START, Duration.ofSeconds(1));
        vendor.answer = page -> {
            if (!page.get("Data").isEmpty()) {
                page.withArray("Data").insertNull(0);
            }
            return page.put("Total", 3);
        };
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(drain(feed)).isEqualTo(range(1, 2));
        assertThat(feed.status().watermark()).isEqualTo(START.plusSeconds(60));
        assertThat(drain(fixture.open())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onePageInTenThatFailsStarvesNobody(long seed) throws Exception {
        fixture.pageSize = 40;
        fixture.maxWindowItems = 10_000;
        Feed feed = fixture.open();
        fixture.addRows(1_960, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofHours(2));
        Random random = new Random(seed);
        vendor.beforeCall = number -> {
            if (random.nextInt(10) == 0) {
                throw unreadable();
            }
        };

        assertThat(drainAll(feed)).containsExactlyInAnyOrderElementsOf(range(1, 1_960));
        assertThat(feed.status().incomplete()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void halfOfAllAnswersUnreadableAreTakenForTroubleOfTheVendorAndNotOfASpan(long seed) throws Exception {
        Feed feed = fixture.open();
        Random random = new Random(seed);
        List<String> delivered = new ArrayList<>();
        vendor.beforeCall = number -> {
            if (random.nextBoolean()) {
                throw unreadable();
            }
        };
        for (int i = 1; i <= 300; i++) {
            vendor.add(i, fixture.clock.instant().plusSeconds(1));
            fixture.clock.advance(Duration.ofSeconds(2));
            delivered.addAll(tryToDrain(feed));
        }
        vendor.beforeCall = number -> {};
        delivered.addAll(drainAll(feed));

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(range(1, 300));
        assertThat(feed.status().incomplete()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void aPageThatCanNeverBeReadIsToldAndTheOthersAreDelivered(long millis) throws Exception {
        Feed feed = fixture.open();
        Instant bad = START.plusSeconds(100).plusMillis(millis);
        fixture.addRows(60, START, Duration.ofSeconds(5));
        vendor.remove(20);
        vendor.add(20, bad);
        vendor.answer = page -> {
            if (page.toString().contains("\"Id\":20,")) {
                throw unreadable();
            }
            return page;
        };
        fixture.clock.advance(Duration.ofSeconds(100));
        List<String> delivered = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            for (int poll = 0; poll < 400; poll++) {
                delivered.addAll(tryToDrain(feed));
                fixture.clock.advance(Duration.ofSeconds(10));
            }

            List<String> others = range(1, 60);
            others.remove("20");
            assertThat(delivered).containsExactlyInAnyOrderElementsOf(others);
            assertThat(feed.status().incomplete().from()).isBetween(bad.minusSeconds(4), bad);
            assertThat(feed.status().incomplete().to()).isBetween(bad, bad.plusSeconds(4));
            assertThat(log.warnings("could not be read completely")).hasSize(1);
        }
        assertThat(feed.status().watermark()).isAfter(START.plus(Duration.ofMinutes(50)));
    }

    private Feed alarms(int count) {
        fixture.pageSize = 100;
        Feed feed = fixture.open();
        fixture.addRows(count, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(10));
        return feed;
    }

    /** The page at an offset is empty the first two times it is asked for. */
    private void emptyTwice(int offset) {
        int[] asked = {0};
        vendor.answer = page -> {
            ObjectNode call = vendor.calls.get(vendor.calls.size() - 1);
            if (call.get("Offset").asInt() == offset && ++asked[0] <= 2) {
                page.set("Data", JsonNodeFactory.instance.arrayNode());
            }
            return page;
        };
    }

    /** Polls until nothing fails and nothing is left. */
    private List<String> drainAll(Feed feed) throws InterruptedException {
        List<String> delivered = new ArrayList<>();
        for (int poll = 0; poll < 200; poll++) {
            delivered.addAll(tryToDrain(feed));
            fixture.clock.advance(Duration.ofSeconds(10));
        }
        return delivered;
    }

    private static List<String> tryToDrain(Feed feed) throws InterruptedException {
        List<String> delivered = new ArrayList<>();
        feed.beginPoll();
        try {
            do {
                feed.read();
                deliver(feed, delivered);
            } while (feed.hasMore());
        } catch (TransportException e) {
            deliver(feed, delivered);
        }
        feed.endPoll();
        return delivered;
    }

    private static void deliver(Feed feed, List<String> delivered) {
        for (FeedItem item : feed.take(Integer.MAX_VALUE)) {
            delivered.add(item.key());
            feed.completed(item);
        }
    }

    private static TransportException unreadable() {
        return new TransportException("t/ListAlarms", "content that is not JSON", 200, true, null);
    }
}
