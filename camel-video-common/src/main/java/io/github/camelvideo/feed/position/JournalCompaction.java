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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes what still counts of a journal into a new file and puts that in the place of the old one.
 *
 * <p>Partition after partition, so that memory holds one position at a time. Commits go on meanwhile; they wait only while what was
 * appended since the last look is copied, the new file forced and the name moved. The old file is in use until then: a compaction that
 * ends at any point leaves a complete journal, and perhaps a file named {@code .new} that the next opening removes.
 *
 * <p>Used by one thread at a time.
 */
final class JournalCompaction {

    private static final int CHUNK = 64 * 1024;
    private static final int ENTRIES = 500;

    private final JournalIo io;
    private final Path file;
    private final Path fresh;
    private final String feed;
    private final boolean sync;
    private final Predicate<String> keepDeletion;
    private final long smallest;

    JournalCompaction(
            JournalIo io, Path file, String feed, boolean sync, Predicate<String> keepDeletion, long smallest) {
        this.io = io;
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".new");
        this.feed = feed;
        this.sync = sync;
        this.keepDeletion = keepDeletion;
        this.smallest = smallest;
    }

    /** What the journal held at the begin. */
    record Start(List<String> stored, List<String> deleted, long end) {}

    /**
     * Whether the part that is probably dead outweighs the rest.
     *
     * @param base length that the last compaction left, all of it live then
     */
    boolean isDue(long base, long end) {
        return end - base > Math.max(base, smallest);
    }

    /** By how much a journal grows after a failed compaction before the next one is tried. */
    long growthBeforeRetry(long end) {
        return Math.max(smallest, end / 4);
    }

    void removeLeftBehind() throws IOException {
        io.delete(fresh);
    }

    /** Makes the file with nothing but its header. */
    void makeEmpty() throws IOException {
        try (JournalIo.Handle made = io.open(fresh)) {
            made.write(0, JournalHeader.of(feed));
            force(made);
        }
        putInPlace();
        if (sync) {
            io.forceDirectory(file.getParent());
        }
    }

    void putInPlace() throws IOException {
        io.replace(fresh, file);
    }

    private void force(JournalIo.Handle handle) throws IOException {
        if (sync) {
            handle.force();
        }
    }

    Run begin(Journal journal) throws IOException {
        io.delete(fresh);
        return new Run(journal, io.open(fresh));
    }

    /** One compaction. */
    final class Run implements Closeable {

        private final Journal journal;
        private final Start start;
        private final JournalIndex index = new JournalIndex();
        private final List<JournalRecord> waiting = new ArrayList<>();
        private final List<byte[]> encoded = new ArrayList<>();
        private JournalIo.Handle target;
        private int waitingBytes;
        private long length;
        private long base;
        private long copied;

        Run(Journal journal, JournalIo.Handle target) {
            this.journal = journal;
            this.target = target;
            this.start = journal.start();
            this.copied = start.end();
        }

        void copyLive() throws IOException {
            byte[] header = JournalHeader.of(feed);
            target.write(0, header);
            length = header.length;
            for (String partition : start.stored()) {
                StoredPosition position = journal.readBefore(partition, start.end());
                if (position != null) { // else it was deleted meanwhile, and the appended part says so
                    copy(partition, position);
                }
            }
            for (String partition : start.deleted()) {
                if (keepDeletion.test(partition)) {
                    add(JournalRecord.deletion(partition));
                }
            }
            add(JournalRecord.baseMark());
            flush();
            base = length;
            force(target); // the bulk, before commits have to wait
        }

        private void copy(String partition, StoredPosition position) throws IOException {
            Collection<PositionEntry> entries = position.entries();
            List<PositionEntry> some = new ArrayList<>();
            for (PositionEntry entry : entries) {
                some.add(entry);
                if (some.size() == ENTRIES) {
                    add(change(partition, position, some));
                    some.clear();
                }
            }
            if (!some.isEmpty() || entries.isEmpty()) {
                add(change(partition, position, some));
            }
        }

        private JournalRecord change(String partition, StoredPosition position, List<PositionEntry> entries) {
            return new JournalRecord(partition, position.head(), null, Set.of(), List.copyOf(entries));
        }

        private void add(JournalRecord record) throws IOException {
            byte[] bytes = record.encode();
            waiting.add(record);
            encoded.add(bytes);
            waitingBytes += bytes.length;
            if (waitingBytes >= CHUNK) {
                flush();
            }
        }

        private void flush() throws IOException {
            byte[] frame = JournalFrame.encode(encoded);
            target.write(length, frame);
            List<JournalFrame.Place> places = JournalFrame.places(length, encoded);
            for (int i = 0; i < places.size(); i++) {
                index.add(waiting.get(i), places.get(i));
            }
            length += frame.length;
            waiting.clear();
            encoded.clear();
            waitingBytes = 0;
        }

        /** Copies the frames that were appended since the begin, or since the last call, as they are. */
        void copyAppended(long end) throws IOException {
            while (copied < end) {
                byte[] bytes = journal.bytes(copied, (int) Math.min(CHUNK, end - copied));
                target.write(length, bytes);
                length += bytes.length;
                copied += bytes.length;
            }
        }

        /** Makes the new file durable and closes it. */
        void finish() throws IOException {
            force(target);
            close();
        }

        /** Where the records lie in the new file. */
        JournalIndex indexWith(JournalIndex old) {
            index.addTail(old, start.end(), base - start.end());
            return index;
        }

        long length() {
            return length;
        }

        long base() {
            return base;
        }

        @Override
        public void close() throws IOException {
            JournalIo.Handle open = target;
            target = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
