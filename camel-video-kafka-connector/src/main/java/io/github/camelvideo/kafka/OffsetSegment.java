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

import io.github.camelvideo.feed.position.PositionEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Connect's offsets tell of a partition in one write: a whole position, or a segment, which continues an earlier write. Immutable.
 *
 * @param generation tells apart what was stored before and after a position was reset
 * @param number of the write
 * @param previous the write that this one continues; of a whole position its own number
 * @param first the first write of the same poll: without it, this one does not count, because the poll's records have not arrived
 * @param head head of the position after the write, or null where it says nothing about it
 * @param entries entries put, those carried over from the segment that this one replaces included
 * @param removed keys of entries that are gone
 * @param forgetBefore entries with an earlier time are gone, apart from those put here; null forgets none
 * @param segments how many segments there may be besides; 0 for none
 */
record OffsetSegment(
        String generation,
        long number,
        long previous,
        long first,
        String head,
        List<PositionEntry> entries,
        Collection<String> removed,
        Instant forgetBefore,
        int segments) {

    private static final String WATERMARK = "watermark";
    private static final String HEAD = "head";
    private static final String ENTRIES = "entries";
    private static final String REMOVED = "removed";
    private static final String FORGET_BEFORE = "forgetBefore";
    private static final String GENERATION = "generation";
    private static final String NUMBER = "seq";
    private static final String PREVIOUS = "prev";
    private static final String FIRST = "first";
    private static final String SEGMENTS = "segments";

    /** An offset that says nothing: the records that carry it are not all that there is of a first poll. */
    static final Map<String, Object> NOTHING = Map.of("pending", true);

    /** The names of all members. */
    static final Set<String> MEMBERS = Set.of(
            WATERMARK, HEAD, ENTRIES, REMOVED, FORGET_BEFORE, GENERATION, NUMBER, PREVIOUS, FIRST, SEGMENTS, "pending");

    Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        String watermark = head == null ? null : EntryText.member(head, WATERMARK);
        if (watermark != null) {
            map.put(WATERMARK, watermark);
        }
        put(map, HEAD, head);
        put(map, ENTRIES, entries.isEmpty() ? null : EntryText.write(entries));
        put(map, REMOVED, removed.isEmpty() ? null : EntryText.writeKeys(removed));
        put(map, FORGET_BEFORE, forgetBefore == null ? null : forgetBefore.toString());
        map.put(GENERATION, generation);
        map.put(NUMBER, number);
        map.put(PREVIOUS, previous);
        if (first != number) {
            map.put(FIRST, first);
        }
        if (segments > 0) {
            map.put(SEGMENTS, (long) segments);
        }
        return map;
    }

    private static void put(Map<String, Object> map, String name, String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    /**
     * Reads what {@link #map} has written.
     *
     * @return null where nothing is stored, or only {@link #NOTHING}
     * @throws IllegalArgumentException when it is something else, with the reason
     */
    static OffsetSegment read(Map<String, Object> map) {
        if (map == null || map.containsKey("pending")) {
            return null;
        }
        String entries = text(map, ENTRIES);
        String removed = text(map, REMOVED);
        String forgetBefore = text(map, FORGET_BEFORE);
        if (text(map, GENERATION) == null) {
            throw new IllegalArgumentException("'" + GENERATION + "' is missing");
        }
        return new OffsetSegment(
                text(map, GENERATION),
                number(map, NUMBER),
                number(map, PREVIOUS),
                number(map, map.containsKey(FIRST) ? FIRST : NUMBER),
                text(map, HEAD),
                entries == null ? List.of() : EntryText.read(entries),
                removed == null ? List.of() : EntryText.readKeys(removed),
                forgetBefore == null ? null : EntryText.instant(forgetBefore),
                map.containsKey(SEGMENTS) ? (int) number(map, SEGMENTS) : 0);
    }

    private static String text(Map<String, Object> map, String name) {
        Object value = map.get(name);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("'" + name + "' must be a text but is " + value);
        }
        return (String) value;
    }

    private static long number(Map<String, Object> map, String name) {
        if (map.get(name) instanceof Number value) {
            return value.longValue();
        }
        throw new IllegalArgumentException("'" + name + "' must be a number but is " + map.get(name));
    }
}
