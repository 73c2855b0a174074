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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.ReadUpTo;
import io.github.camelvideo.feed.position.StoredPosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which partitions have a position, and since when those that are no longer listed are gone.
 *
 * <p>It is stored, under the name of no partition: the age of a position tells nothing of its partition. An old one may belong to a
 * device that cannot be read for days, or to a process that stood still; neither must lose it. So a partition counts as gone from the
 * moment when a list was read without it. Run by the polling thread.
 */
final class PartitionRegistry {

    private static final String STORED_AS = "";
    private static final String HEAD = "{\"v\":2,\"kind\":\"partitions\"}";
    private static final String LISTED = "";

    private final Set<String> listed = new LinkedHashSet<>();
    private final Map<String, Instant> gone = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean unstored;
    private Instant readUpTo;

    /**
     * What is stored; empty where nothing is.
     *
     * @throws IllegalStateException when something is stored that cannot be read
     */
    static PartitionRegistry load(String name, PositionStore store) {
        StoredPosition stored = store.load(STORED_AS);
        PartitionRegistry registry = new PartitionRegistry();
        if (stored == null) {
            return registry;
        }
        if (!stored.head().contains("\"partitions\"")) {
            throw new IllegalStateException(name + ": what is stored under its name is not a list of partitions: "
                    + stored.head() + ". Set another offsetKey.");
        }
        registry.readUpTo = ReadUpTo.in(stored.head());
        for (PositionEntry entry : stored.entries()) {
            try {
                if (entry.state().equals(LISTED)) {
                    registry.listed.add(entry.key());
                } else {
                    registry.gone.put(entry.key(), Instant.parse(entry.state()));
                }
            } catch (DateTimeException e) {
                throw new IllegalStateException(
                        name + ": the stored list of partitions is damaged at '" + entry.key()
                                + "'. Restore it or set another offsetKey.",
                        e);
            }
        }
        return registry;
    }

    /**
     * The partitions that have been gone for that long, to be forgotten. To be asked before {@link #update}: one that is listed again
     * after that time begins anew.
     *
     * @param inUse those whose items are still on their way are kept a little longer
     */
    List<String> expired(Instant now, Duration keep, Predicate<String> inUse) {
        List<String> expired = new ArrayList<>();
        gone.forEach((partition, since) -> {
            if (!since.plus(keep).isAfter(now) && !inUse.test(partition)) {
                expired.add(partition);
            }
        });
        return expired;
    }

    void forget(String partition) {
        gone.remove(partition);
        note(partition);
    }

    /** Takes in the list of now; whether it is another one. */
    boolean update(Set<String> now, Instant moment) {
        if (listed.equals(now)) {
            return false;
        }
        for (String partition : listed) {
            if (!now.contains(partition)) {
                gone.put(partition, moment);
                note(partition);
            }
        }
        for (String partition : now) {
            if (gone.remove(partition) != null || !listed.contains(partition)) {
                note(partition);
            }
        }
        listed.clear();
        listed.addAll(now);
        return true;
    }

    private void note(String partition) {
        changed.add(partition);
        unstored = true;
    }

    /** Stores what has changed. Where that fails, the next call stores it. */
    void store(PositionStore store) {
        if (!unstored) {
            return;
        }
        List<PositionEntry> put = new ArrayList<>();
        Set<String> removed = new HashSet<>();
        for (String partition : changed) {
            PositionEntry entry = entry(partition);
            if (entry == null) {
                removed.add(partition);
            } else {
                put.add(entry);
            }
        }
        store.save(STORED_AS, new PositionChange(head(), put, removed, null, this::whole));
        changed.clear();
        unstored = false;
    }

    /** Stores up to which moment the vendor was read for all partitions. */
    void storeReadUpTo(Instant moment, PositionStore store) {
        readUpTo = moment;
        unstored = true;
        store(store);
    }

    /** Up to which moment the vendor was read for all partitions when this was stored last; null where it was not. */
    Instant readUpTo() {
        return readUpTo;
    }

    private String head() {
        return readUpTo == null ? HEAD : ReadUpTo.addTo(HEAD, readUpTo);
    }

    private PositionEntry entry(String partition) {
        if (listed.contains(partition)) {
            return new PositionEntry(partition, null, LISTED);
        }
        Instant since = gone.get(partition);
        return since == null ? null : new PositionEntry(partition, null, since.toString());
    }

    private StoredPosition whole() {
        List<PositionEntry> entries = new ArrayList<>();
        listed.forEach(partition -> entries.add(entry(partition)));
        gone.keySet().forEach(partition -> entries.add(entry(partition)));
        return new StoredPosition(head(), entries);
    }

    Set<String> listed() {
        return listed;
    }

    Map<String, Instant> gone() {
        return gone;
    }
}
