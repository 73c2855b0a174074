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
package io.github.camelvideo.kafka;

import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.StoredPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The position of one partition, as the offsets that Connect keeps of it.
 *
 * <p>Connect keeps the last offset of each source partition and nothing else, and the offset of a poll is written as a whole. A small
 * position is one offset. A large one, of which little changes in a poll, is a ring of segments, each under a key of its own: the n-th write
 * goes to segment n modulo the size of the ring, and carries what has changed and those entries of the segment it replaces that are still
 * alive. So a poll writes one offset, whose size is that of the change and a small part of the position; only what is larger than a segment
 * may be goes to several.
 *
 * <p>Without exactly-once support, Connect may have stored a later write and not an earlier one, when a worker dies. Each write names the
 * one that it continues, so a gap is seen, and the head of the last write before it counts: the feed reads again from there. Entries of
 * writes behind the gap count as known, because Connect stores no offset before the records that carry it have arrived. The gap cannot be
 * older than the ring: no write replaces a segment as long as records of one three quarters of the ring ago have not arrived.
 *
 * <p>Not thread-safe.
 */
final class PartitionOffsets {

    /**
     * How large things may be, in characters.
     *
     * @param whole a position in one offset
     * @param segment the entries of a segment
     * @param ring how many segments there are
     */
    record Limits(int whole, int segment, int ring) {

        /** An offset must fit into a record of a megabyte, with up to three bytes per character and quotation marks escaped. */
        static final Limits DEFAULT = new Limits(16 * 1024, 128 * 1024, 512);
    }

    /** Reads the offsets of segments by their numbers; those without an offset are left out. */
    interface Segments {
        Map<Integer, Map<String, Object>> read(int count);
    }

    /** Beside key and state: the time, quotation marks. */
    private static final int ENTRY_OVERHEAD = 30;

    private static final class Known {
        private final PositionEntry entry;
        /** The write that has it last; 0 where none has. */
        private long home;

        Known(PositionEntry entry) {
            this.entry = entry;
        }
    }

    private final String partition;
    private final Limits limits;
    private String generation;

    private final Map<String, Known> known = new HashMap<>();
    private final NavigableMap<Instant, Set<String>> byTime = new TreeMap<>();
    private long size;
    private String head;

    // what is written
    private boolean isRing;
    /** How many segments there are; of a ring that was stored, what it was written with. */
    private int ringSize;

    private OffsetSegment whole;
    /** Whether the partition's own offset says that there may be segments. */
    private boolean isAnnounced;

    private String writtenHead;
    private long last;
    private long chained;
    private final Map<Integer, Set<String>> bySegment = new HashMap<>();

    // what is not
    private final Set<String> unwritten = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private Instant forgetBefore;

    // what is written and has not arrived
    private final TreeSet<Long> underWay = new TreeSet<>();
    /** The writes of the last poll that were not dropped, and the one that they continue. */
    private final TreeSet<Long> newest = new TreeSet<>();

    /**
     * A partition without a position.
     *
     * @param generation any text that no other position of the partition has had
     */
    PartitionOffsets(String partition, Limits limits, String generation) {
        this.partition = partition;
        this.limits = limits;
        this.ringSize = limits.ring();
        this.generation = generation;
        newest.add(0L);
    }

    /**
     * What is stored.
     *
     * @param own the offset of the partition itself, or null
     * @param generation for a position that no segments continue
     * @throws IllegalArgumentException when something is stored that cannot be read, with the reason
     */
    static PartitionOffsets load(
            String partition, Limits limits, String generation, Map<String, Object> own, Segments segments) {
        PartitionOffsets loaded = new PartitionOffsets(partition, limits, generation);
        OffsetSegment whole = OffsetSegment.read(own);
        if (whole == null) {
            return loaded;
        }
        NavigableMap<Long, OffsetSegment> stored = new TreeMap<>();
        if (whole.segments() > 0) {
            segments.read(whole.segments()).values().forEach(map -> {
                OffsetSegment segment = OffsetSegment.read(map);
                if (segment != null
                        && segment.generation().equals(whole.generation())
                        && segment.number() > whole.number()) {
                    stored.put(segment.number(), segment);
                }
            });
        }
        removeIncomplete(stored, whole.segments());
        if (stored.isEmpty()) {
            loaded.restore(whole);
        } else {
            loaded.restore(whole, stored);
        }
        return loaded;
    }

