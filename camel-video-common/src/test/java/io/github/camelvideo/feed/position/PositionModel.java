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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What a position must be after changes, done in the plainest way. Not thread-safe. */
final class PositionModel {

    static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private static final List<String> STATES = List.of("", "done", "rev-ü", "{\"tries\":3}");

    private final TreeMap<String, PositionEntry> entries = new TreeMap<>();
    private String head;

    /** @param head null when nothing is stored */
    record Content(String head, Map<String, PositionEntry> entries) {}

    static Content contentOf(StoredPosition position) {
        if (position == null) {
            return new Content(null, Map.of());
        }
        TreeMap<String, PositionEntry> entries = new TreeMap<>();
        for (PositionEntry entry : position.entries()) {
            if (entries.put(entry.key(), entry) != null) {
                throw new AssertionError("Entry " + entry.key() + " is there twice");
            }
        }
        return new Content(position.head(), entries);
    }

    Content content() {
        return new Content(head, new TreeMap<>(entries));
    }

    void delete() {
        head = null;
        entries.clear();
    }

    /** Applies a change in the order that {@link PositionChange} states, and returns it. */
    PositionChange change(String newHead, List<PositionEntry> put, Set<String> removed, Instant forgetBefore) {
        removed.forEach(entries::remove);
        if (forgetBefore != null) {
            entries.values()
                    .removeIf(entry -> entry.time() != null && entry.time().isBefore(forgetBefore));
        }
        put.forEach(entry -> entries.put(entry.key(), entry));
        head = newHead;
        StoredPosition whole = new StoredPosition(newHead, List.copyOf(entries.values()));
        return new PositionChange(newHead, put, removed, forgetBefore, () -> whole);
    }

    /** The same with chance: few keys, so that they are put, removed and forgotten often. */
    PositionChange change(Random random, int number) {
        List<PositionEntry> put = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = key(random);
            if (keys.add(key)) {
                put.add(new PositionEntry(key, time(random, number), STATES.get(random.nextInt(STATES.size()))));
            }
        }
        Set<String> removed = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            removed.add(key(random));
        }
        Instant forgetBefore = random.nextInt(3) == 0 ? START.plusSeconds(number / 4 - random.nextInt(10)) : null;
        return change(head(number), put, removed, forgetBefore);
    }

    static String head(int number) {
        return "{\"v\":2,\"kind\":\"log\",\"watermark\":\"" + START.plusSeconds(number) + "\"}";
    }

    private static String key(Random random) {
        int key = random.nextInt(40);
        return switch (key) {
            case 0 -> "k".repeat(400);
            case 1 -> "k".repeat(401);
            case 2 -> "a ";
            case 3 -> "a";
            case 4 -> "A";
            case 5 -> "通道 \"7\"\n\0";
            case 6 -> "~tilde";
            case 7 -> "\"quoted\"";
            default -> "key-" + key;
        };
    }

    private static Instant time(Random random, int number) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> START.plusSeconds(number / 4 - random.nextInt(20)); // late: before bounds of earlier changes
            case 2 -> START.plusSeconds(number / 4).plusNanos(random.nextInt(1_000_000_000));
            default -> START.plusSeconds(number / 4 + random.nextInt(10));
        };
    }
}
