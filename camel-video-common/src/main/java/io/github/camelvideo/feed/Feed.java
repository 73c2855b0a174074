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
package io.github.camelvideo.feed;

import java.time.Instant;
import java.util.List;

/**
 * A list at the vendor, consumed item by item.
 *
 * <p>{@link #start}, {@link #beginPoll}, {@link #read}, {@link #take}, {@link #takeUnacknowledged} and {@link #endPoll} are called by
 * one thread at a time. The others may be called by any thread at any time. {@link #read} alone waits for the vendor.
 */
public interface Feed extends AutoCloseable {

    /**
     * Loads the stored position. Called once, before anything else.
     *
     * @throws IllegalStateException when a stored position cannot be read, or the store does not work
     */
    void start();

    /** A poll begins: items that failed in an earlier one may be taken again. */
    void beginPoll();

    /**
     * Reads at most one window from the vendor, unless items read before still wait to be taken.
     *
     * @throws RuntimeException when the vendor could not be read. Nothing is lost: what was read before the failure can be taken, and the
     *     next call continues there
     * @throws io.github.camelvideo.feed.position.PositionFencedException when another process has taken the feed over
     */
    void read() throws InterruptedException;

    /**
     * The items to deliver now, oldest first. They are in flight until one of {@link #completed}, {@link #failed}, {@link #skipped} or
     * {@link #returned} is called for each. An empty list does not mean the end: see {@link #hasMore}.
     *
     * @param limit maximum number of items, at least 1
     */
    List<FeedItem> take(int limit);

    /**
     * Items that were delivered before a restart and not acknowledged. They are in flight as those of {@link #take}, but need only be
     * acknowledged.
     */
    List<FeedItem> takeUnacknowledged();

    /**
     * Whether {@link #read} is likely to find items at once because the feed has not caught up with the present. Failed items do not
     * count: redelivered without a pause they would only fail again.
     */
    boolean hasMore();

    /** Whether {@link #read} may be called for the next window while items taken before are still being delivered. */
    boolean canReadAhead();

    /** A poll ends: commits the position if the commit policy asks for it. */
    void endPoll();

    /** Whether an item that was taken may be delivered now: another process may have taken its partition over. */
    default boolean isHeld(FeedItem item) {
        return true;
    }

    /**
     * An item that was taken is about to be delivered in a transaction that is to store its position. Called before the transaction begins.
     *
     * @throws UnsupportedOperationException when the feed's positions cannot be stored so
     * @throws RuntimeException when the outcome of an earlier transaction is not known, and the database cannot tell it now
     */
    ItemCommit commit(FeedItem item);

    /** The item was delivered but not acknowledged yet: after a restart it is only acknowledged, not delivered again. */
    void delivered(FeedItem item);

    /** The item is done. An item that is not in flight is ignored. */
    void completed(FeedItem item);

    /** The item was not delivered; it is redelivered in a later poll. */
    void failed(FeedItem item);

    /** The item was given up and counts as done. */
    void skipped(FeedItem item);

    /** The item was taken but never delivered, because the poll was stopped, and waits again. */
    void returned(FeedItem item);

    /**
     * Takes in an item that came on another way than reading. It is known by its key, whichever way it comes, and waits for
     * {@link #takeOffered}.
     */
    Offer offer(FeedItem item);

    /**
     * The items offered that are to be delivered now, in flight from now on as those of {@link #take}. Unlike that, it may be called by any
     * thread, also while another reads. One that fails is taken again as those that were read are.
     *
     * @param limit maximum number of items, at least 1
     */
    List<FeedItem> takeOffered(int limit);

    /**
     * Moves the running feed back: what happened from a moment on is delivered again, also what is done and remembered. Items that were
     * read and have not ended yet end normally and are not delivered twice. The new position is committed before this returns; the next
     * poll reads from there.
     *
     * @param partition id of the partition, or null for all. With null, partitions that have not been read up to that moment yet stay
     *     where they are
     * @param to a moment of the vendor's time
     * @return what was moved
     * @throws IllegalArgumentException when the moment is later than what was read, so that items would be skipped, or the partition does
     *     not exist; nothing was moved
     * @throws IllegalStateException when the feed has not started reading or has stopped, and nothing was moved; or when the new position
     *     could not be stored: the feed reads from there all the same, and the position is stored with the next item
     * @throws io.github.camelvideo.feed.position.PositionFencedException when another process has taken the feed over
     */
    List<Rewound> rewind(String partition, Instant to);

    /** Where the feed stands. */
    FeedStatus status();

    /** Where its partitions stand, in no particular order; empty for a feed without partitions. */
    default List<PartitionStatus> partitions() {
        return List.of();
    }

    /** Commits the position and gives the feed up. What ends later changes nothing. */
    @Override
    void close();
}
