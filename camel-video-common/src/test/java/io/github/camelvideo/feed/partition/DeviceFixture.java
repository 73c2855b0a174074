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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FakeVendor;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A vendor that keeps a list for each device, and a feed over the devices listed; workers are the polling thread unless replaced. */
final class DeviceFixture implements PageReader {

    static final Instant START = FeedFixture.START;
    static final String PARAMETER = "DeviceId";

    private final FeedFixture one = new FeedFixture();
    final ManualClock clock = one.clock;
    final Map<String, FakeVendor> vendors = new ConcurrentHashMap<>();
    final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> devices = new ArrayList<>();
    StateRepository<String, String> repository = new MemoryStateRepository();
    StartFrom startFrom = StartFrom.back(Duration.ofHours(1));
    PartitionAssignment assignment = PartitionAssignment.ALL;
    Executor workers = Runnable::run;
    int concurrency = 2;
    Duration patience = Duration.ofSeconds(30);
    Duration keep = Duration.ofDays(7);
    private long nextId = 1;
    private PositionStore store;

    /** Lists devices. */
    DeviceFixture with(String... names) {
        devices.addAll(List.of(names));
        return this;
    }

    /** Something happens at a device; its id is new among all. */
    String happens(String device, Instant at) {
        long id = nextId++;
        vendor(device).add(id, at);
        return Long.toString(id);
    }

    private FakeVendor vendor(String device) {
        return vendors.computeIfAbsent(device, any -> new FakeVendor());
    }

    @Override
    public PageAnswer read(ObjectNode parameters) {
        String device = parameters.get(PARAMETER).asText();
        asked.add(device);
        RuntimeException failure = broken.get(device);
        if (failure != null) {
            throw failure;
        }
        return vendor(device).read(parameters);
    }

    /** A started feed, as a new process would have it. */
    Feed open() {
        return open(this);
    }

    /** The same with another vendor. */
    Feed open(PageReader vendor) {
        FeedFactory feeds = new FeedFactory(
                "ListAlarms",
                one.action(),
                new FeedOptions(startFrom, null, null, null, 100, null, null),
                ItemType.UNKNOWN,
                vendor,
                VendorClock.of(clock),
                System::nanoTime);
        if (store != null) {
            store.close();
        }
        store = new StateRepositoryPositions(repository).open("alarms#" + PARAMETER);
        Feed feed = new PartitionedFeed(
                "ListAlarms",
                new Partitioning(
                        List.of(PARAMETER),
                        ListedPartitions.of("ListAlarms", List.of(PARAMETER), devices),
                        partition -> JsonNodeFactory.instance
                                .objectNode()
                                .put(PARAMETER, partition.values().get(PARAMETER)),
                        concurrency,
                        patience,
                        Map.of(),
                        keep),
                feeds,
                store,
                assignment,
                workers,
                clock);
        feed.start();
        return feed;
    }

    /** The devices asked since the last call of this. */
    Set<String> askedSince() {
        Set<String> since = Set.copyOf(asked);
        asked.clear();
        return since;
    }
}
