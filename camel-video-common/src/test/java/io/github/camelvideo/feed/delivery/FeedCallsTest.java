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
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.feed.position.MemoryPositions;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** How many calls and stored positions a feed that has caught up costs, with a lookback of ten minutes, a poll every ten seconds and pages of 100. */
class FeedCallsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int PAGE = 100;
    private static final int POLLS_OF_A_LOOKBACK = 60;

    private final FeedFixture fixture = new FeedFixture();
    private Instant since = START;
    private int perSecond;
    private int calls;

    @Test
    void aQuietListCostsOneCallAPoll() throws Exception {
        Feed feed = caughtUpAt(0);

        for (int poll = 0; poll < 1_000; poll++) {
            assertThat(callsOfAPoll(feed)).isEqualTo(1);
        }
    }

    @Test
    void aQuietListSeldomStoresItsPosition() throws Exception {
        AtomicInteger stored = new AtomicInteger();
        fixture.repository = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                stored.incrementAndGet();
                super.setState(key, value);
            }
        };
        Feed feed = fixture.open();

        for (int poll = 0; poll < 1_000; poll++) {
            fixture.clock.advance(INTERVAL);
            drain(feed);
        }

        assertThat(stored.get()).isLessThan(100);
    }

    @Test
    void oneItemASecondCostsLittleMoreThanOneCallAPoll() throws Exception {
        Feed feed = caughtUpAt(1);

        int total = 0;
        for (int poll = 0; poll < POLLS_OF_A_LOOKBACK; poll++) {
            total += callsOfAPoll(feed);
        }

        // a proof each minute, and the whole lookback once, from a lookback before it was read last: 1,200 items
        assertThat(total).isLessThanOrEqualTo(POLLS_OF_A_LOOKBACK + 10 + 14);
    }

    @Test
    void aHundredItemsASecondCostThePagesTheyStandOnAndTheProofOfTheEnd() throws Exception {
        Feed feed = caughtUpAt(100);

        int total = 0;
        int costly = 0;
        for (int poll = 0; poll < POLLS_OF_A_LOOKBACK; poll++) {
            int ofThePoll = callsOfAPoll(feed);
            total += ofThePoll;
            // ten pages of new items, three of the near part of the lookback, and an empty one
            costly += ofThePoll > 10 + 3 + 1 ? 1 : 0;
        }

        assertThat(costly).as("polls that read the whole lookback").isEqualTo(1);
        // the whole lookback once, from a lookback before it was read last: 120,000 items in windows of up to 5,000
        assertThat(total).as("for 60,000 items").isLessThanOrEqualTo(POLLS_OF_A_LOOKBACK * 14 + 1_200 + 100);
    }

    /** A feed that has seen nothing late for long, so that each poll reads little of the lookback, and then items for two lookbacks. */
    private Feed caughtUpAt(int itemsPerSecond) throws InterruptedException {
        fixture.maxWindowItems = 5_000;
        Feed feed = open();
        drain(feed);
        for (int poll = 0; poll < 5 * POLLS_OF_A_LOOKBACK; poll++) {
            callsOfAPoll(feed);
        }
        since = fixture.clock.instant();
        perSecond = itemsPerSecond;
        for (int poll = 0; poll < 2 * POLLS_OF_A_LOOKBACK; poll++) {
            callsOfAPoll(feed);
        }
        return feed;
    }

    private Feed open() {
        FeedOptions options = new FeedOptions(StartFrom.NOW, null, null, null, PAGE, null, CommitPolicy.POLL);
        PageReader vendor = this::page;
        Feed feed = new FeedFactory(
                        "ListAlarms",
                        fixture.action(),
                        options,
                        ItemType.UNKNOWN,
                        vendor,
                        fixture.vendorClock,
                        System::nanoTime)
                .open(
                        "ListAlarms",
                        Partition.NONE,
                        null,
                        JsonNodeFactory.instance.objectNode(),
                        new MemoryPositions().open("alarms"));
        feed.start();
        return feed;
    }

    private int callsOfAPoll(Feed feed) throws InterruptedException {
        int before = calls;
        fixture.clock.advance(INTERVAL);
        assertThat(drain(feed)).hasSize(perSecond * (int) INTERVAL.toSeconds());
        return calls - before;
    }

    /** Items since a moment, evenly spaced and kept nowhere: their number is their key. Both ends of a window belong to it. */
    private PageAnswer page(ObjectNode parameters) {
        calls++;
        Duration step =
                perSecond == 0 ? Duration.ofDays(1) : Duration.ofSeconds(1).dividedBy(perSecond);
        Instant end = time(parameters, "DateEnd").plusMillis(999);
        Instant present = fixture.clock.instant();
        long first = itemsBefore(time(parameters, "DateBegin"), step);
        long last = itemsBefore(end.isBefore(present) ? end : present, step);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Total", last - first);
        var data = answer.putArray("Data");
        long offset = first + parameters.get("Offset").asLong();
        for (long id = offset; id < Math.min(offset + PAGE, last); id++) {
            Instant at = since.plus(step.multipliedBy(id)).plus(step.dividedBy(2));
            data.addObject()
                    .put("Id", id)
                    .put("CreateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(FakeVendor.ZONE)));
        }
        return new PageAnswer(answer, null);
    }

    private long itemsBefore(Instant time, Duration step) {
        return Math.max(0, Duration.between(since, time).plus(step.dividedBy(2)).dividedBy(step));
    }

    private static Instant time(ObjectNode parameters, String name) {
        return LocalDateTime.parse(parameters.get(name).asText(), FakeVendor.LOCAL)
                .atZone(FakeVendor.ZONE)
                .toInstant();
    }
}
