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
import static io.github.camelvideo.feed.FeedFixture.poll;
import static io.github.camelvideo.feed.FeedFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

class FeedPipelineConcurrencyTest {

    private final FeedFixture fixture = new FeedFixture();
    private final ExecutorService routes = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        routes.shutdownNow();
    }

    @RepeatedTest(3)
    void completionsOnOtherThreadsAreStoredBeforeTheyReturn() throws Exception {
        fixture.maxWindowItems = 100;
        fixture.pageSize = 50;
        Feed feed = fixture.open();
        fixture.addRows(300, START, Duration.ofMillis(250));
        Set<String> delivered = ConcurrentHashMap.newKeySet();
        Set<String> failedOnce = ConcurrentHashMap.newKeySet();
        List<Future<?>> running = new ArrayList<>();
        Random random = new Random(7);

        for (int poll = 0; delivered.size() < 300 && poll < 10_000; poll++) {
            fixture.clock.advance(Duration.ofSeconds(10));
            List<FeedItem> items = new ArrayList<>(poll(feed, 60));
            Collections.shuffle(items, random);
            for (FeedItem item : items) {
                running.add(routes.submit(() -> end(feed, item, delivered, failedOnce)));
            }
            if (items.isEmpty()) {
                for (Future<?> exchange : running) {
                    exchange.get(10, TimeUnit.SECONDS);
                }
                running.clear();
            }
        }
        for (Future<?> exchange : running) {
            exchange.get(10, TimeUnit.SECONDS);
        }

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(range(1, 300));
        assertThat(feed.status().counts().delivered()).isEqualTo(300);
        assertThat(drain(fixture.open())).isEmpty();
    }

    private void end(Feed feed, FeedItem item, Set<String> delivered, Set<String> failedOnce) {
        if (item.key().endsWith("7") && failedOnce.add(item.key())) {
            feed.failed(item);
            return;
        }
        feed.completed(item);
        assertThat(delivered.add(item.key())).as("repeated %s", item.key()).isTrue();
        FeedFixture.Stored stored = fixture.stored();
        boolean done = item.time().isBefore(stored.from())
                || stored.delivered().getOrDefault(item.time(), List.of()).contains(item.key());
        assertThat(done).as("stored %s", item.key()).isTrue();
    }
}
