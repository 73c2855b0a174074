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
import static io.github.camelvideo.feed.FeedFixture.keys;
import static io.github.camelvideo.feed.FeedFixture.next;
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPipelineReadingTest {

    private final FeedFixture fixture = new FeedFixture();
    private final FakeVendor vendor = fixture.vendor;

    @Test
    void deliversNothingFromBeforeTheFirstStart() throws Exception {
        vendor.add(1, START.minusSeconds(5));
        Feed feed = fixture.open();
        vendor.add(2, START.plusSeconds(5));
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).containsExactly("2");
        assertThat(feed.status().counts().misdated()).isZero();
    }

    @Test
    void theFirstStartIsRememberedBeforeTheFirstItem() throws Exception {
        fixture.open();
        fixture.clock.advance(Duration.ofMinutes(5));
        vendor.add(1, START.plusSeconds(60));

        assertThat(drain(fixture.open())).containsExactly("1");
    }

    @Test
    void readsABacklogInWindowsThatFitOverClockStepsAndRestarts() throws Exception {
        fixture.startFrom = StartFrom.EARLIEST;
        fixture.retention = Duration.ofDays(30);
        fixture.maxWindowItems = 2000;
        fixture.pageSize = 100;
        fixture.addRows(25_000, START, Duration.ofDays(40).dividedBy(25_000));
        List<String> delivered = new ArrayList<>();

        for (int day = 0; day <= 40; day += 10) {
            delivered.addAll(drain(fixture.open()));
            fixture.clock.advance(Duration.ofDays(10));
        }

        assertThat(delivered).isEqualTo(range(1, 25_000));
        assertThat(vendor.fullestWindow).isLessThanOrEqualTo(2000);
        assertThat(fixture.open().status().gap()).isNull();
    }

    @Test
    void eachCallReadsOneWindowAndHandsOverNoMoreThanAskedFor() throws Exception {
        fixture.maxSpan = Duration.ofHours(1);
        fixture.lookback = Duration.ZERO;
        Feed feed = fixture.open();
        fixture.addRows(20, START, Duration.ofMinutes(5));
        fixture.clock.advance(Duration.ofHours(2));

        assertThat(keys(next(feed, 5))).isEqualTo(range(1, 5));
        int calls = vendor.calls.size();
        assertThat(keys(next(feed, 5))).isEqualTo(range(6, 10));
        assertThat(keys(next(feed, 5))).isEqualTo(range(11, 12));
        assertThat(vendor.calls).hasSize(calls);
        assertThat(feed.hasMore()).isTrue();
        assertThat(keys(next(feed, 50))).isEqualTo(range(13, 20));
        assertThat(feed.hasMore()).isFalse();
    }

    @Test
    void severalItemsInOneSecondSurvivePageAndWindowBorders() throws Exception {
        fixture.maxSpan = Duration.ofSeconds(10);
        fixture.pageSize = 3;
        Feed feed = fixture.open();
        for (int i = 1; i <= 40; i++) {
            vendor.add(i, START.plusSeconds(i <= 20 ? 10 : 20)); // both on a border
        }
        fixture.clock.advance(Duration.ofSeconds(25));

        assertThat(drain(feed)).isEqualTo(range(1, 40));
        assertThat(drain(feed)).isEmpty();
    }

    @Test
    void aSecondFullerThanAWindowIsReadAnyway() throws Exception {
        fixture.maxWindowItems = 20;
        Feed feed = fixture.open();
        for (int i = 1; i <= 50; i++) {
            vendor.add(i, START.plusSeconds(30));
        }
        vendor.add(51, START.plusSeconds(40));
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(drain(feed)).isEqualTo(range(1, 51));
    }

    @Test
    void moreItemsOfASecondThatWasReadAreDelivered() throws Exception {
        Feed feed = fixture.open();
        for (int i = 1; i <= 150; i++) {
            vendor.add(i, START.plusSeconds(30));
        }
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(drain(feed)).isEqualTo(range(1, 150));

        for (int i = 151; i <= 260; i++) {
            vendor.add(i, START.plusSeconds(30));
        }
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).isEqualTo(range(151, 260));
    }

    @Test
    void windowsGrowAgainAfterADenseSpan() throws Exception {
        fixture.maxWindowItems = 20;
        Feed feed = fixture.open();
        fixture.addRows(100, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofDays(20));

        drain(feed);
        int dense = vendor.calls.size();
        fixture.clock.advance(Duration.ofDays(20));
        drain(feed);

        assertThat(vendor.calls.size() - dense).isLessThan(5);
    }

    @Test
    void itemsThatAppearLateAreDeliveredWithinTheLookback() throws Exception {
        Feed feed = fixture.open();
        vendor.add(1, START.plus(Duration.ofMinutes(30)));
        fixture.clock.advance(Duration.ofMinutes(30));
        drain(feed);

        // as late as the lookback allows, at any moment of it
        Set<String> expected = new HashSet<>();
        List<String> delivered = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            fixture.clock.advance(Duration.ofSeconds(60));
            long id = 100 + minute;
            vendor.add(id, fixture.clock.instant().minus(Duration.ofMinutes(minute % 11)));
            expected.add(Long.toString(id));
            delivered.addAll(drain(feed));
        }
        fixture.clock.advance(Duration.ofMinutes(10));
        delivered.addAll(drain(feed));

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(feed.status().counts().late()).isPositive();
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void anItemThatAppearsSlightlyLateIsDeliveredByTheNextPoll() throws Exception {
        Feed feed = fixture.open();
        fixture.clock.advance(Duration.ofMinutes(30));
        drain(feed);
        fixture.clock.advance(Duration.ofSeconds(10));
        drain(feed);

        vendor.add(2, fixture.clock.instant().minusSeconds(25));
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T08:00:05+08:00",
                "2021-05-25T00:01:00Z",
                "2021-05-25T01:30:00Z",
                "2031-01-01T00:00:00Z"
            })
    void anItemThatIsListedWhereByItsTimeItDoesNotBelongIsDeliveredOnce(String time) throws Exception {
        Feed feed = fixture.open();
        fixture.clock.advance(Duration.ofMinutes(30));
        drain(feed);
        vendor.answer =
                page -> page.get("Data").size() > 0 || page.path("Asked").asInt() > 0 ? page : withRow(page, 9, time);
        vendor.add(10, START.plus(Duration.ofMinutes(30)));
        fixture.clock.advance(Duration.ofSeconds(5));
        vendor.answer = page -> page.get("Data").isEmpty() ? page : withRow(page, 9, time);

        assertThat(drain(feed)).containsExactlyInAnyOrder("9", "10");
        assertThat(feed.status().counts().misdated()).isEqualTo(1);
        for (int minute = 0; minute < 15; minute++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            assertThat(drain(feed)).isEmpty();
        }
        assertThat(drain(fixture.open())).isEmpty();
    }

    @Test
    void anItemLaterThanTheGracePeriodAllowsWaitsForItsWindow() throws Exception {
        fixture.gracePeriod = Duration.ofSeconds(30);
        Feed feed = fixture.open();
        vendor.add(1, START.plusSeconds(5));
        fixture.clock.advance(Duration.ofSeconds(20));
        assertThat(drain(feed)).isEmpty();
        fixture.clock.advance(Duration.ofSeconds(20));
        assertThat(drain(feed)).containsExactly("1");
    }

    @Test
    void anItemWithoutReadableTimeIsDeliveredOnce() throws Exception {
        Feed feed = fixture.open();
        vendor.add(1, START.plusSeconds(3));
        vendor.timeText = time -> "soon";
        fixture.clock.advance(Duration.ofSeconds(10));

        List<FeedItem> items = next(feed, 10);
        assertThat(items).extracting(FeedItem::time).containsExactly(START.plusSeconds(10));
        assertThat(feed.status().watermark())
                .as("holds it where the window began")
                .isEqualTo(START);
        assertThat(drain(fixture.open())).containsExactly("1");
    }

    @Test
    void itemsWithoutKeyFieldsAreToldApartByAllTheyHold() throws Exception {
        fixture.key = List.of();
        Feed feed = fixture.open();
        fixture.addRows(3, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofSeconds(10));

        assertThat(drain(feed)).hasSize(3).doesNotHaveDuplicates();
        assertThat(drain(feed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void rowsThatVanishBetweenPagesDoNotHideOthers(int call) throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(35, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.beforeCall = number -> {
            if (number == call) {
                vendor.remove(3);
            }
        };

        assertThat(drain(feed))
                .containsAll(range(4, 35))
                .containsAll(range(1, 2))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void rowsThatAppearBetweenPagesAreDeliveredAndRepeatNone(int call) throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(35, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.beforeCall = number -> {
            if (number == call) {
                vendor.add(99, START.plusMillis(500));
            }
        };

        assertThat(drain(feed)).containsAll(range(1, 35)).contains("99").doesNotHaveDuplicates();
    }

    @Test
    void aPageServedTwiceIsReadAgain() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(35, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.beforeCall = number -> {
            if (number == 3) {
                vendor.calls.get(2).put("Offset", 10);
            }
        };

        assertThat(drain(feed)).isEqualTo(range(1, 35));
    }

    @Test
    void aVendorThatIgnoresTheOffsetIsReadAgain() throws Exception {
        Feed feed = fixture.open();
        fixture.addRows(25, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.beforeCall = number -> vendor.calls.get(number - 1).put("Offset", 0);

        List<String> first = drain(feed);
        assertThat(first).hasSize(10);
        assertThat(fixture.stored().from()).as("a restart reads it again").isEqualTo(START);

        vendor.beforeCall = number -> {};
        fixture.clock.advance(Duration.ofMinutes(1));
        List<String> all = new ArrayList<>(first);
        all.addAll(drain(feed));
        assertThat(all).containsExactlyInAnyOrderElementsOf(range(1, 25));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void anErrorInTheMiddleOfAWalkLosesNothing(int call) throws Exception {
        fixture.maxSpan = Duration.ofSeconds(30);
        Feed feed = fixture.open();
        fixture.addRows(50, START, Duration.ofSeconds(1));
        fixture.clock.advance(Duration.ofMinutes(1));
        vendor.beforeCall = number -> {
            if (number == call) {
                throw new IllegalStateException("connection cut");
            }
        };
        List<String> delivered = new ArrayList<>();

        assertThatThrownBy(() -> {
                    do {
                        for (FeedItem item : next(feed, 100)) {
                            delivered.add(item.key());
                            feed.completed(item);
                        }
                    } while (feed.hasMore());
                })
                .hasMessage("connection cut");
        delivered.addAll(drain(feed));

        assertThat(delivered).isEqualTo(range(1, 50));
    }

    @Test
    void theFeedsOwnParametersAreSent() throws Exception {
        drain(fixture.open());

        ObjectNode call = vendor.calls.get(0);
        assertThat(call.get("OrderType").asInt()).isEqualTo(2);
        assertThat(call.get("Limit").asInt()).isEqualTo(10);
        assertThat(call.get("DateEnd").asText()).isEqualTo("2021-05-25 08:00:00");
    }

    private static JsonNode withRow(ObjectNode page, long id, String time) {
        page.withArray("Data").addObject().put("Id", id).put("CreateTime", time);
        return page.put("Total", page.get("Data").size());
    }
}
