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
     * Takes in an item that came on another way than reading. It is delivered as if it had been read.
     *
     * @return false when it is known already
     */
    boolean offer(FeedItem item);

    /** Where the feed stands. */
    FeedStatus status();

    /** Commits the position and gives the feed up. What ends later changes nothing. */
    @Override
    void close();
}
