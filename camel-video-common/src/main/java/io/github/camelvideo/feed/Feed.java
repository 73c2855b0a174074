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
 * A list at the vendor, consumed item by item, each once.
 *
 * <p>{@link #beginPoll}, {@link #read} and {@link #take} are called by one thread at a time, the polling one, {@link #completed} and {@link #failed} by whichever thread ends an exchange.
 */
public interface Feed {

    /**
     * Takes up the stored position, or the configured start where none is stored, which is then stored at once. Called once, before
     * anything else, by the thread that starts the consumer.
     *
     * @throws IllegalStateException when a stored position cannot be read, or the repository does not work
     */
    void start();

    /** A poll begins: items that failed in an earlier one are handed over again. */
    void beginPoll();

    /**
     * Reads at most one window from the vendor, unless items read before still wait.
     *
     * @throws io.github.camelvideo.protocol.ApiException when the vendor cannot be read; nothing is lost, the next call begins again
     */
    void read() throws InterruptedException;

    /**
     * The items to hand over now, oldest first; they are in flight until {@link #completed} or {@link #failed} is called for each.
     * An empty list does not mean the end: see {@link #hasMore}.
     *
     * @param limit most items to return, at least 1
     */
    List<FeedItem> take(int limit);

    /** {@link #read}, then {@link #take}. */
    default List<FeedItem> next(int limit) throws InterruptedException {
        read();
        return take(limit);
    }

    /**
     * Whether {@link #next} is likely to give new items at once, because the feed has not caught up with now. Failed items do not
     * count: handed over again without a pause they would only fail again.
     */
    boolean hasMore();

    /**
     * The item was delivered; the position is stored before this returns. An item that is not in flight is ignored.
     *
     * @throws IllegalStateException when the position could not be stored. The item is done all the same and is not handed over again
     *     by this instance; the next position stored includes it.
     */
    void completed(FeedItem item);

    /**
     * The item was not delivered and is handed over again by a later {@link #next}, unless the failure policy gives it up.
     *
     * @return whether the item was given up; the position is then stored as for {@link #completed}
     */
    boolean failed(FeedItem item);

    /** An item returned by {@link #next} was never handed over (the poll was stopped half way) and is given back. */
    void returned(FeedItem item);

    /** Where the feed stands, for people. */
    FeedStatus status();
}
