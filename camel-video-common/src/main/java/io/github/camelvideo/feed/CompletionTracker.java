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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Tells how far a feed may move its position while items complete in any order.
 *
 * <p>An item read is <em>waiting</em>, then <em>in flight</em>, then completed, skipped, or <em>failed</em> and in flight again. The
 * watermark is the end of what was read, or the time of the oldest item that is neither completed nor skipped, whichever is earlier;
 * it never moves back. Memory grows with the items since the oldest unfinished one, not with the backlog.
 *
 * <p>Called by the polling thread and by whichever thread ends an exchange. All methods are short and none does I/O.
 */
final class CompletionTracker {

    /**
     * An item as read.
     *
     * @param since reading from here on will find the item again; its own time, or earlier where that is uncertain
     */
    record Received(FeedItem item, Instant since) {}

    private record Entry(FeedItem item, Instant since, long sequence) {
        static final Comparator<Entry> OLDEST_FIRST = Comparator.<Entry, Instant>comparing(
                        entry -> entry.item().time())
                .thenComparing(Entry::sequence);
    }

    private final Object lock = new Object();
    private final Duration lookback;
    private final UnaryOperator<Instant> floor;
    private final DeliveredKeys delivered;
    private final Map<String, Entry> unfinished = new HashMap<>();
    private final TreeMap<Instant, Integer> unfinishedSince = new TreeMap<>();
    private final NavigableSet<Entry> waiting = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> failed = new TreeSet<>(Entry.OLDEST_FIRST);
    private final NavigableSet<Entry> released = new TreeSet<>(Entry.OLDEST_FIRST);
    private final Map<String, Entry> inFlight = new HashMap<>();
    private Instant frontier;
    private Instant watermark;
    private Instant from;
    private boolean onlyRedeliveriesLast;
    private long sequence;
    private long completed;
    private long skipped;

    /**
     * @param lookback how far before the watermark a restarted feed reads again
     * @param floor rounds a moment down as reading does
     */
    CompletionTracker(Position start, Duration lookback, UnaryOperator<Instant> floor) {
        this.lookback = lookback;
        this.floor = floor;
        this.frontier = start.watermark();
        this.watermark = start.watermark();
        this.from = start.from();
        this.delivered = new DeliveredKeys(start.delivered());
        settle();
    }

    /**
     * Takes in what a window held; what is known already is dropped. The frontier moves in the same step, so that no completion in
     * between can move the watermark past the new items.
     *
     * @param readUpTo new frontier, or null when the window has to be read again; an earlier one than before has no effect
     */
    void receive(Collection<Received> items, Instant readUpTo) {
        synchronized (lock) {
            for (Received received : items) {
                FeedItem item = received.item();
                if (!delivered.seenAgain(item.key(), item.time()) && !unfinished.containsKey(item.key())) {
                    Entry entry = new Entry(item, received.since(), sequence++);
                    unfinished.put(item.key(), entry);
                    unfinishedSince.merge(entry.since(), 1, Integer::sum);
                    waiting.add(entry);
                }
            }
            if (readUpTo != null && readUpTo.isAfter(frontier)) {
                frontier = readUpTo;
            }
            settle();
        }
    }

    /**
     * Hands items over, oldest first; from now on they are in flight. Failed ones come before new ones, but where they filled a whole
     * hand-over, new ones come first in the next: items that fail for ever must not keep all others waiting.
     */
    List<FeedItem> take(int limit) {
        synchronized (lock) {
            boolean newFirst = onlyRedeliveriesLast;
            List<Entry> taken = new ArrayList<>();
            move(newFirst ? waiting : released, taken, limit);
            boolean full = taken.size() == limit;
            move(newFirst ? released : waiting, taken, limit);
            onlyRedeliveriesLast = full && !newFirst;
            taken.sort(Entry.OLDEST_FIRST);
            return taken.stream().map(Entry::item).toList();
        }
    }

    private void move(NavigableSet<Entry> source, List<Entry> taken, int limit) {
        while (taken.size() < limit && !source.isEmpty()) {
            Entry entry = source.pollFirst();
            inFlight.put(entry.item().key(), entry);
            taken.add(entry);
        }
    }

    /** The item is done. False when it was not in flight, which changes nothing. */
    boolean complete(String key) {
        synchronized (lock) {
            boolean done = finish(key);
            completed += done ? 1 : 0;
            return done;
        }
    }

    /** The item is given up and counts as done. False when it was not in flight, which changes nothing. */
    boolean skip(String key) {
        synchronized (lock) {
            boolean done = finish(key);
            skipped += done ? 1 : 0;
            return done;
        }
    }

    /** Lets the items that failed so far be handed over again: once a poll, so that a failing item does not fill a long one. */
    void releaseFailed() {
        synchronized (lock) {
            released.addAll(failed);
            failed.clear();
        }
    }

    /** The item waits to be {@linkplain #releaseFailed released} and handed over again, with its redelivery counted. */
    void fail(String key) {
        synchronized (lock) {
            Entry entry = inFlight.remove(key);
            if (entry != null) {
                failed.add(new Entry(entry.item().again(), entry.since(), entry.sequence()));
            }
        }
    }

    /** The item waits again as before it was handed over. */
    void giveBack(String key) {
        synchronized (lock) {
            Entry entry = inFlight.remove(key);
            if (entry != null) {
                (entry.item().redelivery() > 0 ? released : waiting).add(entry);
            }
        }
    }

    private boolean finish(String key) {
        if (inFlight.remove(key) == null) {
            return false;
        }
        Entry entry = unfinished.remove(key);
        unfinishedSince.merge(entry.since(), -1, (count, minus) -> count + minus == 0 ? null : count + minus);
        delivered.add(key, entry.item().time());
        settle();
        return true;
    }

    private void settle() {
        Instant reached = frontier;
        if (!unfinishedSince.isEmpty() && unfinishedSince.firstKey().isBefore(frontier)) {
            reached = unfinishedSince.firstKey();
        }
        if (reached.isAfter(watermark)) {
            watermark = reached;
        }
        Instant readAgainFrom = floor.apply(watermark.minus(lookback));
        if (readAgainFrom.isAfter(from)) {
            from = readAgainFrom;
        }
        delivered.forgetBefore(from);
    }

    /** What to store. */
    Position position() {
        synchronized (lock) {
            return new Position(watermark, from, delivered.byTime());
        }
    }

    /** Up to this the vendor was read. */
    Instant frontier() {
        synchronized (lock) {
            return frontier;
        }
    }

    /** Items before this are dropped: it can no longer be told whether they were delivered. */
    Instant from() {
        synchronized (lock) {
            return from;
        }
    }

    /** Items received and neither completed nor skipped. */
    int unfinished() {
        synchronized (lock) {
            return unfinished.size();
        }
    }

    /** Items received and never handed over. */
    int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /** Where all stands, with what the tracker does not know itself. */
    FeedStatus status(ReadPass.Gap gap, long tooLate) {
        synchronized (lock) {
            return new FeedStatus(
                    watermark,
                    frontier,
                    inFlight.size(),
                    waiting.size(),
                    failed.size() + released.size(),
                    completed,
                    skipped,
                    tooLate,
                    gap == null ? null : gap.from(),
                    gap == null ? null : gap.to(),
                    null);
        }
    }
}
