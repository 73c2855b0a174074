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
import io.github.camelvideo.feed.FeedOptions.Initial;
import io.github.camelvideo.feed.FeedOptions.Snapshot;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.delivery.SnapshotPosition.Member;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.ReadUpTo;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.ListedItem;
import io.github.camelvideo.feed.read.MemberState;
import io.github.camelvideo.feed.read.ReadFrom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The progress of a snapshot: each member as it was told last. A member's entry changes when the item that tells of the change is done, so that
 * a restart finds the same difference again. How often a member was missed, and which members a resync has told, is stored, too: a process
 * that is started for one poll each time must come to an end with both.
 */
final class SnapshotProgress implements Progress {

    /** Why a snapshot is not moved to a moment. */
    static final String NOT_MOVABLE =
            "a snapshot cannot be moved to a time. Stop the route and delete its position to start over";

    /** Of a shorter list, half is not much. */
    private static final int MIN_TO_DISTRUST = 10;

    /** So many members are stored at a time: those of a whole list, written at once, would need several times their memory. */
    private static final int PART = 5_000;

    private final Partition partition;
    private final boolean expires;
    private final Snapshot options;
    private final MemberState states;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, ListedItem> unfinished = new HashMap<>();

    /** Members whose states were told by another rule, of another release. */
    private final Set<String> outdated = new HashSet<>();

    private Instant begun;
    private Instant announced;
    private Instant readAt;

    /** The resync under way, by its time, or null. */
    private Instant resync;

    /** Whether all members were listed since the resync began, so that it ends when those on their way are done. */
    private boolean resyncListed;

    /** Members on their way that only tell that they are there. */
    private final Set<String> announcing = new HashSet<>();

    private String distrust;

    // what is not stored yet
    private final Set<String> unstored = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private boolean changed;
    private boolean beginning;
    private boolean beginningGiven;

    private SnapshotProgress(
            Partition partition, SnapshotPosition position, boolean expires, Snapshot options, MemberState states) {
        this.partition = partition;
        this.expires = expires;
        this.begun = position.begun();
        this.announced = position.announced();
        this.resync = options.resync() == null ? null : position.resync();
        this.readAt = position.announced();
        this.options = options;
        this.states = states;
    }

    /**
     * The progress of a snapshot that begins at a moment.
     *
     * @param expires whether members leave the list by their age
     * @param states tells the states of members apart
     */
    static SnapshotProgress startingAt(
            Partition partition, Instant start, boolean expires, Snapshot options, MemberState states) {
        SnapshotPosition position = new SnapshotPosition(null, start, null, states.rule());
        SnapshotProgress progress = new SnapshotProgress(partition, position, expires, options, states);
        progress.changed = true;
        return progress;
    }

    /** @throws IllegalArgumentException when it is not the position of a snapshot, with the reason */
    static SnapshotProgress restored(
            Partition partition, StoredPosition stored, boolean expires, Snapshot options, MemberState states) {
        SnapshotPosition position = SnapshotPosition.parse(stored.head());
        SnapshotProgress progress = new SnapshotProgress(partition, position, expires, options, states);
        Instant readUpTo = ReadUpTo.in(stored.head());
        if (readUpTo != null && readUpTo.isAfter(progress.readAt)) {
            progress.readAt = readUpTo;
        }
        for (PositionEntry entry : stored.entries()) {
            progress.members.put(entry.key(), Member.parse(entry.key(), entry.state()));
        }
        if (!position.rule().equals(states.rule())) {
            progress.outdated.addAll(progress.members.keySet());
        }
        return progress;
    }

    @Override
    public boolean isTold(String key, String state, Instant present) {
        Member known = members.get(key);
        boolean isResync = resync != null ? !resync.equals(known == null ? null : known.told()) : isResyncDue(present);
        return known != null
                && known.state().equals(state)
                && !known.delivered()
                && !isResync
                && !outdated.contains(key);
    }

    private boolean isResyncDue(Instant present) {
        return options.resync() != null && !present.isBefore(announced.plus(options.resync()));
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
        if (outdated.remove(key)) {
            known = renewed(known, listed.item());
            put(key, known);
        }
        if (!known.state().equals(listed.item().id().revision())) {
            return Knowledge.CHANGED;
        }
        if (known.delivered()) {
            return Knowledge.DELIVERED;
        }
        return isToBeAnnounced(known, listed.item().time()) ? Knowledge.PRESENT : Knowledge.KNOWN;
    }

    /**
     * The member in the state of the present rule. What was told is compared with what is there by the present rule: a release that knows
     * other fields must not change all members. Secrets are not stored and cannot be compared then.
     */
    private Member renewed(Member known, FeedItem listed) {
        String before = states.of(known.json());
        boolean isSame = before.equals(states.of(states.storable(listed.body())));
        return known.inState(isSame ? listed.id().revision() : before);
    }

