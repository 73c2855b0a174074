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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.feed.Change;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions.Initial;
import io.github.camelvideo.feed.FeedOptions.Snapshot;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.delivery.SnapshotPosition.Member;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.ListedItem;
import io.github.camelvideo.feed.read.ReadFrom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The progress of a snapshot: each member as it was told last. A member's entry changes when the item that tells of the change is done, so that
 * a restart finds the same difference again.
 *
 * <p>How often a member was missed in a row is not stored: a restart counts anew.
 */
final class SnapshotProgress implements Progress {

    /** Of a shorter list, half is not much. */
    private static final int MIN_TO_DISTRUST = 10;

    private final Partition partition;
    private final boolean expires;
    private final Snapshot options;
    private final UnaryOperator<JsonNode> storable;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, ListedItem> unfinished = new HashMap<>();
    private final Map<String, Integer> missedReadings = new HashMap<>();
    private Instant begun;
    private Instant announced;
    private Instant readAt;

    /** Members still to be told again of those that a resync has begun with. */
    private final Set<String> announcing = new HashSet<>();

    private boolean resyncing;
    private Instant resyncAt;
    private String distrust;

    // what is not stored yet
    private final Set<String> unstored = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private boolean changed;

    private SnapshotProgress(
            Partition partition,
            SnapshotPosition position,
            boolean expires,
            Snapshot options,
            UnaryOperator<JsonNode> storable) {
        this.partition = partition;
        this.expires = expires;
        this.begun = position.begun();
        this.announced = position.announced();
        this.readAt = position.announced();
        this.options = options;
        this.storable = storable;
    }

    /**
     * The progress of a snapshot that begins at a moment.
     *
     * @param expires whether members leave the list by their age
     * @param storable makes of a member what may be stored of it
     */
    static SnapshotProgress startingAt(
            Partition partition, Instant start, boolean expires, Snapshot options, UnaryOperator<JsonNode> storable) {
        SnapshotProgress progress =
                new SnapshotProgress(partition, new SnapshotPosition(null, start), expires, options, storable);
        progress.changed = true;
        return progress;
    }

    /** @throws IllegalArgumentException when it is not the position of a snapshot, with the reason */
    static SnapshotProgress restored(
            Partition partition,
            StoredPosition stored,
            boolean expires,
            Snapshot options,
            UnaryOperator<JsonNode> storable) {
        SnapshotPosition position = SnapshotPosition.parse(stored.head());
        SnapshotProgress progress = new SnapshotProgress(partition, position, expires, options, storable);
        for (PositionEntry entry : stored.entries()) {
            progress.members.put(entry.key(), Member.parse(entry.key(), entry.state()));
        }
        return progress;
    }

    @Override
    public Knowledge know(ListedItem listed) {
        String key = listed.item().key();
        if (unfinished.containsKey(key)) {
            return Knowledge.KNOWN;
        }
        Member known = members.get(key);
        if (known == null) {
            if (begun == null && options.initial() == Initial.SILENT) {
                remember(listed.item(), false);
                return Knowledge.KNOWN;
            }
            return Knowledge.NEW;
        }
        if (!known.state().equals(listed.item().id().revision())) {
            return Knowledge.CHANGED;
        }
        if (known.delivered()) {
            return Knowledge.DELIVERED;
        }
        return isToBeAnnounced(listed) ? Knowledge.PRESENT : Knowledge.KNOWN;
    }

    /** A resync takes the members of one reading; the next one begins when all of them are done. */
    private boolean isToBeAnnounced(ListedItem listed) {
        Instant present = listed.item().time();
        if (options.resync() == null || resyncing && !present.equals(resyncAt)) {
            return false;
        }
        if (!resyncing && !present.isBefore(announced.plus(options.resync()))) {
            resyncing = true;
            resyncAt = present;
        }
        return resyncing;
    }

    @Override
    public FeedItem receive(ListedItem listed) {
        FeedItem item = listed.item();
        Member known = members.get(item.key());
        unfinished.put(item.key(), listed);
        if (item.change() == Change.REMOVED || known == null) {
            return item;
        }
        if (!known.state().equals(item.id().revision())) {
            return item.withChange(Change.CHANGED);
        }
        if (!known.delivered()) {
            announcing.add(item.key());
        }
        return item.withChange(Change.PRESENT);
    }

