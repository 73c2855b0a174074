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
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.feed.FakeVendor.Row;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random vendors, clocks, routes and restarts: each item that the vendor lists within the lookback is completed exactly once. A failing
 * run names its seed; {@link Run#toString} tells what it was about.
 */
class FeedPropertyTest {

    private static final int RUNS = 500;

    @Test
    void eachItemIsDeliveredOnceWhateverVendorRouteAndClockDo() throws Exception {
        List<String> problems = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            Run run = new Run(seed);
            try {
                run.run();
            } catch (RuntimeException | AssertionError e) {
                problems.add(run + ": " + e);
            }
        }
        assertThat(problems).isEmpty();
    }

    /** One history. */
    private static final class Run {

        private final long seed;
        private final Random random;
        private final FeedFixture fixture = new FeedFixture();
        private final boolean tellsTime;
        private final double failing;
        private final double garbled;
        private final double emptyPages;
        private final double restarting;
        private final Duration lateness;
        private final String totals;
        private Duration vendorAhead;
        private Duration localAhead = Duration.ZERO;
        private boolean calm;
        private long ids;

        private final Set<String> wanted = new TreeSet<>();
        private final Map<String, Integer> completed = new HashMap<>();
        private final List<FeedItem> inHand = new ArrayList<>();
        private Feed feed;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            fixture.pageSize = 1 + random.nextInt(12);
            fixture.maxWindowItems = 5 + random.nextInt(100);
            fixture.lookback = Duration.ofSeconds(chance(0.2) ? 0 : random.nextInt(900));
            fixture.gracePeriod = Duration.ofSeconds(chance(0.6) ? 0 : random.nextInt(60));
            fixture.maxSpan = Duration.ofSeconds(pick(10, 60, 600, 86_400));
            lateness = chance(0.5) ? Duration.ZERO : fixture.lookback;
            tellsTime = chance(0.8);
            vendorAhead = tellsTime ? Duration.ofSeconds(pick(0, 3, -3, 120, -800, 86_400)) : Duration.ZERO;
            failing = pick(0.0, 0.0, 0.1, 0.3);
            garbled = pick(0.0, 0.0, 0.0, 0.1);
            restarting = pick(0.0, 0.05, 0.2);
            boolean isCounted = chance(0.6);
            emptyPages = isCounted ? pick(0.0, 0.0, 0.1) : 0;
            if (chance(0.4)) {
                fixture.paging = new Paging(Paging.Style.PAGE, "Offset", "Limit", 1, 100, 20, "Total", "Data", null);
                fixture.vendor.byPage = true;
                // a page without any row would be the end of the list
                fixture.pageSize += 4;
                fixture.vendor.shown = row -> row.id() % 7 != 0;
            }
            totals = isCounted ? "right" : pick("absent", "unknown", "of the page", "too high", "huge");
            fixture.vendor.total = (all, page) -> switch (totals) {
                case "absent", "unknown" -> null;
                case "of the page" -> (long) page;
                case "too high" -> all + 3L;
                case "huge" -> 4_294_967_295L;
                default -> (long) all;
            };
            if (totals.equals("unknown")) {
                fixture.paging = uncounted(fixture.paging);
            }
            fixture.vendor.order = pick(
                    Comparator.comparing(Row::time).thenComparing(Row::id),
                    Comparator.comparing(Row::time).thenComparing(Row::id).reversed(),
                    Comparator.comparing(row -> row.id() * 7_919 % 101));
            fixture.clocksDiffer(() -> vendorAhead, () -> localAhead);
            if (!tellsTime) {
                fixture.vendor.date = () -> null;
            }
            fixture.vendor.beforeCall = call -> fail();
            fixture.vendor.answer = page -> {
                ObjectNode asked = fixture.vendor.calls.get(fixture.vendor.calls.size() - 1);
                // the last page cannot be told from a total that is too high
                boolean isFollowed = !fixture.vendor.byPage
                        && asked.get("Offset").asLong() + asked.get("Limit").asLong()
                                < page.path("Total").asLong();
                if (!calm && isFollowed && chance(emptyPages)) {
                    page.putArray("Data");
                }
                return page;
            };
        }

        private static Paging uncounted(Paging paging) {
            return new Paging(
                    paging.style(),
                    paging.pageParameter(),
                    paging.sizeParameter(),
                    paging.firstPage(),
                    paging.maxSize(),
                    paging.defaultSize(),
                    null,
                    paging.items(),
                    null);
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }

        private void fail() {
            assertThat(fixture.vendor.calls.size()).as("calls in one poll").isLessThan(3_000);
            if (calm) {
                return;
            }
            if (chance(failing)) {
                throw new TransportException("t/ListAlarms", "no answer", 0, true, null);
            }
            if (chance(garbled)) {
                throw new TransportException("t/ListAlarms", "content that is not JSON", 200, true, null);
            }
        }

        void run() throws Exception {
            restart();
            // until the feed has begun nothing is wanted
            calm = true;
            poll();
            calm = false;
            fixture.clock.advance(Duration.ofSeconds(2));
            for (int step = 0; step < 20; step++) {
                raise();
                fixture.clock.advance(Duration.ofMillis(pick(500, 1_000, 5_000, 10_000, 30_000, 120_000)));
                moveClock();
                poll();
                if (chance(restarting)) {
                    restart();
                }
            }
            calm = true;
            for (int step = 0; step < 4; step++) {
                fixture.clock.advance(fixture.lookback.plus(fixture.gracePeriod).plusMinutes(2));
                poll();
            }
            inHand.forEach(this::complete);
            inHand.clear();
            poll();
            Set<String> lost = new TreeSet<>(wanted);
            lost.removeAll(completed.keySet());
            Map<String, Integer> wrong = new TreeMap<>(completed);
            wrong.entrySet().removeIf(times -> times.getValue() == 1 && wanted.contains(times.getKey()));
            assertThat(lost).as("lost").isEmpty();
            assertThat(wrong).as("repeated").isEmpty();
        }

        private void raise() {
            int count = chance(0.3) ? 0 : random.nextInt(chance(0.1) ? 60 : 6);
            for (int i = 0; i < count; i++) {
                Instant now = fixture.vendor.present.get();
                long id = ++ids;
                Duration late = Duration.ofMillis(lateness.isZero() ? 0 : random.nextInt((int) lateness.toMillis()));
                Instant time = now.plusMillis(random.nextInt(500));
                fixture.vendor.add(id, time, time.plus(late));
                if (fixture.vendor.shown.test(new Row(id, time, time))) {
                    wanted.add(Long.toString(id));
                }
            }
        }

        private void moveClock() {
            if (tellsTime && chance(0.05)) {
                localAhead = Duration.ofSeconds(pick(0, 86_400, 3_600, -3_600, 100, -100));
            }
        }

        private void restart() {
            inHand.clear();
            feed = fixture.open();
        }

        private void poll() throws InterruptedException {
            feed.beginPoll();
            fixture.vendor.calls.clear();
            try {
                int rounds = 0;
                do {
                    feed.read();
                    feed.takeUnacknowledged().forEach(this::complete);
                    feed.take(1 + random.nextInt(20)).forEach(this::deal);
                    assertThat(++rounds).as("readings in one poll").isLessThan(1_000);
                } while (feed.hasMore() && (calm || rounds < 60));
            } catch (TransportException e) {
                feed.take(Integer.MAX_VALUE).forEach(this::deal);
            }
            feed.endPoll();
            while (!inHand.isEmpty() && (calm || chance(0.7))) {
                end(inHand.remove(random.nextInt(inHand.size())));
            }
        }

        private void deal(FeedItem item) {
            if (calm || chance(0.5)) {
                end(item);
            } else {
                inHand.add(item);
            }
        }

        private void end(FeedItem item) {
            double how = calm ? 1 : random.nextDouble();
            if (how < 0.1) {
                feed.failed(item);
            } else if (how < 0.15) {
                feed.returned(item);
            } else if (how < 0.25) {
                feed.delivered(item);
                inHand.add(item);
            } else {
                complete(item);
            }
        }

        private void complete(FeedItem item) {
            feed.completed(item);
            completed.merge(item.key(), 1, Integer::sum);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", pageSize=" + fixture.pageSize + ", maxWindowItems=" + fixture.maxWindowItems
                    + ", lookback=" + fixture.lookback + ", grace=" + fixture.gracePeriod + ", maxSpan="
                    + fixture.maxSpan + ", late=" + lateness + ", tellsTime=" + tellsTime + ", vendorAhead="
                    + vendorAhead + ", failing=" + failing + ", garbled=" + garbled + ", style="
                    + fixture.paging.style() + ", totals=" + totals + ", empty=" + emptyPages + ", items=" + ids
                    + ", at "
                    + Duration.between(START, fixture.clock.instant()) + ", status " + feed.status();
        }
    }
}
