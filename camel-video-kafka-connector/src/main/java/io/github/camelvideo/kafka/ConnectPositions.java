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
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The positions of one feed in the offsets of a connector. What the feed saves waits here until the task takes it along with the records
 * of a poll, so that Connect stores both at once.
 *
 * <p>The feed's threads load and save, the task's thread writes, the producer's thread tells what has arrived; one lock guards all.
 */
final class ConnectPositions implements PositionStore {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectPositions.class);

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Reads what Connect has stored, by source partitions; those without an offset are left out. Waits for Kafka. */
    interface Offsets {
        Map<Map<String, Object>, Map<String, Object>> read(Collection<Map<String, Object>> sourcePartitions);
    }

    private final String feed;
    private final boolean isPartitioned;
    private final PartitionOffsets.Limits limits;
    private final Offsets stored;
    private final Function<Instant, StoredPosition> startAt;
    private final Supplier<String> generations;

    // guarded by this
    private final Map<String, PartitionOffsets> partitions = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> large = new HashSet<>();

    /**
     * @param feed name of the position
     * @param isPartitioned whether the feed has {@code forEach}
     * @param startAt the position of a feed that begins at a moment
     * @param generations gives another text each time
     */
    ConnectPositions(
            String feed,
            boolean isPartitioned,
            PartitionOffsets.Limits limits,
            Offsets stored,
            Function<Instant, StoredPosition> startAt,
            Supplier<String> generations) {
        this.feed = feed;
        this.isPartitioned = isPartitioned;
        this.limits = limits;
        this.stored = stored;
        this.startAt = startAt;
        this.generations = generations;
    }

    @Override
    public StoredPosition load(String partition) {
        if (isPartitioned && partition.isEmpty()) {
            return null; // of what is listed, tasks store nothing
        }
        synchronized (this) {
            PartitionOffsets known = partitions.get(partition);
            if (known != null) {
                return known.position(); // listed again: Connect may not have stored yet what is known here
            }
        }
        Map<String, Object> key = SourcePartition.of(feed, partition);
        Map<String, Object> own = stored.read(List.of(key)).get(key);
        PartitionOffsets loaded;
        try {
            Instant start = StartOffset.read(own);
            if (start == null) {
                loaded = PartitionOffsets.load(
                        partition, limits, generations.get(), own, count -> segments(partition, count));
            } else {
                loaded = new PartitionOffsets(partition, limits, generations.get());
                loaded.begin(startAt.apply(start));
                LOG.info("{}: starting at {}, as its offset in Connect says", name(partition), start);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name(partition) + ": the offset that Connect has stored cannot be used: " + e.getMessage()
                            + ". Stop the connector and reset the offset of " + key + " with Connect's REST interface.",
                    e);
        }
        synchronized (this) {
            partitions.put(partition, loaded);
        }
        return loaded.position();
    }

    private Map<Integer, Map<String, Object>> segments(String partition, int count) {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (int segment = 0; segment < count; segment++) {
            keys.add(SourcePartition.of(feed, partition, segment));
        }
        Map<Map<String, Object>, Map<String, Object>> found = stored.read(keys);
        Map<Integer, Map<String, Object>> segments = new LinkedHashMap<>();
        for (int segment = 0; segment < count; segment++) {
            Map<String, Object> offset = found.get(keys.get(segment));
            if (offset != null) {
                segments.put(segment, offset);
            }
        }
        return segments;
    }

    private String name(String partition) {
        return "Feed '" + feed + "'" + (partition.isEmpty() ? "" : ", partition '" + partition + "'");
    }

    @Override
    public synchronized void save(String partition, PositionChange change) {
        PartitionOffsets position = partitions.get(partition);
        if (position == null) {
            throw new IllegalStateException(name(partition) + ": is saved without having been loaded.");
        }
        position.apply(change);
        changed.add(partition);
    }

    /** @throws UnsupportedOperationException always: nobody tells a task that a partition is gone for good */
    @Override
    public void delete(String partition) {
        throw new UnsupportedOperationException(
                name(partition) + ": positions are deleted with Connect's REST interface.");
    }

    /** Partitions whose position has changed since it was written last, at most so many. */
    synchronized List<String> changed(int limit) {
        return changed.stream().limit(limit).toList();
    }

    /** Waits until so much has arrived that more may be written; whether it has, in that time. */
    synchronized boolean awaitRoom(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (mustWait()) {
            long left = (end - System.nanoTime()) / NANOS_PER_MILLI;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean mustWait() {
        return large.stream().anyMatch(partition -> partitions.get(partition).mustWait());
    }

    /**
     * The position of a partition, to be stored with the next records. See {@link PartitionOffsets#write}.
     *
     * @return empty where nothing has changed
     */
    synchronized List<OffsetWrite> write(String partition) {
        if (!changed.remove(partition)) {
            return List.of();
        }
        List<OffsetWrite> writes = partitions.get(partition).write();
        if (writes.get(0).segment() != null) {
            large.add(partition);
        } else {
            large.remove(partition);
        }
        return writes;
    }

    synchronized void arrived(OffsetWrite write) {
        partitions.get(write.partition()).arrived(write);
        notifyAll();
    }

    /**
     * Connect has dropped the records.
     *
     * @param isWorthARecord whether to store the position with the next poll, instead of with the next change
     */
    synchronized void dropped(OffsetWrite write, boolean isWorthARecord) {
        partitions.get(write.partition()).dropped(write);
        if (isWorthARecord) {
            changed.add(write.partition());
        }
        notifyAll();
    }

    /** The key of an offset. */
    Map<String, Object> key(OffsetWrite write) {
        return write.segment() == null
                ? SourcePartition.of(feed, write.partition())
                : SourcePartition.of(feed, write.partition(), write.segment());
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
