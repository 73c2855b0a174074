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
package io.github.camelvideo.simulator.world;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** TimedItem of one kind by device and time: a span of one device is found without a look at all others. */
final class Timeline<T extends TimedItem> {

    private record Key(Instant at, String id) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<String, NavigableMap<Key, T>> byDevice = new ConcurrentHashMap<>();

    // written under the world's write lock only
    private volatile long saved;

    void save(T item) {
        saved = saved + 1;
        byDevice.computeIfAbsent(item.iotId(), id -> new ConcurrentSkipListMap<>())
                .put(new Key(item.at(), item.id()), item);
    }

    /** Those of a span, both ends included, that can be read now; newest first. */
    List<T> between(String iotId, Instant from, Instant to, Instant now) {
        NavigableMap<Key, T> all = byDevice.get(iotId);
        if (all == null || to.isBefore(from)) {
            return List.of();
        }
        Collection<T> span = all.subMap(new Key(from, ""), true, new Key(to, "\uffff"), true)
                .descendingMap()
                .values();
        return span.stream().filter(item -> !item.visibleAt().isAfter(now)).toList();
    }

    void clear() {
        byDevice.clear();
    }

    boolean isEmpty() {
        return byDevice.isEmpty();
    }

    /** How many were ever saved. */
    long saved() {
        return saved;
    }
}
