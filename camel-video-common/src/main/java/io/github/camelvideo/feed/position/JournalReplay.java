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

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the position of one partition from its records, given newest first, so that each record is looked at once and what is gone is
 * never kept. Not thread-safe.
 */
final class JournalReplay {

    private final Set<String> decided = new HashSet<>();
    private final List<PositionEntry> entries = new ArrayList<>();
    private String head;
    /** Latest bound of the records seen so far, which are all newer; null when none has one. */
    private Instant forgetBefore;

    /** The position that the records at these places, oldest first, make up. */
    static StoredPosition read(JournalIo.Handle file, List<JournalFrame.Place> places) throws IOException {
        JournalReplay replay = new JournalReplay();
        for (int i = places.size() - 1; i >= 0; i--) {
            byte[] bytes = new byte[places.get(i).length()];
            file.read(places.get(i).offset(), bytes);
            replay.addOlder(JournalFrame.record(bytes));
        }
        return replay.position();
    }

    void addOlder(JournalRecord record) {
        if (head == null) {
            head = record.head();
        }
        List<PositionEntry> put = record.put();
        // a key that is put twice in one record has the last value
        for (int i = put.size() - 1; i >= 0; i--) {
            PositionEntry entry = put.get(i);
            if (decided.add(entry.key()) && !isForgotten(entry.time())) {
                entries.add(entry);
            }
        }
        decided.addAll(record.removed());
        Instant bound = record.forgetBefore();
        if (bound != null && (forgetBefore == null || bound.isAfter(forgetBefore))) {
            forgetBefore = bound;
        }
    }

    private boolean isForgotten(Instant time) {
        return time != null && forgetBefore != null && time.isBefore(forgetBefore);
    }

    StoredPosition position() {
        return new StoredPosition(head, entries);
    }
}
