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
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.delivery.PushList.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A list of pushes, each of which is a start and an end, and callbacks that tell of both: dropped, delayed, repeated, out of order, and dated
 * a second off, over restarts. Each start and each end is delivered exactly once. A failing run names its seed.
 */
class TwinPropertyTest {

    private static final int RUNS = Integer.getInteger("twin.runs", 400);
    private static final Instant START = PushList.START;

    @Test
    void eachEventIsDeliveredOnceWhateverBecomesOfItsCallback() throws Exception {
        List<String> problems = new ArrayList<>();
        int offered = 0;
        int polled = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Run run = new Run(seed);
            try {
                run.run();
            } catch (RuntimeException | AssertionError e) {
                problems.add(run + ": " + e);
            }
            offered += run.origins.getOrDefault(Origin.PUSH, 0);
            polled += run.origins.getOrDefault(Origin.POLL, 0);
        }
        assertThat(problems).isEmpty();
        assertThat(offered).isGreaterThan(RUNS);
        assertThat(polled).isGreaterThan(RUNS);
    }

    private record Callback(Instant at, FeedItem item) {}

    /** One history. */
    private static final class Run {

        final Map<Origin, Integer> origins = new HashMap<>();
        private final int seed;
        private final Random random;
        private final PushList list = new PushList();
        private final List<Callback> callbacks = new ArrayList<>();
        /** What was answered as stored and is not done. */
        private final Map<String, FeedItem> inbox = new LinkedHashMap<>();

        private final List<FeedItem> inHand = new ArrayList<>();
        private final Map<String, Integer> delivered = new TreeMap<>();
        private final double dropped;
        private final double repeated;
        private final double restarting;
        private final boolean isOff;
        private final Duration longestDelay;
        private Feed feed;

        Run(int seed) {
            this.seed = seed;
            random = new Random(seed);
            dropped = List.of(0.0, 0.2, 0.9).get(random.nextInt(3));
            repeated = List.of(0.0, 0.3).get(random.nextInt(2));
            restarting = List.of(0.0, 0.1, 0.3).get(random.nextInt(3));
            isOff = random.nextBoolean();
            longestDelay = Duration.ofSeconds(List.of(1, 60, 720, 7_200).get(random.nextInt(4)));
            list.lateness = Duration.ofSeconds(List.of(0, 30, 300).get(random.nextInt(3)));
        }

        void run() throws InterruptedException {
            broadcast();
            restart();
            int expected = 2 * list.pushes.size();
            Instant end = START.plus(Duration.ofHours(7));
            while (list.clock.instant().isBefore(end)) {
                list.clock.advance(Duration.ofSeconds(10 + random.nextInt(300)));
                receive();
                if (random.nextInt(3) > 0) {
                    poll();
                }
                deliverOffered();
                if (random.nextDouble() < restarting) {
                    restart();
                }
            }
            for (int step = 0; step < 3; step++) {
                list.clock.advance(Duration.ofMinutes(20));
                poll();
                deliverOffered();
            }
            inHand.forEach(this::complete);
            inHand.clear();
            poll();
            assertThat(delivered).as("lost or invented").hasSize(expected);
            delivered.values().removeIf(times -> times == 1);
            assertThat(delivered).as("repeated").isEmpty();
            assertThat(inbox).isEmpty();
        }

        /** What happens, and what becomes of the callbacks. */
        private void broadcast() {
            for (String stream : List.of("a", "b", "c")) {
                Instant from = START.plusSeconds(60);
                while (from.isBefore(START.plus(Duration.ofHours(4)))) {
                    Instant start = from.plusSeconds(1 + random.nextInt(random.nextBoolean() ? 5 : 3_000));
                    Instant end = start.plusSeconds(3 + random.nextInt(random.nextBoolean() ? 60 : 9_000));
                    Push push = list.add(stream, start, end);
                    call("started", push, start);
                    call("ended", push, end);
                    from = end;
                }
            }
            callbacks.sort(Comparator.comparing(Callback::at));
        }

        private void call(String event, Push push, Instant happened) {
            Instant told = happened.plusSeconds(isOff ? random.nextInt(3) - 1 : 0);
            FeedItem item = list.callback(event, push, told);
            int times = random.nextDouble() < dropped ? 0 : 1 + (random.nextDouble() < repeated ? 2 : 0);
            for (int time = 0; time < times; time++) {
                callbacks.add(
                        new Callback(happened.plusMillis(1_000 + random.nextInt((int) longestDelay.toMillis())), item));
            }
        }

        private void receive() {
            while (!callbacks.isEmpty() && !callbacks.get(0).at().isAfter(list.clock.instant())) {
                offer(callbacks.remove(0).item());
            }
        }

        private void offer(FeedItem item) {
            inbox.put(item.key(), item);
            Offer offer = feed.offer(item);
            if (offer == Offer.DONE) {
                inbox.remove(item.key());
            }
        }

        private void restart() throws InterruptedException {
            inHand.clear();
            feed = list.open();
            new ArrayList<>(inbox.values()).forEach(this::offer);
        }

        private void poll() throws InterruptedException {
            feed.beginPoll();
            do {
                feed.read();
                feed.take(100).forEach(this::deal);
            } while (feed.hasMore());
            feed.endPoll();
        }

        private void deliverOffered() {
            feed.takeOffered(1 + random.nextInt(20)).forEach(this::deal);
            while (!inHand.isEmpty() && random.nextInt(4) > 0) {
                complete(inHand.remove(random.nextInt(inHand.size())));
            }
        }

        private void deal(FeedItem item) {
            int how = random.nextInt(10);
            if (how < 6) {
                complete(item);
            } else if (how < 7) {
                feed.failed(item);
            } else if (how < 8) {
                feed.returned(item);
            } else {
                inHand.add(item);
            }
        }

        private void complete(FeedItem item) {
            feed.completed(item);
            inbox.remove(item.key());
            delivered.merge(item.event() + " " + item.body().get("Number").asInt(), 1, Integer::sum);
            origins.merge(item.origin(), 1, Integer::sum);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", dropped=" + dropped + ", repeated=" + repeated + ", restarting=" + restarting
                    + ", isOff=" + isOff + ", delay=" + longestDelay + ", late=" + list.lateness;
        }
    }
}
