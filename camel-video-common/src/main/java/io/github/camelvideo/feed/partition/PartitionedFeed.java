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
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.PartitionStatus;
import io.github.camelvideo.feed.Rewound;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.position.LeaseLostException;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds of many partitions, as one. Each has a position of its own, and none waits for another.
 *
 * <p>Workers read, as many partitions at once as allowed; the polling thread decides by {@linkplain RoundRobin round robin} which is next
 * and takes, partition by partition, what a worker has read. What workers have read and nobody has taken is never more than one window
 * each. A reading that has not ended when a poll does is taken by a later one.
 */
public final class PartitionedFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionedFeed.class);

    /** Bound of memory over all partitions: with more items in flight, nothing further is read. */
    private static final int MAX_IN_FLIGHT = 10_000;

    private record Reading(PartitionFeed feed, Throwable failure) {}

    private final String name;
    private final Clock clock;
    private final Partitioning partitioning;
    private final FeedFactory feeds;
    private final Executor workers;
    private final Partitions partitions;
    private final PartitionAssignment assignment;
    private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Partitions with items that were offered; one may stand here several times. */
    private final Queue<PartitionFeed> offeredTo = new ConcurrentLinkedQueue<>();

    private final PartitionFailures failures;
    private final UnavailablePartitions unavailable;
    private volatile PositionFencedException fenced;

    // of the polling thread
    private final RoundRobin roundRobin = new RoundRobin();
    private PartitionFeed current;
    private boolean currentFailed;
    private int busy;
    private boolean waitedInVain;
    private Instant readUpToStoredAt;

    /** The poll has not been reported as ended. Only a reading may end it: that fails where all did, and a taking must not. */
    private boolean roundOpen;

    /**
     * A feed that is not started.
     *
     * @param name how messages name the feed
     * @param store where the positions of all partitions are kept; closed by whoever opened it
     * @param assignment which partitions this process reads
     * @param workers reads the vendor, as many partitions at once as wanted; each task waits for the vendor
     * @param clock this machine's clock
     */
    public PartitionedFeed(
            String name,
            Partitioning partitioning,
            FeedFactory feeds,
            PositionStore store,
            PartitionAssignment assignment,
            Executor workers,
            Clock clock) {
        this.name = name;
        this.clock = clock;
        this.partitioning = partitioning;
        this.partitions = new Partitions(name, partitioning, feeds, store, assignment, clock);
        this.assignment = assignment;
        this.feeds = feeds;
        this.workers = workers;
        this.failures = new PartitionFailures(name, partitioning.concurrency());
        this.unavailable = new UnavailablePartitions(name, partitioning.unavailableCodes(), clock);
    }

    /** Loads the list of partitions only: a partition's position is loaded when it is read first. */
    @Override
    public void start() {
        partitions.start();
    }

    @Override
    public void beginPoll() {
        waitedInVain = false;
        roundOpen = true;
        failures.beginPoll(partitions.count());
        // the list is the vendor's, perhaps
        Set<Partition> open = assignment.isActive() ? partitions.renew() : partitions.reassign();
        failures.retain(open);
        partitions.all().forEach(PartitionFeed::beginPoll);
        unavailable.retain(open);
        roundRobin.begin(open, this::mustWait);
    }

    private boolean mustWait(Partition partition) {
        return partitions.get(partition).isBusy() || unavailable.isLeftAlone(partition);
    }

    /** Partitions that other processes left are read in the poll under way, which may take long; those that others wait for are given up. */
    private void reassign() {
        Set<Partition> open = partitions.reassign();
        failures.retain(open);
        unavailable.retain(open);
        roundRobin.change(open, this::mustWait);
    }

    /**
     * Waits for the next partition that was read; its items are those to {@link #take}.
     *
     * @throws RuntimeException when the last of a poll failed and all others had, too
     */
    @Override
    public void read() throws InterruptedException {
        if (fenced != null) {
            throw fenced;
        }
        assignment.requireFeed();
        current = null;
        if (assignment.hasChanged()) {
            reassign();
        }
        dispatch();
        Reading reading = busy == 0 ? null : await();
        if (reading != null) {
            busy--;
            reading.feed().setBusy(false);
            if (!reading.feed().isGone()) {
                record(reading);
            }
            dispatch();
        }
        if (current == null) {
            endRoundIfDone();
        }
        storeReadUpToIfDue();
    }

    /** Others tell by what is stored whether anybody reads: a round over thousands of partitions may take long. */
    private void storeReadUpToIfDue() {
        Duration every = feeds.readUpToCommit();
        Instant now = clock.instant();
        if (every == null || readUpToStoredAt != null && now.isBefore(readUpToStoredAt.plus(every))) {
            return;
        }
        readUpToStoredAt = now;
        try {
            partitions.storeReadUpTo();
        } catch (LeaseLostException e) {
            LOG.debug("{}: another process tells how far the vendor was read: {}", name, e.getMessage());
        } catch (PositionFencedException e) {
            fenced = e;
            throw e;
        } catch (RuntimeException e) {
            // no reason to stop reading; a position that cannot be stored is reported by its partition
            LOG.warn("{}: it cannot be stored how far the vendor was read; this is retried after {}", name, every, e);
        }
    }

    /** The next reading that has ended; null when all that are under way take too long, so that a stop is noticed, too. */
    private Reading await() throws InterruptedException {
        Reading reading = readings.poll(partitioning.pollWait().toMillis(), TimeUnit.MILLISECONDS);
        waitedInVain = reading == null && !roundRobin.isAnyWaiting();
        return reading;
    }

    private void record(Reading reading) {
        PartitionFeed feed = reading.feed();
        if (reading.failure() instanceof Error error) {
            throw error;
        } else if (reading.failure() instanceof LeaseLostException) {
            lose(feed);
        } else if (reading.failure() instanceof PositionFencedException taken) {
            fenced = taken;
            throw taken;
        } else if (reading.failure() != null && !assignment.isHeld(feed.partition())) {
            // refused to send: the lease ran out
            failures.worked(feed.partition());
        } else if (unavailable.isUnavailable(feed.partition(), reading.failure())) {
            feed.setUnavailable(true);
            failures.worked(feed.partition());
            current = feed;
            currentFailed = true;
        } else if (reading.failure() instanceof RuntimeException failure) {
            failures.failed(feed.partition(), failure);
            // something may have been read before the failure
            current = feed;
            currentFailed = true;
        } else if (reading.failure() == null) {
            unavailable.isThere(feed.partition());
            feed.setUnavailable(false);
            failures.worked(feed.partition());
            current = feed;
            currentFailed = false;
        }
        // otherwise the worker was stopped, which says nothing about the partition
    }

    private void lose(PartitionFeed feed) {
        feed.lose();
        assignment.lost(feed.partition());
    }

    private void dispatch() throws InterruptedException {
        while (busy < partitioning.concurrency() && mayReadMore()) {
            PartitionFeed feed = partitions.get(roundRobin.next());
            if (!assignment.isHeld(feed.partition())) {
                continue;
            }
            try {
                workers.execute(() -> work(feed));
            } catch (RejectedExecutionException e) {
                throw (InterruptedException) new InterruptedException(name + ": the workers are stopped").initCause(e);
            }
            feed.setBusy(true);
            busy++;
        }
    }

    private boolean mayReadMore() {
        return roundRobin.isAnyWaiting() && inFlight.get() < MAX_IN_FLIGHT && !failures.isOutage();
    }

    private void work(PartitionFeed feed) {
        Throwable failure = null;
        try {
            feed.read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        readings.add(new Reading(feed, failure));
    }

    @Override
    public List<FeedItem> take(int limit) {
        if (current == null) {
            return List.of();
        }
        List<FeedItem> items = current.take(limit);
        inFlight.addAndGet(items.size());
        roundRobin.ended(current.partition(), current.hasMore() && !currentFailed);
        current = null;
        return items;
    }

    @Override
    public List<FeedItem> takeUnacknowledged() {
        if (current == null) {
            return List.of();
        }
        List<FeedItem> items = current.takeUnacknowledged();
        inFlight.addAndGet(items.size());
        return items;
    }

    private void endRoundIfDone() {
        boolean isMoreToRead = busy > 0 && !waitedInVain || mayReadMore();
        if (!isMoreToRead) {
            roundOpen = false;
            partitions.endRound();
            failures.endPoll(partitions.count());
        }
    }

    @Override
    public boolean hasMore() {
        return roundOpen;
    }

    /** Workers read ahead already. */
    @Override
    public boolean canReadAhead() {
        return false;
    }

    @Override
    public void endPoll() {
        for (PartitionFeed feed : partitions.all()) {
            try {
                feed.endPoll();
            } catch (LeaseLostException e) {
                lose(feed);
            }
        }
    }

    @Override
    public boolean isHeld(FeedItem item) {
        return assignment.isHeld(item.partition());
    }

    @Override
    public ItemCommit commit(FeedItem item) {
        return partitions.get(item.partition()).commit(item);
    }

    @Override
    public void delivered(FeedItem item) {
        PartitionFeed feed = partitions.get(item.partition());
        try {
            feed.delivered(item);
        } catch (LeaseLostException e) {
            lose(feed);
        }
    }

    @Override
    public void completed(FeedItem item) {
        end(item, feed -> feed.completed(item));
    }

    @Override
    public void failed(FeedItem item) {
        end(item, feed -> feed.failed(item));
    }

    @Override
    public void skipped(FeedItem item) {
        end(item, feed -> feed.skipped(item));
    }

    @Override
    public void returned(FeedItem item) {
        end(item, feed -> feed.returned(item));
    }

    /** The partition is there: it is not dropped while an item of it is in flight. */
    private void end(FeedItem item, Consumer<Feed> how) {
        inFlight.decrementAndGet();
        PartitionFeed feed = partitions.get(item.partition());
        try {
            feed.end(item, how);
        } catch (LeaseLostException e) {
            LOG.info("{}: item {} ended too late: {}", name, item.key(), e.getMessage());
            lose(feed);
        }
    }

    @Override
    public Offer offer(FeedItem item) {
        PartitionFeed feed = partitions.get(item.partition());
        Offer offer = feed == null ? Offer.NOT_READY : feed.offer(item);
        if (offer == Offer.TAKEN) {
            offeredTo.add(feed);
        }
        return offer;
    }

    @Override
    public List<FeedItem> takeOffered(int limit) {
        List<FeedItem> taken = new ArrayList<>();
        while (taken.size() < limit) {
            PartitionFeed feed = offeredTo.poll();
            if (feed == null) {
                break;
            }
            if (feed.isGone()) {
                continue;
            }
            List<FeedItem> items = feed.takeOffered(limit - taken.size());
            inFlight.addAndGet(items.size());
            taken.addAll(items);
            if (taken.size() == limit) {
                // there may be more of it
                offeredTo.add(feed);
            }
        }
        return taken;
    }

    /**
     * Every partition commits its own position, so that with a failing store some are moved back and others are not; the failures say
     * which. Partitions that were never read, in the first poll, are moved when they are.
     */
    @Override
    public List<Rewound> rewind(String partition, Instant to) {
        feeds.checkRewind();
        try {
            return rewindListed(partition, to);
        } catch (LeaseLostException e) {
            throw new IllegalStateException(name + ": " + e.getMessage() + " Move it back on that node.", e);
        }
    }

    private List<Rewound> rewindListed(String partition, Instant to) {
        if (partition != null) {
            return partitions
                    .listed(partition)
                    .orElseThrow(() -> new IllegalArgumentException(
                            name + ": partition '" + partition + "' is not in the list of partitions."))
                    .rewind(to);
        }
        if (partitions.listed().findAny().isEmpty()) {
            throw new IllegalStateException(name + ": no partition has been read. No position was moved.");
        }
        List<Rewound> rewound = new ArrayList<>();
        forEach(partitions.listed().toList(), feed -> rewound.addAll(feed.rewindIfLater(to)));
        return rewound;
    }

    @Override
    public List<PartitionStatus> partitions() {
        return partitions
                .listed()
                .map(feed -> new PartitionStatus(
                        feed.partition(),
                        failures.isFailing(feed.partition()),
                        Objects.requireNonNullElse(feed.status(), FeedStatus.NOT_STARTED)))
                .toList();
    }

    @Override
    public FeedStatus status() {
        return partitions.status(failures.count());
    }

    /** To be called when no worker reads any more. */
    @Override
    public void close() {
        forEach(partitions.all(), PartitionFeed::close);
    }

    /** Does the same with all of them, also where some fail. */
    private static void forEach(Collection<PartitionFeed> feeds, Consumer<PartitionFeed> step) {
        List<RuntimeException> problems = new ArrayList<>();
        for (PartitionFeed feed : feeds) {
            try {
                step.accept(feed);
            } catch (RuntimeException e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            RuntimeException first = problems.remove(0);
            problems.forEach(first::addSuppressed);
            throw first;
        }
    }
}
