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

import io.github.camelvideo.feed.position.JournalFrame.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which records of a journal make up the position of each partition. About 12 bytes of memory for each record. Not thread-safe.
 */
final class JournalIndex {

    private final Map<String, Chain> chains = new TreeMap<>();

    /** What a journal knows of a partition. */
    enum Presence {
        /** No record: what version 1 stored may still count. */
        ABSENT,
        DELETED,
        STORED
    }

    void add(JournalRecord record, Place place) {
        if (record.isBaseMark()) {
            return;
        }
        Chain chain = chains.get(record.partition());
        if (chain == null || record.isDeletion() || chain.deleted) {
            chain = new Chain(record.isDeletion());
            chains.put(record.partition(), chain);
        }
        chain.add(place);
    }

    Presence presence(String partition) {
        Chain chain = chains.get(partition);
        if (chain == null) {
            return Presence.ABSENT;
        }
        return chain.deleted ? Presence.DELETED : Presence.STORED;
    }

    /** The records of a stored partition, oldest first. */
    List<Place> places(String partition) {
        Chain chain = chains.get(partition);
        return chain == null || chain.deleted ? List.of() : chain.from(0);
    }

    /** Names of the stored partitions, in order. */
    List<String> stored() {
        return chains.entrySet().stream()
                .filter(entry -> !entry.getValue().deleted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Names of the deleted partitions, in order. */
    List<String> deleted() {
        return chains.entrySet().stream()
                .filter(entry -> entry.getValue().deleted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Adds what another index of the same journal has from an offset on, moved to where a copy of it lies now.
     *
     * @param from where the copied part begins in the other journal
     * @param distance by how much the copy lies further behind
     */
    void addTail(JournalIndex other, long from, long distance) {
        other.chains.forEach((partition, chain) -> {
            List<Place> tail = chain.from(from);
            if (tail.isEmpty()) {
                return;
            }
            boolean restarted = chain.first() >= from;
            Chain mine = restarted ? null : chains.get(partition);
            if (mine == null) {
                mine = new Chain(chain.deleted);
                chains.put(partition, mine);
            }
            for (Place place : tail) {
                mine.add(place.movedBy(distance));
            }
        });
    }

    /** Places of records in the order of the journal; offsets and lengths in arrays, as there are many. */
    private static final class Chain {

        final boolean deleted;
        private long[] offsets = new long[2];
        private int[] lengths = new int[2];
        private int size;

        Chain(boolean deleted) {
            this.deleted = deleted;
        }

        void add(Place place) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size + size / 2 + 1);
                lengths = Arrays.copyOf(lengths, offsets.length);
            }
            offsets[size] = place.offset();
            lengths[size++] = place.length();
        }

        long first() {
            return offsets[0];
        }

        List<Place> from(long offset) {
            int found = Arrays.binarySearch(offsets, 0, size, offset);
            List<Place> places = new ArrayList<>();
            for (int i = found < 0 ? -found - 1 : found; i < size; i++) {
                places.add(new Place(offsets[i], lengths[i]));
            }
            return places;
        }
    }
}
