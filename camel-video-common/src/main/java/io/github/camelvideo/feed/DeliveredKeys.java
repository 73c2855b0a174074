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
package io.github.camelvideo.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Keys of items done that reading may still bring again, with their times. Guarded by its owner. */
final class DeliveredKeys {

    private final Map<String, Instant> times = new HashMap<>();
    private final TreeMap<Instant, Set<String>> byTime = new TreeMap<>();

    DeliveredKeys(Map<Instant, Set<String>> stored) {
        stored.forEach((time, keys) -> keys.forEach(key -> add(key, time)));
    }

    void add(String key, Instant time) {
        Instant before = times.put(key, time);
        if (before != null) {
            remove(key, before);
        }
        byTime.computeIfAbsent(time, any -> new HashSet<>()).add(key);
    }

    /** Whether the key is among them. A vendor may have moved the item's time on; then the key is kept for as long as that. */
    boolean seenAgain(String key, Instant time) {
        Instant known = times.get(key);
        if (known != null && time.isAfter(known)) {
            add(key, time);
        }
        return known != null;
    }

    void forgetBefore(Instant moment) {
        NavigableMap<Instant, Set<String>> old = byTime.headMap(moment, false);
        old.values().forEach(keys -> keys.forEach(times::remove));
        old.clear();
    }

    /** The live map; the owner copies it. */
    NavigableMap<Instant, Set<String>> byTime() {
        return byTime;
    }

    private void remove(String key, Instant time) {
        Set<String> keys = byTime.get(time);
        keys.remove(key);
        if (keys.isEmpty()) {
            byTime.remove(time);
        }
    }
}
