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

import io.github.camelvideo.feed.Change;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Revision;
import io.github.camelvideo.feed.delivery.KnownItems.Known;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.ListedItem;
import io.github.camelvideo.feed.read.ReadFrom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The progress of a feed of kind log or series while its items are done in any order.
 *
 * <p>The watermark is the end of what was read, or the earliest moment that an item not done yet may belong to, whichever is earlier; it
 * never moves back. Items are remembered as long as reading may list them again. Memory grows with the items since the oldest that is
 * not done, and those inside the lookback, not with the backlog.
 */
final class LogProgress implements Progress {

    /** Entries that are not stored yet are few where each item is committed; a long poll that commits at its end has many. */
    private static final int MIN_PRUNE = 1_000;

    private final String kind;
    private final UnaryOperator<Instant> floor;

    /** Null without sweeps and callbacks. */
    private final OlderItems older;

    /** Null where no callbacks tell of the items. */
    private final TwinPairs pairs;

    private Instant sweptAt;
    private final KnownItems known = new KnownItems();
    private final Map<String, ListedItem> unfinished = new HashMap<>();
    private final TreeMap<Instant, Integer> unfinishedSince = new TreeMap<>();
    private Instant readUpTo;
    private Instant watermark;
    private Instant keepFrom;
    private Instant from;

    /** Whether no reading has ended since the feed began: what is older than the feed was there before. */
    private boolean isFirstReading;

    /** Whether items are remembered that were there before the feed began: a restart could not tell them from late ones. */
    private boolean beginning;

    private boolean beginningGiven;

    // what is not stored yet
    private final Set<String> unstored = new HashSet<>();
    private int pruneAbove = MIN_PRUNE;
    private final Set<String> removed = new HashSet<>();
    private boolean changed;

    /**
     * @param floor rounds a moment down as reading does
     * @param memory how long the digests of items are kept, or null where they are not
     * @param within how far the times of an event may differ between the list and a callback, or null without callbacks
     */
    private LogProgress(LogPosition position, UnaryOperator<Instant> floor, Duration memory, Duration within) {
        this.pairs = within == null ? null : new TwinPairs(within);
        // what was delivered while no digests were kept is not known
        boolean isComplete =
                position.olderFrom() != null && position.olderFrom().isBefore(position.from());
        Instant completeFrom = isComplete ? position.olderFrom() : position.from();
        this.older = memory == null ? null : new OlderItems(memory, floor, completeFrom);
        this.sweptAt = position.sweptAt();
        this.kind = position.kind();
        this.floor = floor;
        this.readUpTo = position.watermark();
        this.watermark = position.watermark();
        this.keepFrom = position.from();
        this.from = position.from();
        this.isFirstReading = !position.begun();
    }

    /**
     * The progress of a feed that begins at a moment.
     *
     * @param memory how long the digests of items are kept, or null where they are not
     * @param within how far the times of an event may differ between the list and a callback, or null without callbacks
     */
    static LogProgress startingAt(
            String kind, Instant start, UnaryOperator<Instant> floor, Duration memory, Duration within) {
        LogProgress progress = new LogProgress(new LogPosition(kind, start, start, false), floor, memory, within);
        progress.changed = true;
        return progress;
    }

    /** @throws IllegalArgumentException when it is not a position of that kind, with the reason */
    static LogProgress restored(
            String kind, StoredPosition stored, UnaryOperator<Instant> floor, Duration memory, Duration within) {
        LogPosition position = LogPosition.parse(kind, stored.head());
        LogProgress progress = new LogProgress(position, floor, memory, within);
        for (PositionEntry entry : stored.entries()) {
            if (!OlderItems.isEntry(entry)) {
                progress.known.put(entry.key(), new Known(entry.time(), entry.state()));
            } else if (position.olderFrom() == null) {
                throw new IllegalArgumentException("entry '" + entry.key() + "' has no time");
            } else if (progress.older != null) {
                progress.older.restore(entry);
            } else {
                // they are not kept any more
                progress.removed.add(entry.key());
                progress.changed = true;
            }
        }
        progress.known.forgetBefore(progress.from);
        return progress;
    }

    @Override
    public Knowledge know(ListedItem listed) {
        ItemId id = listed.item().id();
        Known before = known.get(id.key());
        if (before != null && listed.until().isAfter(before.until())) {
            // the vendor moved the item's time on: it is remembered for as long as that
            remember(id.key(), new Known(listed.until(), before.state()));
        }
        ListedItem underWay = unfinished.get(id.key());
        if (underWay != null) {
            unfinished.put(id.key(), underWay.listedUntil(listed.until()));
            if (pairs != null
                    && listed.item().event() != null
                    && underWay.item().origin() != listed.item().origin()) {
                pairs.met(id.key());
            }
            return Knowledge.KNOWN;
        }
        if (pairs != null && knowTwin(listed, before != null)) {
            return Knowledge.KNOWN;
        }
        if (before == null && listed.old() && isFirstReading) {
            // it was there before the feed began: only its later states are wanted
            remember(id.key(), new Known(listed.until(), LogPosition.done(id.revision())));
            beginning = true;
            return Knowledge.KNOWN;
        }
        if (before == null) {
            return mayBeOlder(listed) ? knowOlder(listed) : Knowledge.NEW;
        }
        if (!isSame(LogPosition.revision(before.state()), id.revision())) {
            return Knowledge.CHANGED;
        }
        return LogPosition.isDelivered(before.state()) ? Knowledge.DELIVERED : Knowledge.KNOWN;
    }