    @Override
    public List<ListedItem> removed(List<ListedItem> all, Instant present) {
        Set<String> listed = new HashSet<>();
        all.forEach(item -> listed.add(item.item().key()));
        List<String> missed =
                members.keySet().stream().filter(key -> !listed.contains(key)).toList();
        missedReadings.keySet().retainAll(missed);
        if (!expires && isTooMany(missed.size())) {
            return List.of();
        }
        List<ListedItem> gone = new ArrayList<>();
        for (String key : missed) {
            if (missedReadings.merge(key, 1, Integer::sum) >= options.missingReadings()
                    && !unfinished.containsKey(key)) {
                if (expires) {
                    forget(key);
                } else {
                    gone.add(removal(key, present));
                }
            }
        }
        return gone;
    }

    private boolean isTooMany(int missed) {
        boolean isTooMany =
                members.size() >= MIN_TO_DISTRUST && missed * 100L > (long) options.maxRemoved() * members.size();
        distrust = isTooMany
                ? "the list misses " + missed + " of " + members.size() + " members, more than maxRemoved="
                        + options.maxRemoved() + " percent"
                : null;
        return isTooMany;
    }

    private ListedItem removal(String key, Instant present) {
        FeedItem item = FeedItem.listed(
                        new ItemId(partition, key, members.get(key).state()),
                        present,
                        members.get(key).json())
                .withChange(Change.REMOVED);
        return new ListedItem(item, present, present, false);
    }

    @Override
    public void readUpTo(Instant moment, Instant keep) {
        if (moment == null) {
            return;
        }
        if (moment.isAfter(readAt)) {
            readAt = moment;
        }
        if (begun == null) {
            begun = moment;
            changed = true;
        }
        endResync();
    }

    private void endResync() {
        if (resyncing && announcing.isEmpty()) {
            announced = resyncAt;
            resyncing = false;
            changed = true;
        }
    }

    @Override
    public void delivered(ItemId id) {
        ListedItem listed = unfinished.get(id.key());
        if (listed != null && listed.item().change() != Change.REMOVED) {
            remember(listed.item(), true);
        }
    }

    @Override
    public void finish(ItemId id) {
        ListedItem listed = unfinished.remove(id.key());
        if (listed == null) {
            return;
        }
        if (listed.item().change() == Change.REMOVED) {
            forget(id.key());
        } else {
            remember(listed.item(), false);
        }
        if (announcing.remove(id.key())) {
            endResync();
        }
    }

    private void forget(String key) {
        members.remove(key);
        missedReadings.remove(key);
        unstored.remove(key);
        removed.add(key);
        changed = true;
    }

    private void remember(FeedItem item, boolean delivered) {
        Member member =
                new Member(item.id().revision(), storable.apply(item.body()).toString(), delivered);
        if (!member.equals(members.put(item.key(), member))) {
            unstored.add(item.key());
            removed.remove(item.key());
            changed = true;
        }
    }

    @Override
    public ReadFrom readFrom() {
        return new ReadFrom(readAt, readAt);
    }

    @Override
    public Instant watermark() {
        return readAt;
    }

    @Override
    public void rewind(Instant moment, Instant wanted) {
        readAt = moment;
    }

    /** @throws UnsupportedOperationException always: what was there at a moment is not known */
    @Override
    public void repeatFrom(Instant moment) {
        throw new UnsupportedOperationException(
                "a snapshot cannot be moved to a time. Stop the route and delete its position to start over");
    }

    @Override
    public int unfinished() {
        return unfinished.size();
    }

    @Override
    public String distrust() {
        return distrust;
    }

    @Override
    public boolean hasChanged() {
        return changed;
    }

    @Override
    public PositionChange takeChange() {
        List<PositionEntry> put = new ArrayList<>(unstored.size());
        unstored.forEach(key -> put.add(entry(key)));
        Set<String> forgotten = Set.copyOf(removed);
        unstored.clear();
        removed.clear();
        changed = false;
        return new PositionChange(head(), put, forgotten, null, this::whole);
    }

    @Override
    public void giveBack(PositionChange change) {
        change.put().stream()
                .map(PositionEntry::key)
                .filter(members::containsKey)
                .forEach(unstored::add);
        change.removed().stream().filter(key -> !members.containsKey(key)).forEach(removed::add);
        changed = true;
    }

    private String head() {
        return new SnapshotPosition(begun, announced).text();
    }

    private StoredPosition whole() {
        List<PositionEntry> entries = new ArrayList<>(members.size());
        members.keySet().forEach(key -> entries.add(entry(key)));
        return new StoredPosition(head(), entries);
    }

    private PositionEntry entry(String key) {
        return new PositionEntry(key, null, members.get(key).text());
    }
}
