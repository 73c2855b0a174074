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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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

    private record Expiry(Instant until, String key) {}

    private final Map<String, Known> byKey = new HashMap<>();

    /** One for each item: its time, or an earlier one where that was moved on. Not one for each move, which may come with every poll. */
    private final PriorityQueue<Expiry> expiries = new PriorityQueue<>(Comparator.comparing(Expiry::until));

    /** What is known of an item, or null. */
    Known get(String key) {
        return byKey.get(key);
    }

    void put(String key, Known known) {
        Known before = byKey.put(key, known);
        if (before == null) {
            expiries.add(new Expiry(known.until(), key));
        }
    }

    /** Forgets one; false when it is not known. */
    boolean remove(String key) {
        // its expiry finds nothing
        return byKey.remove(key) != null;
    }

    /**
     * Forgets all that reading from a moment on does not list again.
     *
     * @return what was forgotten
     */
    Map<String, Known> forgetBefore(Instant moment) {
        Map<String, Known> forgotten = new HashMap<>();
        while (!expiries.isEmpty() && expiries.peek().until().isBefore(moment)) {
            String key = expiries.poll().key();
            Known known = byKey.get(key);
            if (known != null && known.until().isBefore(moment)) {
                byKey.remove(key);
                forgotten.put(key, known);
            } else if (known != null) {
                expiries.add(new Expiry(known.until(), key));
            }
        }
        return forgotten;
    }

    /**
     * Forgets all that reading from a moment on may list.
     *
     * @param kept keys that stay known
     * @return the keys forgotten
     */
    Set<String> forgetFrom(Instant moment, Predicate<String> kept) {
        Set<String> forgotten = new HashSet<>();
        byKey.forEach((key, known) -> {
            if (!known.until().isBefore(moment) && !kept.test(key)) {
                forgotten.add(key);
            }
        });
        byKey.keySet().removeAll(forgotten);
        expiries.removeIf(expiry -> forgotten.contains(expiry.key()));
        return forgotten;
    }

    /** All of them by key: the live map. */
    Map<String, Known> all() {
        return byKey;
    }
}
