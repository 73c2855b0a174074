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
package io.github.camelvideo.feed.partition;

import static io.github.camelvideo.feed.FeedFixture.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.read.PageAnswer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 5,000 devices with 40 events each, read by eight threads, with a restart in the middle. */
class PartitionedFeedLoadTest {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionedFeedLoadTest.class);

    private static final int DEVICES = 5_000;
    private static final int EVENTS = 40;
    private static final int LIMIT_PER_SECOND = 250;
    private static final int HEAP_PER_DEVICE = 10_000;

    private final DeviceFixture fixture = new DeviceFixture();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final BitSet delivered = new BitSet();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void deliversEachEventOfManyDevicesOnceOverARestartInTheMiddle() throws InterruptedException {
        fixture.workers = threads;
        fixture.concurrency = 8;
        for (int device = 0; device < DEVICES; device++) {
            fixture.with(Integer.toString(device));
        }
        long before = heap();

        Feed feed = fixture.open(this::events);
        feed.beginPoll();
        while (delivered.cardinality() < DEVICES * EVENTS / 2) {
            deliver(feed, 10_000);
        }
        // handed over when the process dies
        next(feed, Integer.MAX_VALUE);
        int callsBefore = calls.get();
        feed = fixture.open(this::events);
        poll(feed);

        assertThat(delivered.cardinality()).isEqualTo(DEVICES * EVENTS);
        assertThat(mostAtOnce.get()).isBetween(1, 8);
        int backlogCalls = calls.get() - callsBefore;
        fixture.clock.advance(Duration.ofHours(3));
        // the lookback of what was just read goes back into the time of the events; that of the next poll does not
        poll(feed);
        poll(feed);
        int cycle = calls.get();
        poll(feed);
        cycle = calls.get() - cycle;
        assertThat(cycle).isEqualTo(DEVICES);
        long perDevice = (heap() - before) / DEVICES;
        assertThat(perDevice).isLessThan(HEAP_PER_DEVICE);
        assertThat(feed.status().partitions().listed()).isEqualTo(DEVICES);
        LOG.info(
                "{} devices, {} events: {} calls for the backlog after the restart, {} a cycle, {} s at {} a second; {} bytes of heap a"
                        + " device",
                DEVICES,
                delivered.cardinality(),
                backlogCalls,
                cycle,
                cycle / LIMIT_PER_SECOND,
                LIMIT_PER_SECOND,
                perDevice);
    }

    private void poll(Feed feed) throws InterruptedException {
        feed.beginPoll();
        do {
            deliver(feed, Integer.MAX_VALUE);
        } while (feed.hasMore());
    }

    private void deliver(Feed feed, int limit) throws InterruptedException {
        for (FeedItem item : next(feed, limit)) {
            int id = Integer.parseInt(item.key());
            assertThat(delivered.get(id)).as("event %s came before", id).isFalse();
            delivered.set(id);
            feed.completed(item);
        }
    }

    /** One event a minute in the last 40 of them, kept nowhere. */
    private PageAnswer events(ObjectNode parameters) {
        calls.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        int device = parameters.get(DeviceFixture.PARAMETER).asInt();
        Instant begin = time(parameters, "DateBegin");
        Instant end = time(parameters, "DateEnd");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var data = answer.putArray("Data");
        for (int i = 0; i < EVENTS; i++) {
            Instant at = DeviceFixture.START.minus(Duration.ofMinutes(EVENTS - i));
            if (!at.isBefore(begin) && !at.isAfter(end)) {
                data.addObject()
                        .put("Id", device * EVENTS + i)
                        .put("CreateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(FakeVendor.ZONE)));
            }
        }
        answer.put("Total", data.size());
        atOnce.decrementAndGet();
        return new PageAnswer(answer, null);
    }

    private static Instant time(ObjectNode parameters, String name) {
        return LocalDateTime.parse(parameters.get(name).asText(), FakeVendor.LOCAL)
                .atZone(FakeVendor.ZONE)
                .toInstant();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
