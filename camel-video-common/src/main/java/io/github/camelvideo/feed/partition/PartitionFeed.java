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
import io.github.camelvideo.feed.Rewound;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The feed of one partition. Small until it is read first, which opens the feed: 5,000 of them must not cost the memory of 5,000 readings.
 *
 * <p>Read by one worker at a time; the flags belong to the polling thread; items end on any thread.
 */
final class PartitionFeed {

    private final Partition partition;
    private final long lease;
    private final Supplier<Feed> opener;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Null until it is started. */
    private volatile Feed feed;

    /** Where to go back to as soon as the feed is started, or null. */
    private final AtomicReference<Instant> pendingRewind = new AtomicReference<>();

    private volatile boolean gone;
    private volatile boolean lost;
    private volatile boolean unavailable;
    private boolean busy;

    /** @param lease the assignment's number, under which the partition is read */
    PartitionFeed(Partition partition, long lease, Supplier<Feed> opener) {
        this.partition = partition;
        this.lease = lease;
        this.opener = opener;
    }

    Partition partition() {
        return partition;
    }

    long lease() {
        return lease;
    }

    /** Reads one window; the first time after loading the position. */
    void read() throws InterruptedException {
        begin();
        feed.read();
    }

    /**
     * Loads the position, or stores where the partition begins, if it was not read yet. By the worker, or by the polling thread while no
     * worker has it.
     */
    void begin() {
        if (feed == null) {
            Feed started = opener.get();
            started.start();
            feed = started;
            rewindIfPending();
        }
    }

    /**
     * Moves the feed back if it was read up to that moment or further; where it is not started, as soon as it is.
     *
     * @return what was moved; empty where nothing was
     * @throws IllegalStateException when the new position could not be stored
     */
    List<Rewound> rewindIfLater(Instant to) {
        pendingRewind.set(to);
        return rewindIfPending();
    }

    private List<Rewound> rewindIfPending() {
        Feed started = feed;
        Instant to = started == null ? null : pendingRewind.getAndSet(null);
        if (to == null) {
            return List.of();
        }
        Instant readUpTo = started.status().readUpTo();
        return readUpTo == null || to.isAfter(readUpTo) ? List.of() : started.rewind(null, to);
    }

    /** Moves the feed back as {@link Feed#rewind} does. */
    List<Rewound> rewind(Instant to) {
        Feed started = feed;
        if (started == null) {
            throw new IllegalStateException(partition + " has not been read yet. Its position was not moved.");
        }
        return started.rewind(null, to);
    }

    void beginPoll() {
        if (feed != null) {
            feed.beginPoll();
        }
    }

    void endPoll() {
        if (feed != null && !busy) {
            feed.endPoll();
        }
    }

    List<FeedItem> take(int limit) {
        return counted(feed == null ? List.of() : feed.take(limit));
    }

    List<FeedItem> takeUnacknowledged() {
        return counted(feed == null ? List.of() : feed.takeUnacknowledged());
    }

    private List<FeedItem> counted(List<FeedItem> items) {
        inFlight.addAndGet(items.size());
        return items;
    }

    boolean hasMore() {
        return feed != null && feed.hasMore();
    }

    ItemCommit commit(FeedItem item) {
        return feed.commit(item);
    }

    void delivered(FeedItem item) {
        feed.delivered(item);
    }

    /**
     * An item ends; one of a lost partition changes nothing. The count is lowered last: what this stores must not come after what is done to the position of a partition that is
     * gone.
     */
    void end(FeedItem item, Consumer<Feed> how) {
        try {
            if (!lost) {
                how.accept(feed);
            }
        } finally {
            inFlight.decrementAndGet();
        }
    }

    Offer offer(FeedItem item) {
        Feed started = feed;
        return started == null || gone ? Offer.NOT_READY : started.offer(item);
    }

    List<FeedItem> takeOffered(int limit) {
        return counted(feed.takeOffered(limit));
    }

    void close() {
        if (feed != null && !lost) {
            feed.close();
        }
    }

    /** Where it stands, or null before it is started. */
    FeedStatus status() {
        Feed started = feed;
        return started == null ? null : started.status();
    }

    /** No longer listed: it is not read and its items are not taken, but what is in flight may end. */
    boolean isGone() {
        return gone;
    }

    void setGone(boolean gone) {
        this.gone = gone;
    }

    /** Another process has it: nothing of it counts here any more. */
    void lose() {
        lost = true;
        gone = true;
    }

    boolean isLost() {
        return lost;
    }

    /** Whether the vendor says that nothing can be read of it, so that it does not count how far behind it is. */
    boolean isUnavailable() {
        return unavailable;
    }

    void setUnavailable(boolean unavailable) {
        this.unavailable = unavailable;
    }

    /** Whether a worker has it. */
    boolean isBusy() {
        return busy;
    }

    void setBusy(boolean busy) {
        this.busy = busy;
    }

    /** Whether something may still change its position. */
    boolean isInUse() {
        return busy || inFlight.get() > 0;
    }
}
