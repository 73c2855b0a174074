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
import static io.github.camelvideo.feed.FeedFixture.poll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.MemoryPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A feed that is moved back and restarted at any moment owes exactly what a simple model says. */
class FeedPipelineRewindModelTest {

    private static final int STEPS = 300;

    private final FeedFixture fixture = new FeedFixture();
    private final Map<String, Instant> happened = new HashMap<>();

    /** Items that have to be delivered, because they never were, or because of a rewind. */
    private final Set<String> owed = new TreeSet<>();

    private final List<FeedItem> inFlight = new ArrayList<>();
    /** Stores what has changed, as files and databases do; the repository of the fixture stores whole positions. */
    private final MemoryPositions memory = new MemoryPositions();

    private boolean storesChanges;
    private Random random;
    private Feed feed;

    static List<Integer> seeds() {
        return FeedFixture.range(1, 40).stream().map(Integer::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void owesWhatTheModelSays(int seed) throws Exception {
        random = new Random(seed);
        storesChanges = seed % 2 == 0;
        fixture.lookback = Duration.ofMinutes(random.nextInt(20));
        fixture.maxWindowItems = 20;
        feed = open();

        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> happen();
                case 3, 4 -> take(1 + random.nextInt(6));
                case 5, 6 -> end();
                default -> {
                    if (random.nextInt(3) == 0) {
                        restart();
                    } else {
                        rewind();
                    }
                }
            }
        }
        for (int i = 0; !owed.isEmpty() && i < 10 * STEPS; i++) {
            end();
            take(100);
        }

        assertThat(owed).isEmpty();
        restart();
        take(100);
        assertThat(inFlight).isEmpty();
    }

    private Feed open() {
        if (!storesChanges) {
            return fixture.open();
        }
        Feed opened = fixture.factory(new FeedOptions(null, null, null, null, fixture.pageSize, null, null))
                .open("ListAlarms", Partition.NONE, null, JsonNodeFactory.instance.objectNode(), memory.open("alarms"));
        opened.start();
        return opened;
    }

    private void happen() {
        fixture.clock.advance(Duration.ofSeconds(1 + random.nextInt(200)));
        long id = happened.size() + 1;
        Instant now = fixture.clock.instant();
        fixture.vendor.add(id, now);
        happened.put(Long.toString(id), now);
        owed.add(Long.toString(id));
    }

    private void take(int limit) throws InterruptedException {
        feed.endPoll();
        for (FeedItem item : poll(feed, limit)) {
            assertThat(owed)
                    .as("item %s is delivered without a reason", item.key())
                    .contains(item.key());
            assertThat(inFlight).extracting(FeedItem::key).doesNotContain(item.key());
            inFlight.add(item);
        }
    }

    private void end() {
        if (inFlight.isEmpty()) {
            return;
        }
        FeedItem item = inFlight.remove(random.nextInt(inFlight.size()));
        if (random.nextInt(5) == 0) {
            feed.failed(item);
        } else {
            feed.completed(item);
            owed.remove(item.key());
        }
    }

    private void restart() {
        inFlight.clear();
        feed = open();
    }

    private void rewind() {
        Instant readUpTo = feed.status().readUpTo();
        Instant to = readUpTo.minusSeconds(random.nextInt(3600));
        if (to.isBefore(START)) {
            to = START;
        }
        feed.rewind(null, to);
        for (Map.Entry<String, Instant> item : happened.entrySet()) {
            if (!item.getValue().isBefore(to)) {
                owed.add(item.getKey());
            }
        }
        // what is in flight ends normally, and only then it is no longer owed
    }
}