    /** Whether it is not remembered by its key. */
    private boolean isOlder(ListedItem listed) {
        boolean isSwept = listed.since() == null && listed.item().origin() == Origin.POLL;
        return older != null && (isSwept || listed.until().isBefore(from));
    }

    /** Whether it may have been delivered when it was not remembered by its key: the start of what ends now was, long ago. */
    private boolean mayBeOlder(ListedItem listed) {
        return isOlder(listed) || older != null && listed.item().time().isBefore(from);
    }

    /** Whether it came on the other way, dated a little differently. */
    private boolean knowTwin(ListedItem listed, boolean isKnown) {
        FeedItem item = listed.item();
        if (item.event() == null) {
            return false;
        }
        if (isKnown) {
            forget(pairs.markOfOther(item));
            return false;
        }
        if (pairs.isTwinUnderWay(
                item, unfinished, key -> unfinished.get(key).item().origin() != Origin.POLL)) {
            return true;
        }
        String mark =
                pairs.markOfTwin(item, key -> known.get(key) != null || older != null && older.straggler(key) != null);
        if (mark != null) {
            forget(mark);
            remember(listed, item.key(), new Known(listed.until(), LogPosition.done("")));
            changed = true;
            return true;
        }
        return mayBeOlder(listed) && pairs.markOfTwin(item, key -> older.contains(key, item.time())) != null;
    }

    private void forget(String key) {
        if (known.remove(key)) {
            unstored.remove(key);
            removed.add(key);
            changed = true;
        } else if (older != null && older.removeStraggler(key)) {
            changed = true;
        }
    }

    /** Only the lookback tells the states of an item apart. */
    private Knowledge knowOlder(ListedItem listed) {
        String key = listed.item().key();
        Known straggler = older.straggler(key);
        if (straggler != null) {
            return LogPosition.isDelivered(straggler.state()) ? Knowledge.DELIVERED : Knowledge.KNOWN;
        }
        if (pairs != null
                && listed.item().event() != null
                && listed.item().time().isBefore(older.completeFrom())) {
            // from before the feed began, or so old that nobody knows
            return Knowledge.KNOWN;
        }
        return older.contains(key, listed.until()) ? Knowledge.KNOWN : Knowledge.NEW;
    }

    private static boolean isSame(String before, String now) {
        Revision known = Revision.parse(before);
        Revision listed = Revision.parse(now);
        return known == null || listed == null ? before.equals(now) : known.isSame(listed);
    }

    @Override
    public FeedItem receive(ListedItem item) {
        unfinished.put(item.item().key(), item);
        if (item.since() != null) {
            unfinishedSince.merge(item.since(), 1, Integer::sum);
        }
        Known before = known.get(item.item().key());
        if (before == null) {
            return item.item();
        }
        FeedItem listed = item.item();
        Revision told = Revision.parse(LogPosition.revision(before.state()));
        Revision now = listed.revision();
        if (told == null || now == null) {
            return listed.withChange(Change.CHANGED);
        }
        return told.isSame(now)
                ? listed.withRevision(told)
                : listed.withRevision(now.after(told)).withChange(Change.CHANGED);
    }

    @Override
    public void readUpTo(Instant moment, Instant keep) {
        isFirstReading &= moment == null;
        if (moment != null && moment.isAfter(readUpTo)) {
            readUpTo = moment;
        }
        if (keep != null && keep.isAfter(keepFrom)) {
            keepFrom = keep;
        }
        advance();
    }

    @Override
    public void delivered(ItemId item) {
        ListedItem listed = unfinished.get(item.key());
        if (listed != null) {
            remember(listed, new Known(listed.until(), LogPosition.delivered(item.revision())));
            changed = true;
        }
    }

    @Override
    public ListedItem finish(ItemId item) {
        ListedItem listed = unfinished.remove(item.key());
        if (listed == null) {
            return null;
        }
        if (listed.since() != null) {
            unfinishedSince.merge(listed.since(), -1, (count, minus) -> count + minus == 0 ? null : count + minus);
        }
        remember(listed, new Known(listed.until(), LogPosition.done(item.revision())));
        if (pairs != null && listed.item().event() != null) {
            finishTwin(listed);
        }
        changed = true;
        advance();
        return listed;
    }

    private void finishTwin(ListedItem listed) {
        String twin = pairs.finished(listed.item().key());
        String other = twin == null ? pairs.mark(listed.item()) : twin;
        if (!other.equals(listed.item().key())) {
            remember(listed, other, new Known(listed.until(), LogPosition.done("")));
        }
    }

    private void remember(ListedItem listed, Known item) {
        remember(listed, listed.item().key(), item);
    }

