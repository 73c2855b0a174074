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

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.position.PositionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds of the partitions listed, and of those gone whose items are still on their way. See {@link PartitionRegistry} for what
 * becomes of the positions of the others.
 *
 * <p>Renewed by the polling thread; asked by any.
 */
final class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    private final String name;
    private final Partitioning partitioning;
    private final FeedFactory feeds;
    private final PositionStore store;
    private final Clock clock;
    private final Map<Partition, PartitionFeed> byPartition = new ConcurrentHashMap<>();
    private PartitionRegistry registry;

    /** Up to this all were read before the start, as long as some have not been read since; otherwise null. */
    private volatile Instant readBefore;

    /** The vendor's time when the last round ended; null before. It counts where there is no partition to read. */
    private volatile Instant roundEndedAt;

    /** Counts of the feeds that were dropped. */
    private volatile FeedStatus dropped = new StatusSum().status(0);

    /** @param clock this machine's clock */
    Partitions(String name, Partitioning partitioning, FeedFactory feeds, PositionStore store, Clock clock) {
        this.name = name;
        this.partitioning = partitioning;
        this.feeds = feeds;
        this.store = store;
        this.clock = clock;
    }

    /** @throws IllegalStateException when what is stored cannot be read */
    void start() {
        registry = PartitionRegistry.load(name, store);
        readBefore = registry.readUpTo();
    }

    /** How many were listed last. */
    int count() {
        if (registry == null) {
            throw new IllegalStateException(name + ": the feed is not started. Call start() first.");
        }
        return registry.listed().size();
    }

    /** Reads the list again, and begins and ends feeds accordingly. */
    Set<Partition> renew() {
        Set<Partition> listed = partitioning.source().read();
        Instant now = clock.instant();
        forgetExpired(now);
        if (registry.update(listed.stream().map(Partition::id).collect(Collectors.toSet()), now)) {
            LOG.info("{}: {} partitions by {}", name, listed.size(), partitioning.name());
        }
        // where this fails, the poll does, and the next one stores it
        registry.store(store);
        listed.forEach(partition -> take(partition, now));
        byPartition.values().forEach(feed -> leave(feed, listed));
        return listed;
    }

    private void forgetExpired(Instant now) {
        Set<String> inUse = byPartition.keySet().stream().map(Partition::id).collect(Collectors.toSet());
        List<String> expired = registry.expired(now, partitioning.keep(), inUse::contains);
        for (String partition : expired) {
            store.delete(partition);
            registry.forget(partition);
        }
        if (!expired.isEmpty()) {
            LOG.info(
                    "{}: the positions of {} partitions gone for {} are deleted",
                    name,
                    expired.size(),
                    partitioning.keep());
        }
    }

    private void take(Partition partition, Instant now) {
        PartitionFeed known = byPartition.get(partition);
        if (known != null) {
            known.setGone(false);
            return;
        }
        byPartition.put(partition, new PartitionFeed(partition, () -> open(partition, now)));
    }

    private Feed open(Partition partition, Instant since) {
        return feeds.open(
                name + " for " + partition,
                partition,
                since,
                partitioning.callParameters().apply(partition),
                store);
    }

    private void leave(PartitionFeed feed, Set<Partition> listed) {
        if (!listed.contains(feed.partition())) {
            feed.setGone(true);
            if (!feed.isInUse()) {
                byPartition.remove(feed.partition());
                feed.close();
                FeedStatus last = feed.status();
                if (last != null) {
                    dropped = new StatusSum()
                            .addEnded(dropped)
                            .addEnded(StatusSum.ended(last))
                            .status(0);
                }
            }
        }
    }

    /** The feed of a partition that is listed, or of an item in flight: a partition is not dropped before all of them have ended. */
    PartitionFeed get(Partition partition) {
        return byPartition.get(partition);
    }

    /** The feed of a listed partition. */
    Optional<PartitionFeed> listed(String id) {
        return listed().filter(feed -> feed.partition().id().equals(id)).findAny();
    }

    /** The feeds of the partitions listed. */
    Stream<PartitionFeed> listed() {
        return byPartition.values().stream().filter(feed -> !feed.isGone());
    }

    Collection<PartitionFeed> all() {
        return byPartition.values();
    }

    FeedStatus status(int failing) {
        StatusSum sum = new StatusSum().addEnded(dropped);
        boolean isAnyToRead = false;
        for (PartitionFeed feed : byPartition.values()) {
            if (feed.isGone()) {
                sum.addEnded(feed.status());
            } else if (feed.isUnavailable()) {
                sum.addUnavailable(feed.status());
            } else {
                sum.add(feed.partition(), feed.status());
                isAnyToRead = true;
            }
        }
        Instant noFurther = isAnyToRead ? readBefore : roundEndedAt;
        return (noFurther == null ? sum : sum.notReadBeyond(noFurther)).status(failing);
    }

    /** A round over the partitions has ended; those that are listed from now on have nothing to catch up with. */
    void endRound() {
        roundEndedAt = feeds.present();
        if (readBefore != null && listed().allMatch(feed -> feed.status() != null)) {
            readBefore = null;
        }
    }

    /** Stores up to which moment the vendor was read for all partitions; false where that is not known. */
    boolean storeReadUpTo() {
        Instant readUpTo = status(0).readUpTo();
        if (readUpTo != null) {
            registry.storeReadUpTo(readUpTo, store);
        }
        return readUpTo != null;
    }
}
