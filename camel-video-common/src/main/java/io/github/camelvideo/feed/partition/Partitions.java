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
import io.github.camelvideo.feed.position.LeaseLostException;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
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
 * The feeds of the partitions that this process reads, and of those gone whose items are still on their way. See {@link PartitionRegistry}
 * for what becomes of the positions of partitions that are no longer listed.
 *
 * <p>Renewed by the polling thread; asked by any.
 */
final class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    private final String name;
    private final Partitioning partitioning;
    private final FeedFactory feeds;
    private final PositionStore store;
    private final PartitionAssignment assignment;
    private final Clock clock;
    private final Map<Partition, PartitionFeed> byPartition = new ConcurrentHashMap<>();
    private PartitionRegistry registry;
    private boolean isRegistryKept;

    /** Null until the list was read. */
    private Set<Partition> listed;

    private volatile int assigned;

    /** Up to this all were read before the start, as long as some have not been read since; otherwise null. */
    private volatile Instant readBefore;

    /** The vendor's time when the last round ended; null before. It counts where there is no partition to read. */
    private volatile Instant roundEndedAt;

    /** Counts of the feeds that were dropped. */
    private volatile FeedStatus dropped = new StatusSum().status(0);

    /** @param clock this machine's clock */
    Partitions(
            String name,
            Partitioning partitioning,
            FeedFactory feeds,
            PositionStore store,
            PartitionAssignment assignment,
            Clock clock) {
        this.name = name;
        this.partitioning = partitioning;
        this.feeds = feeds;
        this.store = store;
        this.assignment = assignment;
        this.clock = clock;
    }

    /** @throws IllegalStateException when what is stored cannot be read */
    void start() {
        registry = PartitionRegistry.load(name, store);
        isRegistryKept = assignment.keepsRegistry();
        readBefore = registry.readUpTo();
    }

    /** How many are read by this process. */
    int count() {
        if (registry == null) {
            throw new IllegalStateException(name + ": the feed is not started. Call start() first.");
        }
        return assigned;
    }

    /** Reads the list again, and begins and ends feeds accordingly; gives those to be read by this process. */
    Set<Partition> renew() {
        listed = partitioning.source().read();
        isRegistryKept = assignment.keepsRegistry() && keepRegistry();
        return reassign();
    }

    /** False where another process keeps it. */
    private boolean keepRegistry() {
        if (!isRegistryKept) {
            // another process may have kept it meanwhile
            registry = PartitionRegistry.load(name, store);
        }
        Instant now = clock.instant();
        try {
            forgetExpired(now);
            if (registry.update(listed.stream().map(Partition::id).collect(Collectors.toSet()), now)) {
                LOG.info("{}: {} partitions by {}", name, listed.size(), partitioning.name());
            }
            // where this fails, the poll does, and the next one stores it
            registry.store(store);
            return true;
        } catch (LeaseLostException e) {
            LOG.debug("{}: the list of partitions is kept by another process: {}", name, e.getMessage());
            return false;
        }
    }

    /** Begins and ends feeds as the assignment says, for the list that was read last; gives those to be read by this process. */
    Set<Partition> reassign() {
        if (listed == null) {
            return Set.of();
        }
        Instant now = clock.instant();
        Set<Partition> wanted = assignment.assigned(listed);
        Set<Partition> open = new LinkedHashSet<>();
        for (Partition partition : wanted) {
            if (take(partition, now)) {
                open.add(partition);
            }
        }
        byPartition.values().forEach(feed -> leave(feed, open));
        assigned = open.size();
        return open;
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

    /** False while items are in flight of when another process had it in between: what they change must not count. */
    private boolean take(Partition partition, Instant now) {
        PartitionFeed known = byPartition.get(partition);
        long lease = assignment.lease(partition);
        if (known != null && known.lease() != lease) {
            known.lose();
        }
        if (known != null && !known.isLost()) {
            known.setGone(false);
            return true;
        }
        if (known != null) {
            if (known.isInUse()) {
                return false;
            }
            drop(known);
        }
        byPartition.put(partition, new PartitionFeed(partition, lease, () -> open(partition, now)));
        return true;
    }

    private Feed open(Partition partition, Instant since) {
        return feeds.open(
                name + " for " + partition,
                partition,
                since,
                partitioning.callParameters().apply(partition),
                store.forPartition(partition.id()));
    }

    private void leave(PartitionFeed feed, Set<Partition> open) {
        if (!open.contains(feed.partition())) {
            feed.setGone(true);
            if (!feed.isInUse() && isBegun(feed)) {
                drop(feed);
                assignment.released(feed.partition());
            }
        }
    }

    /** For another process, startFrom=now would be later than for this one. False where that cannot be stored now. */
    private boolean isBegun(PartitionFeed feed) {
        if (feed.isLost() || !listed.contains(feed.partition()) || !assignment.isHeld(feed.partition())) {
            return true;
        }
        try {
            feed.begin();
        } catch (LeaseLostException e) {
            LOG.debug("{}: {} is begun by another process: {}", name, feed.partition(), e.getMessage());
        } catch (PositionFencedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{}: {} is given up when it can be stored where it begins", name, feed.partition(), e);
            return false;
        }
        return true;
    }

    private void drop(PartitionFeed feed) {
        byPartition.remove(feed.partition());
        try {
            feed.close();
        } catch (LeaseLostException e) {
            LOG.debug("{}: {} is not stored by this process: {}", name, feed.partition(), e.getMessage());
        }
        FeedStatus last = feed.status();
        if (last != null) {
            dropped = new StatusSum()
                    .addEnded(dropped)
                    .addEnded(StatusSum.ended(last))
                    .status(0);
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

    /** Stores up to which moment the vendor was read for all partitions; of several processes, one tells it of its own. */
    void storeReadUpTo() {
        Instant readUpTo =
                isRegistryKept && assignment.keepsRegistry() ? status(0).readUpTo() : null;
        if (readUpTo != null) {
            registry.storeReadUpTo(readUpTo, store);
        }
    }
}
