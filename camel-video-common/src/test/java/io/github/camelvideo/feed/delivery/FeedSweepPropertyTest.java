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

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions.Sweep;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random vendors, routes and restarts: each item that the vendor lists well within the span of the sweeps is completed exactly once. A
 * failing run names its seed.
 */
class FeedSweepPropertyTest {

    private static final int RUNS = 20;
    private static final Duration SPAN = Duration.ofHours(6);

    @Test
    void eachItemIsDeliveredOnceHoweverLateAndWhateverVendorAndRouteDo() throws Exception {
        List<String> problems = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            try {
                new Run(seed).run();
            } catch (RuntimeException | AssertionError e) {
                problems.add("seed " + seed + ": " + e);
            }
        }
        assertThat(problems).isEmpty();
    }

    /** One history. */
    private static final class Run {

        private final Random random;
        private final FeedFixture fixture = new FeedFixture();
        private final double failing;
        private final double restarting;
        private final Set<String> wanted = new TreeSet<>();
        private final Map<String, Integer> completed = new HashMap<>();
        private final List<FeedItem> inHand = new ArrayList<>();
        private boolean calm = true;
        private Feed feed;

        Run(long seed) {
            random = new Random(seed);
            fixture.pageSize = 5 + random.nextInt(20);
            fixture.maxWindowItems = 60 + random.nextInt(100);
            fixture.lookback = Duration.ofSeconds(random.nextInt(900));
            fixture.gracePeriod = Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(60));
            fixture.maxSpan = Duration.ofMinutes(60 + random.nextInt(600));
            fixture.sweep = new Sweep(Duration.ofMinutes(5 + random.nextInt(20)), SPAN);
            fixture.vendor.present = fixture.clock::instant;
            failing = random.nextInt(3) == 0 ? 0.1 : 0;
            restarting = random.nextInt(2) == 0 ? 0.05 : 0;
            fixture.vendor.beforeCall = call -> {
                if (!calm && random.nextDouble() < failing) {
                    throw new TransportException("t/ListAlarms", "no answer", 0, true, null);
                }
            };
        }

        void run() throws Exception {
            restart();
            poll();
            calm = false;
            long id = 0;
            for (int step = 0; step < 60; step++) {
                fixture.clock.advance(Duration.ofSeconds(10 + random.nextInt(590)));
                for (int i = random.nextInt(4); i > 0; i--) {
                    Instant time = fixture.clock.instant().plusMillis(random.nextInt(500));
                    boolean isLate = random.nextInt(3) == 0;
                    fixture.vendor.add(
                            ++id, time, time.plusSeconds(isLate ? random.nextInt((int) SPAN.toSeconds() / 3) : 0));
                    wanted.add(Long.toString(id));
                }
                poll();
                if (random.nextDouble() < restarting) {
                    restart();
                }
            }
            calm = true;
            for (int step = 0; step < 40; step++) {
                fixture.clock.advance(Duration.ofMinutes(10));
                poll();
            }
            Set<String> lost = new TreeSet<>(wanted);
            lost.removeAll(completed.keySet());
            completed.values().removeIf(times -> times == 1);
            assertThat(lost).as("lost").isEmpty();
            assertThat(completed).as("repeated").isEmpty();
        }

        private void restart() {
            inHand.clear();
            feed = fixture.open();
        }

        private void poll() throws InterruptedException {
            feed.beginPoll();
            try {
                int rounds = 0;
                do {
                    feed.read();
                    feed.takeUnacknowledged().forEach(this::complete);
                    inHand.addAll(feed.take(1 + random.nextInt(20)));
                    assertThat(++rounds).as("readings in one poll").isLessThan(1_000);
                } while (feed.hasMore());
            } catch (TransportException e) {
                inHand.addAll(feed.take(Integer.MAX_VALUE));
            }
            feed.endPoll();
            while (!inHand.isEmpty() && (calm || random.nextInt(10) < 8)) {
                end(inHand.remove(random.nextInt(inHand.size())));
            }
        }

        private void end(FeedItem item) {
            double how = calm ? 1 : random.nextDouble();
            if (how < 0.1) {
                feed.failed(item);
            } else if (how < 0.2) {
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
    }
}