    private boolean isToBeAnnounced(Member known, Instant present) {
        if (options.resync() == null) {
            return false;
        }
        if (resync == null && isResyncDue(present)) {
            resync = present;
            resyncListed = false;
            changed = true;
        }
        return resync != null && !resync.equals(known.told());
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
    public List<ListedItem> removed(Set<String> listed, Instant present) {
        List<String> missed = new ArrayList<>();
        int there = 0;
        for (Map.Entry<String, Member> member : members.entrySet()) {
            if (listed.contains(member.getKey())) {
                there++;
                if (member.getValue().missed() > 0) {
                    member.setValue(member.getValue().missed(0));
                    noteChange(member.getKey());
                }
            } else if (!isBeingRemoved(member.getKey())) {
                missed.add(member.getKey());
            }
        }
        return !expires && isTooMany(missed.size(), there + missed.size()) ? List.of() : gone(missed, present);
    }

    private boolean isBeingRemoved(String key) {
        ListedItem item = unfinished.get(key);
        return item != null && item.item().change() == Change.REMOVED;
    }

    private List<ListedItem> gone(List<String> missed, Instant present) {
        List<ListedItem> gone = new ArrayList<>();
        for (String key : missed) {
            Member member = members.get(key);
            boolean isGone = member.missed() + 1 >= options.missingReadings();
            if (!isGone) {
                put(key, member.missed(member.missed() + 1));
            } else if (!unfinished.containsKey(key)) {
                if (expires) {
                    forget(key);
                } else {
                    gone.add(removal(key, present));
                }
            }
        }
        return gone;
    }

    private boolean isTooMany(int missed, int all) {
        boolean isTooMany = all >= MIN_TO_DISTRUST && missed * 100L > (long) options.maxRemoved() * all;
        distrust = isTooMany
                ? "the list misses " + missed + " of " + all + " members, more than maxRemoved=" + options.maxRemoved()
                        + " percent"
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
            beginning = true;
            changed = true;
        }
        notAnnouncedAfter(moment);
        resyncListed = resync != null;
        endResync();
    }

    /** A clock that was wrong must not put off the next resync. */
    private void notAnnouncedAfter(Instant present) {
        if (announced.isAfter(present)) {
            announced = present;
            changed = true;
        }
    }

    private void endResync() {
        if (resyncListed && announcing.isEmpty()) {
            announced = resync;
            resync = null;
            resyncListed = false;
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
    public ListedItem finish(ItemId id) {
        ListedItem listed = unfinished.remove(id.key());
        if (listed == null) {
            return null;
        }
        if (listed.item().change() == Change.REMOVED) {
            forget(id.key());
        } else {
            remember(listed.item(), false);
        }
        if (announcing.remove(id.key())) {
            endResync();
        }
        return listed;
    }

    private void forget(String key) {
        members.remove(key);
        outdated.remove(key);
        unstored.remove(key);
        removed.add(key);
        changed = true;
    }

    private void remember(FeedItem item, boolean delivered) {
        Member before = members.get(item.key());
        put(
                item.key(),
                new Member(
                        item.id().revision(),
                        states.storable(item.body()).toString(),
                        delivered,
                        before == null ? 0 : before.missed(),
                        resync));
    }

    private void put(String key, Member member) {
        if (!member.equals(members.put(key, member))) {
            noteChange(key);
        }
    }

    private void noteChange(String key) {
        unstored.add(key);
        removed.remove(key);
        changed = true;
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
        notAnnouncedAfter(moment);
    }

    /** @throws UnsupportedOperationException always: what was there at a moment is not known */
    @Override
    public void repeatFrom(Instant moment) {
        throw new UnsupportedOperationException(NOT_MOVABLE);
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
    public String distrust() {
        return distrust;
    }

    @Override
    public boolean hasChanged() {
        return changed;
    }

    /** The members of a silent first reading: a later one would take in silence what has changed meanwhile. */
    @Override
    public boolean mustBeStored() {
        return beginning;
    }

    @Override
    public PositionChange takeChange() {
        List<PositionEntry> put = new ArrayList<>(Math.min(unstored.size(), PART));
        Iterator<String> keys = unstored.iterator();
        while (keys.hasNext() && put.size() < PART) {
            put.add(entry(keys.next()));
            keys.remove();
        }
        Set<String> forgotten = Set.copyOf(removed);
        removed.clear();
        boolean isPart = !unstored.isEmpty();
        changed = isPart;
        beginningGiven = beginning && !isPart;
        // a part of the members must not be taken for all that were there
        String head = head(beginning && isPart ? null : begun);
        beginning &= isPart;
        return new PositionChange(head, put, forgotten, null, this::whole, isPart);
    }

    @Override
    public void giveBack(PositionChange change) {
        change.put().stream()
                .map(PositionEntry::key)
                .filter(members::containsKey)
                .forEach(unstored::add);
        change.removed().stream().filter(key -> !members.containsKey(key)).forEach(removed::add);
        changed = true;
        beginning |= beginningGiven;
    }

    private String head(Instant begun) {
        return new SnapshotPosition(begun, announced, resync, states.rule()).text();
    }

    private StoredPosition whole() {
        List<PositionEntry> entries = new ArrayList<>(members.size());
        members.keySet().forEach(key -> entries.add(entry(key)));
        return new StoredPosition(head(begun), entries);
    }

    private PositionEntry entry(String key) {
        return new PositionEntry(key, null, members.get(key).text());
    }
}
