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

import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.read.ListedItem;
import io.github.camelvideo.feed.read.ReadFrom;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What need not be delivered again, and how far a feed has come: the part of the pipeline that differs from kind to kind. Short
 * methods without I/O. Not thread-safe: guarded by the lock of its {@link FeedPipeline}.
 */
public interface Progress {

    /** What is known of an item that was listed or pushed. */
    enum Knowledge {
        /** It has to be delivered. */
        NEW,
        /** It was delivered in another state and has to be delivered in this one. */
        CHANGED,
        /** It is as it was delivered, and has to be told again. */
        PRESENT,
        /** It was delivered before a restart and has only to be acknowledged. */
        DELIVERED,
        /** It is done, on its way, or behind another state of the same item that is. */
        KNOWN
    }

    /** Whether a member of a list was delivered in a state, and nothing has to be delivered of it at a time of the vendor's. */
    default boolean isTold(String key, String state, Instant present) {
        return false;
    }

    /** What is known of an item; that it was listed is noted. */
    Knowledge know(ListedItem item);

    /**
     * Members that are no longer there.
     *
     * @param all keys of all that were listed
     * @param present the vendor's time of the reading
     * @return items that tell so; for each, {@link #receive} is called
     */
    default List<ListedItem> removed(Set<String> all, Instant present) {
        return List.of();
    }

    /** Why the last reading of all members was not believed, for health checks; null where it was. */
    default String distrust() {
        return null;
    }

    /**
     * The item, which is not {@link Knowledge#KNOWN}, is taken in: from now on it is known and holds the position.
     *
     * @return the item as it is to be delivered: it tells what has changed since it was delivered before
     */
    FeedItem receive(ListedItem item);

    /**
     * Reading has come further. To be called after {@link #receive} for all items read, so that no item finished in between can move the
     * position past them.
     *
     * @param readUpTo the vendor was read up to this; null or an earlier moment than before changes nothing
     * @param keepFrom items before this are not read again; null changes nothing
     */
    void readUpTo(Instant readUpTo, Instant keepFrom);

    /** A sweep over older windows has ended that began at a moment. */
    default void swept(Instant begunAt) {
        throw new UnsupportedOperationException("This kind of feed does not support sweeps.");
    }

    /** The item was delivered and waits for its acknowledgement. */
    void delivered(ItemId item);

    /**
     * The item is done.
     *
     * @return as it was taken in; null when it was not, or is done already, which changes nothing
     */
    ListedItem finish(ItemId item);

    /** What reading must know. */
    ReadFrom readFrom();

    /** All items before this are done. */
    Instant watermark();

    /** Sets the progress back to a moment: what happened from then on is wanted, as far as it is not known. */
    void rewind(Instant readUpTo, Instant wanted);

    /**
     * Goes back to a moment that is not later than what was read: what happened from then on is wanted again, whatever is known of it,
     * apart from items taken in and not done.
     */
    void repeatFrom(Instant moment);

    /** Whether an item was taken in and is not done. */
    default boolean isUnfinished(String key) {
        return false;
    }

    /** How many items were taken in and are not done. */
    int unfinished();

    /** Items taken in and not done, in no order. */
    List<ListedItem> unfinishedItems();

    /** Whether something has changed that a restart must know, apart from how far the vendor was read. */
    boolean hasChanged();

    /**
     * Whether what was read has to be stored before the feed goes on, whatever the commit policy: a restart would not find it again.
     */
    default boolean mustBeStored() {
        return false;
    }

    /** What has changed since the last time this was asked. */
    PositionChange takeChange();

    /** The change could not be stored: it is part of the next one. */
    void giveBack(PositionChange change);
}