    /** Segments of a poll whose records have not arrived: they are with the first segment of the poll. */
    private static void removeIncomplete(NavigableMap<Long, OffsetSegment> stored, int ring) {
        if (!stored.isEmpty()) {
            long certain = certain(stored.lastKey(), ring);
            Set<Long> numbers = Set.copyOf(stored.keySet());
            stored.values().removeIf(segment -> segment.first() > certain && !numbers.contains(segment.first()));
        }
    }

    /** The records of this write and of all before have arrived before that one was made. */
    private static long certain(long write, int ring) {
        return write - ring * 3L / 4;
    }

    private void restore(OffsetSegment stored) {
        stored.entries().forEach(this::put);
        head = stored.head();
        writtenHead = head;
        last = stored.number();
        // of a new generation: what an earlier process has written behind it must not count
        whole = new OffsetSegment(generation, last, last, last, head, stored.entries(), List.of(), null, 0);
        continueFrom(last);
        unwritten.clear();
    }

    private void restore(OffsetSegment own, NavigableMap<Long, OffsetSegment> stored) {
        long valid = lastValid(own, stored);
        generation = own.generation();
        whole = own;
        isRing = true;
        isAnnounced = true;
        ringSize = own.segments();
        last = stored.lastKey();
        head = valid == own.number() ? own.head() : stored.get(valid).head();
        if (valid == own.number()) {
            own.entries().forEach(this::put);
        }
        stored.forEach((number, segment) -> {
            // of those behind a gap, what is forgotten may be needed again
            replay(segment, number <= valid);
            segment.entries().forEach(entry -> settle(known.get(entry.key()), number));
        });
        writtenHead = head;
        continueFrom(valid);
        unwritten.removeIf(key -> !known.containsKey(key) || known.get(key).home != 0);
        removed.clear();
        forgetBefore = null;
    }

    private void continueFrom(long number) {
        chained = number;
        newest.clear();
        newest.add(number);
    }

    /**
     * The last write whose head can be used: all that it continues are there, apart from those so old that their records have arrived for
     * certain.
     */
    private long lastValid(OffsetSegment own, NavigableMap<Long, OffsetSegment> stored) {
        long top = stored.lastKey();
        long oldest = Math.max(own.number(), certain(top, own.segments()));
        long gap = 0;
        long expected = top;
        while (expected > oldest) {
            OffsetSegment segment = stored.get(expected);
            if (segment == null) {
                gap = expected;
                expected--;
            } else {
                expected = Math.min(segment.previous(), expected - 1);
            }
        }
        NavigableMap<Long, OffsetSegment> usable = gap == 0 ? stored : stored.headMap(gap, false);
        for (OffsetSegment segment : usable.descendingMap().values()) {
            if (segment.head() != null) {
                return segment.number();
            }
        }
        return own.number();
    }

    private void replay(OffsetSegment segment, boolean forgets) {
        segment.removed().forEach(this::remove);
        if (forgets) {
            forget(segment.forgetBefore());
        }
        segment.entries().forEach(this::put);
    }

    /** The position of a feed that begins at a moment that was given from outside. */
    void begin(StoredPosition position) {
        head = position.head();
        writtenHead = head;
        position.entries().forEach(this::put);
    }

    /** The position that is stored or was saved since, or null. */
    StoredPosition position() {
        return head == null
                ? null
                : new StoredPosition(
                        head, known.values().stream().map(one -> one.entry).toList());
    }

    /** Takes in what has changed; it is part of the next write. */
    void apply(PositionChange change) {
        if (writtenHead == null) {
            // nothing is written yet: of several segments, all but the last say this
            writtenHead = change.head();
        }
        change.removed().forEach(this::remove);
        forget(change.forgetBefore());
        change.put().forEach(this::put);
        head = change.head();
    }

