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

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of one kind in the order in which they were first saved.
 *
 * <p>Written by one thread at a time, read by many without waiting. Stored records are never changed in place.
 */
final class RecordStore {

    private record Entry(long number, ObjectNode data) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    // written under the world's write lock only
    private volatile long saved;

    void save(String id, ObjectNode data) {
        Entry before = entries.get(id);
        long number = saved + 1;
        saved = number;
        entries.put(id, new Entry(before == null ? number : before.number(), data));
    }

    void remove(String id) {
        entries.remove(id);
    }

    void clear() {
        entries.clear();
    }

    ObjectNode get(String id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.data();
    }

    List<ObjectNode> all() {
        return entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::number))
                .map(Entry::data)
                .toList();
    }

    List<String> ids() {
        return entries.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean contains(String id) {
        return entries.containsKey(id);
    }

    int size() {
        return entries.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** How often anything was saved, removed records included. */
    long saved() {
        return saved;
    }
}
