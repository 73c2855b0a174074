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

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Items that reading may list again, with what is known of each. Not thread-safe. */
final class KnownItems {

    /**
     * One item.
     *
     * @param until reading from later than this does not list it again
     * @param state what is known of it, in the words of {@link LogPosition}
     */
    record Known(Instant until, String state) {}

    private final Map<String, Known> byKey = new HashMap<>();
    private final TreeMap<Instant, Set<String>> byTime = new TreeMap<>();

    /** What is known of an item, or null. */
    Known get(String key) {
        return byKey.get(key);
    }

    void put(String key, Known known) {
        Known before = byKey.put(key, known);
        if (before != null && before.until().equals(known.until())) {
            return;
        }
        if (before != null) {
            removeTime(key, before.until());
        }
        byTime.computeIfAbsent(known.until(), any -> new HashSet<>(4)).add(key);
    }

    /** Forgets all that reading from a moment on does not list again. */
    void forgetBefore(Instant moment) {
        if (byTime.isEmpty() || !byTime.firstKey().isBefore(moment)) {
            return;
        }
        Map<Instant, Set<String>> old = byTime.headMap(moment, false);
        old.values().forEach(keys -> keys.forEach(byKey::remove));
        old.clear();
    }

    /**
     * Forgets all that reading from a moment on may list.
     *
     * @param kept keys that stay known
     * @return the keys forgotten
     */
    Set<String> forgetFrom(Instant moment, Predicate<String> kept) {
        Set<String> forgotten = new HashSet<>();
        byTime.tailMap(moment, true)
                .values()
                .forEach(keys -> keys.stream().filter(kept.negate()).forEach(forgotten::add));
        forgotten.forEach(key -> removeTime(key, byKey.remove(key).until()));
        return forgotten;
    }

    /** All of them by key: the live map. */
    Map<String, Known> all() {
        return byKey;
    }

    private void removeTime(String key, Instant time) {
        Set<String> keys = byTime.get(time);
        keys.remove(key);
        if (keys.isEmpty()) {
            byTime.remove(time);
        }
    }
}