    private void put(PositionEntry entry) {
        take(entry.key());
        known.put(entry.key(), new Known(entry));
        if (entry.time() != null) {
            byTime.computeIfAbsent(entry.time(), any -> new HashSet<>()).add(entry.key());
        }
        size += length(entry);
        unwritten.add(entry.key());
    }

    private void remove(String key) {
        take(key);
        removed.add(key);
        unwritten.remove(key);
    }

    private void forget(Instant bound) {
        if (bound == null) {
            return;
        }
        NavigableMap<Instant, Set<String>> old = byTime.headMap(bound, false);
        while (!old.isEmpty()) {
            for (String key : List.copyOf(old.firstEntry().getValue())) {
                take(key);
                unwritten.remove(key);
            }
        }
        if (forgetBefore == null || bound.isAfter(forgetBefore)) {
            forgetBefore = bound;
        }
    }

    private void take(String key) {
        Known gone = known.remove(key);
        if (gone == null) {
            return;
        }
        size -= length(gone.entry);
        if (gone.entry.time() != null) {
            Set<String> sameTime = byTime.get(gone.entry.time());
            sameTime.remove(key);
            if (sameTime.isEmpty()) {
                byTime.remove(gone.entry.time());
            }
        }
        settle(gone, 0);
    }

    /** The entry is in that write and in no other that counts. */
    private void settle(Known entry, long write) {
        if (entry.home != 0) {
            bySegment.get(segment(entry.home)).remove(entry.entry.key());
        }
        entry.home = write;
        if (write != 0) {
            bySegment
                    .computeIfAbsent(segment(write), any -> new LinkedHashSet<>())
                    .add(entry.entry.key());
        }
    }

    private int segment(long write) {
        return (int) (write % ringSize);
    }

    private static int length(PositionEntry entry) {
        return entry.key().length() + entry.state().length() + ENTRY_OVERHEAD;
    }

    /** Whether the next write must wait for records under way. */
    boolean mustWait() {
        return isRing && !underWay.isEmpty() && last - underWay.first() >= ringSize / 4;
    }

    /**
     * The offsets to be stored with the next records. The first of those of segments, or the only one, is for the records of the
     * partition, the others for records of their own.
     *
     * @throws IllegalStateException when the position is too large
     */
    List<OffsetWrite> write() {
        boolean fits = size + head.length() <= (isRing ? limits.whole() / 2 : limits.whole());
        // a whole position replaces all segments, so nothing that they say may be on its way
        boolean isWhole = fits && (!isRing || underWay.isEmpty());
        List<OffsetWrite> writes = isWhole ? List.of(wholePosition()) : segments();
        writtenHead = head;
        unwritten.clear();
        removed.clear();
        forgetBefore = null;
        return writes;
    }

    private OffsetWrite wholePosition() {
        Map<String, Object> before = whole == null ? OffsetSegment.NOTHING : whole.map();
        List<PositionEntry> entries =
                known.values().stream().map(one -> one.entry).toList();
        last++;
        known.values().forEach(one -> one.home = 0);
        bySegment.clear();
        isRing = false;
        ringSize = limits.ring();
        // said early, so that the first segment needs no record that says it
        isAnnounced = size + head.length() > limits.whole() / 2;
        whole = new OffsetSegment(
                generation, last, last, last, head, entries, List.of(), null, isAnnounced ? ringSize : 0);
        continueFrom(last);
        return written(null, true, whole.map(), before, Set.of(), null);
    }

    private List<OffsetWrite> segments() {
        List<OffsetWrite> writes = new ArrayList<>();
        if (!isRing) {
            beginRing();
        }
        chained = newest.last();
        newest.clear();
        newest.add(chained);
        Set<String> goneNow = Set.copyOf(removed);
        Instant forgottenNow = forgetBefore;
        long first = last + 1;
        do {
            writes.add(segment(first, goneNow, forgottenNow));
            goneNow = Set.of();
            forgottenNow = null;
            if (writes.size() > ringSize / 2) {
                throw new IllegalStateException("The position is too large for Connect's offsets: " + known.size()
                        + " entries of " + size + " characters"
                        + (partition.isEmpty() ? "" : ", partition '" + partition + "'")
                        + ". Divide the feed with forEach, or select fewer items by parameters of the action.");
            }
        } while (!unwritten.isEmpty());
        if (!isAnnounced) {
            isAnnounced = true;
            writes.add(new OffsetWrite(
                    partition, null, whole.number(), false, whole.map(), OffsetSegment.NOTHING, Set.of(), null));
        }
        return writes;
    }

