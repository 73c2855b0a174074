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
import io.github.camelvideo.feed.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where the items of a feed are on their way: waiting, in flight, failed, released to be redelivered. Not thread-safe: guarded by the
 * lock of its {@link FeedPipeline}.
 */
final class DeliveryQueue {

    private record Entry(FeedItem item, long sequence) {
        static final Comparator<Entry> OLDEST_FIRST = Comparator.<Entry, java.time.Instant>comparing(
                        entry -> entry.item().time())
                .thenComparing(Entry::sequence);
    }

    private final NavigableSet<Entry> offered = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> waiting = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> unacknowledged = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> failed = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> released = new TreeSet<>(Entry.OLDEST_FIRST);
    private final Map<String, Entry> inFlight = new HashMap<>();
    private boolean onlyRedeliveriesLast;
    private long sequence;

    /** The item waits to be taken. */
    void add(FeedItem item) {
        waiting.add(new Entry(item, sequence++));
    }

    /** The item, which came on another way than reading, waits to be taken. */
    void addOffered(FeedItem item) {
        offered.add(new Entry(item, sequence++));
    }

    /** Takes items that were offered, oldest first; from now on they are in flight. */
    List<FeedItem> takeOffered(int limit) {
        List<Entry> taken = new ArrayList<>();
        move(offered, taken, limit);
        return taken.stream().map(Entry::item).toList();
    }

    /** The item was delivered before and waits to be acknowledged. */
    void addUnacknowledged(FeedItem item) {
        unacknowledged.add(new Entry(item, sequence++));
    }

    /**
     * Takes items, oldest first; from now on they are in flight. Failed ones come before new ones, but where they filled the whole
     * limit, new ones come first the next time: items that always fail must not keep all others waiting.
     */
    List<FeedItem> take(int limit) {
        boolean isNewFirst = onlyRedeliveriesLast;
        List<Entry> taken = new ArrayList<>(Math.min(limit, waiting.size() + released.size()));
        move(isNewFirst ? waiting : released, taken, limit);
        boolean isFull = taken.size() == limit;
        boolean isMixed = !taken.isEmpty();
        move(isNewFirst ? released : waiting, taken, limit);
        onlyRedeliveriesLast = isFull && !isNewFirst;
        if (isMixed) {
            taken.sort(Entry.OLDEST_FIRST);
        }
        return taken.stream().map(Entry::item).toList();
    }

    /** Takes the items that need only be acknowledged. */
    List<FeedItem> takeUnacknowledged() {
        List<Entry> taken = new ArrayList<>();
        move(unacknowledged, taken, Integer.MAX_VALUE);
        return taken.stream().map(Entry::item).toList();
    }

    private void move(NavigableSet<Entry> source, List<Entry> taken, int limit) {
        while (taken.size() < limit && !source.isEmpty()) {
            Entry entry = source.pollFirst();
            inFlight.put(entry.item().key(), entry);
            taken.add(entry);
        }
    }

    /** The item is no longer on its way. False when it was not in flight, which changes nothing. */
    boolean remove(FeedItem item) {
        return inFlight.remove(item.key()) != null;
    }

    /** The item, in flight or failed, is done. False when it is neither. */
    boolean discard(FeedItem item) {
        return remove(item)
                || failed.removeIf(entry -> entry.item().key().equals(item.key()))
                || released.removeIf(entry -> entry.item().key().equals(item.key()));
    }

    boolean isInFlight(FeedItem item) {
        return inFlight.containsKey(item.key());
    }

    /** Lets the items that failed so far be redelivered: once a poll, so that a failing item does not fill a long one. */
    void releaseFailed() {
        released.addAll(failed);
        failed.clear();
    }

    /** The item waits to be {@linkplain #releaseFailed released} and redelivered. */
    void fail(FeedItem item) {
        Entry entry = inFlight.remove(item.key());
        if (entry != null) {
            failed.add(new Entry(entry.item().redelivered(), entry.sequence()));
        }
    }

    /** The item waits again as before it was taken. */
    void giveBack(FeedItem item) {
        Entry entry = inFlight.remove(item.key());
        if (entry != null) {
            NavigableSet<Entry> fresh = entry.item().origin() == Origin.POLL ? waiting : offered;
            (entry.item().redelivery() > 0 ? released : fresh).add(entry);
        }
    }

    int inFlight() {
        return inFlight.size();
    }

    /** Items that were read and wait to be taken; those offered do not keep the feed from reading on. */
    int waiting() {
        return waiting.size();
    }

    int offered() {
        return offered.size();
    }

    int failed() {
        return failed.size() + released.size();
    }
}