    /** @param key of the item, or one that stands for it */
    private void remember(ListedItem listed, String key, Known item) {
        if (isOlder(listed)) {
            older.putStraggler(key, item);
        } else {
            remember(key, item);
        }
    }

    private void remember(String key, Known item) {
        known.put(key, item);
        if (older != null) {
            older.isKnown(key);
        }
        unstored.add(key);
        removed.remove(key);
        if (unstored.size() > pruneAbove) {
            unstored.removeIf(forgotten -> known.get(forgotten) == null);
            pruneAbove = Math.max(MIN_PRUNE, 2 * unstored.size());
        }
    }

    private void advance() {
        Instant reached = readUpTo;
        if (!unfinishedSince.isEmpty() && unfinishedSince.firstKey().isBefore(readUpTo)) {
            reached = unfinishedSince.firstKey();
        }
        if (reached.isAfter(watermark)) {
            watermark = reached;
        }
        // a late item is older than the watermark, and a restart must read it again as long as it is not done
        Instant needed = earlier(keepFrom, earlier(watermark, reached));
        // called for each item: a part of a second is not worth the rounding
        if (needed.getEpochSecond() > from.getEpochSecond()
                && (older == null || !needed.isBefore(from.plus(older.step())))) {
            Instant rounded = older == null ? floor.apply(needed) : older.floor(needed);
            if (rounded.isAfter(from)) {
                from = rounded;
                forgetBefore(from);
            }
        }
    }

    private void forgetBefore(Instant moment) {
        Map<String, Known> forgotten = known.forgetBefore(moment);
        if (older != null) {
            older.add(forgotten);
            older.forgetOld(readUpTo);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    @Override
    public ReadFrom readFrom() {
        return new ReadFrom(
                readUpTo, from, older == null ? null : new ReadFrom.Sweep(older.sweepFrom(readUpTo), sweptAt));
    }

    @Override
    public void swept(Instant moment) {
        sweptAt = moment;
        changed = true;
    }

    @Override
    public Instant watermark() {
        return watermark;
    }

    @Override
    public void rewind(Instant moment, Instant wanted) {
        readUpTo = moment;
        keepFrom = wanted;
        // what is not done yet holds the position as before
        boolean isHeld =
                !unfinishedSince.isEmpty() && unfinishedSince.firstKey().isBefore(moment);
        watermark = isHeld ? unfinishedSince.firstKey() : moment;
        from = earlier(from, floor.apply(earlier(wanted, watermark)));
        changed = true;
    }

    @Override
    public void repeatFrom(Instant moment) {
        Set<String> forgotten = known.forgetFrom(moment, unfinished::containsKey);
        unstored.removeAll(forgotten);
        removed.addAll(forgotten);
        if (older != null) {
            older.forgetFrom(moment);
        }
        readUpTo = earlier(readUpTo, moment);
        watermark = earlier(watermark, moment);
        from = earlier(from, moment);
        keepFrom = from;
        changed = true;
    }

    @Override
    public boolean isUnfinished(String key) {
        return unfinished.containsKey(key);
    }

    @Override
    public int unfinished() {
        return unfinished.size();
    }

    @Override
    public List<ListedItem> unfinishedItems() {
        return List.copyOf(unfinished.values());
    }

    @Override
    public boolean hasChanged() {
        return changed;
    }

    @Override
    public boolean mustBeStored() {
        return beginning && !isFirstReading;
    }

    @Override
    public PositionChange takeChange() {
        List<PositionEntry> put = new ArrayList<>(unstored.size());
        for (String key : unstored) {
            Known item = known.get(key);
            if (item != null && !item.until().isBefore(from)) {
                put.add(entry(key, item));
            }
        }
        Set<String> forgotten = new HashSet<>(removed);
        if (older != null) {
            put.addAll(older.takeUnstored());
            forgotten.addAll(older.takeRemoved());
        }
        unstored.clear();
        removed.clear();
        changed = false;
        beginningGiven = mustBeStored();
        beginning &= isFirstReading;
        return new PositionChange(head(), put, forgotten, from, this::whole);
    }

    @Override
    public void giveBack(PositionChange change) {
        // what was forgotten since must not come back
        change.put().stream()
                .filter(entry -> !OlderItems.isEntry(entry))
                .map(PositionEntry::key)
                .filter(key -> !removed.contains(key))
                .forEach(unstored::add);
        if (older != null) {
            change.put().stream().filter(OlderItems::isEntry).forEach(older::giveBack);
        }
        removed.addAll(change.removed());
        changed = true;
        beginning |= beginningGiven;
    }

    private String head() {
        return older == null
                ? new LogPosition(kind, watermark, from, !isFirstReading).text()
                : new LogPosition(kind, watermark, from, !isFirstReading, older.completeFrom(), sweptAt).text();
    }

    private StoredPosition whole() {
        List<PositionEntry> entries = new ArrayList<>(known.all().size());
        known.all().forEach((key, item) -> entries.add(entry(key, item)));
        if (older != null) {
            entries.addAll(older.entries());
        }
        return new StoredPosition(head(), entries);
    }

    private static PositionEntry entry(String key, Known item) {
        return new PositionEntry(key, item.until(), item.state());
    }
}