    /** The whole position stays as it was written last, and segments follow, all entries in them. */
    private void beginRing() {
        isRing = true;
        unwritten.addAll(known.keySet());
        long number = whole == null ? last : whole.number();
        whole = new OffsetSegment(
                generation,
                number,
                number,
                number,
                whole == null ? null : whole.head(),
                whole == null ? List.of() : whole.entries(),
                List.of(),
                null,
                ringSize);
        continueFrom(number);
    }

    private OffsetWrite segment(long first, Set<String> goneNow, Instant forgottenNow) {
        last++;
        int segment = segment(last);
        List<PositionEntry> entries = new ArrayList<>();
        Collection<String> carried = bySegment.getOrDefault(segment, Set.of());
        int length = 0;
        for (String key : List.copyOf(carried)) {
            length += add(key, entries);
        }
        OffsetSegment before = new OffsetSegment(
                generation,
                last - ringSize,
                last - ringSize - 1,
                last - ringSize,
                null,
                List.copyOf(entries),
                List.of(),
                null,
                0);
        var waiting = unwritten.iterator();
        // not filled, so that there is room for changes when it is replaced
        int added = 0;
        while (waiting.hasNext() && added < limits.segment() / 2 && (length < limits.segment() || entries.isEmpty())) {
            String key = waiting.next();
            waiting.remove();
            int more = add(key, entries);
            length += more;
            added += more;
        }
        OffsetSegment after = new OffsetSegment(
                generation,
                last,
                chained,
                first,
                unwritten.isEmpty() ? head : writtenHead,
                entries,
                goneNow,
                forgottenNow,
                0);
        chained = last;
        newest.add(last);
        return written(
                segment,
                last == first,
                after.map(),
                last <= ringSize ? OffsetSegment.NOTHING : before.map(),
                goneNow,
                forgottenNow);
    }

    private int add(String key, List<PositionEntry> entries) {
        Known entry = known.get(key);
        entries.add(entry.entry);
        settle(entry, last);
        return length(entry.entry);
    }

    private OffsetWrite written(
            Integer segment,
            boolean isFirst,
            Map<String, Object> offset,
            Map<String, Object> before,
            Set<String> goneNow,
            Instant forgottenNow) {
        underWay.add(last);
        return new OffsetWrite(partition, segment, last, isFirst, offset, before, goneNow, forgottenNow);
    }

    /** The records that carry it have arrived. */
    void arrived(OffsetWrite write) {
        underWay.remove(write.number());
    }

    /**
     * Connect has dropped all records that carry it, by a transformation: it is not stored. Known before the next write of the partition.
     * What it said is part of that.
     */
    void dropped(OffsetWrite write) {
        underWay.remove(write.number());
        if (write.segment() == null) {
            isAnnounced = false;
            return;
        }
        // without the first segment of a poll, the others do not count
        List<Long> lost = write.isFirst() ? List.copyOf(newest.tailSet(write.number())) : List.of(write.number());
        lost.forEach(this::forgetWrite);
        removed.addAll(write.removed());
        removed.removeAll(known.keySet());
        if (write.forgetBefore() != null
                && (forgetBefore == null || write.forgetBefore().isAfter(forgetBefore))) {
            forgetBefore = write.forgetBefore();
        }
    }

    private void forgetWrite(long write) {
        newest.remove(write);
        for (String key : List.copyOf(bySegment.getOrDefault(segment(write), Set.of()))) {
            Known entry = known.get(key);
            if (entry.home == write) {
                settle(entry, 0);
                unwritten.add(key);
            }
        }
    }
}
