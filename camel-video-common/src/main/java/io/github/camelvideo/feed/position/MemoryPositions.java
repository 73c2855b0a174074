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
package io.github.camelvideo.feed.position;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Positions in memory, for feeds without a repository: they survive the stop of a route, but not the end of the process. For any thread. */
public final class MemoryPositions implements PositionRepository {

    private final Map<String, Map<String, Content>> feeds = new TreeMap<>();

    private static final class Content {
        private String head;
        private final Map<String, PositionEntry> entries = new HashMap<>();
        private Instant forgetBefore = Instant.MIN;

        synchronized void apply(PositionChange change) {
            head = change.head();
            change.removed().forEach(entries::remove);
            if (change.forgetBefore() != null && change.forgetBefore().isBefore(forgetBefore)) {
                // moved back: what is put from now on is not forgotten
                entries.values().removeIf(this::isForgotten);
                forgetBefore = change.forgetBefore();
            }
            change.put().forEach(entry -> entries.put(entry.key(), entry));
            if (change.forgetBefore() != null && change.forgetBefore().isAfter(forgetBefore)) {
                forgetBefore = change.forgetBefore();
            }
            // walking over all entries each time would cost more than the memory is worth
            if (entries.size() > 2 * live) {
                entries.values().removeIf(entry -> isForgotten(entry));
                live = Math.max(entries.size(), MIN_SWEEP);
            }
        }

        private static final int MIN_SWEEP = 1_000;
        private int live = MIN_SWEEP;

        private boolean isForgotten(PositionEntry entry) {
            return entry.time() != null && entry.time().isBefore(forgetBefore);
        }

        synchronized StoredPosition read() {
            List<PositionEntry> kept = new ArrayList<>();
            entries.values().stream().filter(entry -> !isForgotten(entry)).forEach(kept::add);
            return new StoredPosition(head, kept);
        }
    }

    @Override
    public PositionStore open(String feed) {
        Map<String, Content> partitions = partitionsOf(feed);
        return new PositionStore() {

            @Override
            public StoredPosition load(String partition) {
                synchronized (partitions) {
                    Content content = partitions.get(partition);
                    return content == null ? null : content.read();
                }
            }

            @Override
            public void save(String partition, PositionChange change) {
                Content content;
                synchronized (partitions) {
                    content = partitions.computeIfAbsent(partition, any -> new Content());
                }
                content.apply(change);
            }

            @Override
            public void delete(String partition) {
                synchronized (partitions) {
                    partitions.remove(partition);
                }
            }

            @Override
            public void close() {
                // nothing is held open
            }
        };
    }

    private Map<String, Content> partitionsOf(String feed) {
        synchronized (feeds) {
            return feeds.computeIfAbsent(feed, any -> new TreeMap<>());
        }
    }

    @Override
    public List<String> feeds() {
        synchronized (feeds) {
            return List.copyOf(feeds.keySet());
        }
    }

    @Override
    public List<String> partitions(String feed) {
        Map<String, Content> partitions = partitionsOf(feed);
        synchronized (partitions) {
            return List.copyOf(partitions.keySet());
        }
    }
}
