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
import io.github.camelvideo.feed.position.JournalIndex.Presence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only file of one feed: a {@link JournalHeader}, then {@link JournalFrame}s, each written and forced as one.
 *
 * <p>Guarantees: a record whose {@link #commit} returned is there after a crash at any moment; a record is there as a whole or not at all;
 * a record whose commit failed may be there after a crash, but not before. A torn tail is cut off when the journal is opened, and after a
 * failed write before the next one.
 *
 * <p>The file is compacted once more was appended than the last compaction left, by the thread whose commit reached that size; see
 * {@link JournalCompaction}. So each byte is rewritten about once, and the file is at most about twice as long as what it holds.
 *
 * <p>All methods may be called by several threads; one partition is committed by one thread at a time. The file belongs to this object
 * alone: the caller holds a {@link FeedLock}. A reader holds the shared lock while it reads from the disk, so that a compaction does not
 * close the file below it.
 */
final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final JournalIo io;
    private final Path file;
    private final String feed;
    private final boolean sync;
    private final JournalCompaction compaction;
    private final GroupCommit<Encoded> group = new GroupCommit<>(this::write);
    private final ReentrantLock compacting = new ReentrantLock();
    private final ReentrantReadWriteLock content = new ReentrantReadWriteLock();

    // Changed with the turn of the group and the exclusive lock; read with either.
    private JournalIo.Handle handle;
    private JournalIndex index = new JournalIndex();
    private volatile long end;
    private volatile long base;

    // Used with the turn only.
    private boolean torn;
    private boolean directoryNotForced;
    private boolean closed;

    /** Used by the thread that holds the lock of the compaction. */
    private long noCompactionBefore;

    /** A record in the form in which it is written. */
    private record Encoded(JournalRecord record, byte[] bytes) {}

    private Journal(JournalIo io, Path file, String feed, boolean sync, JournalCompaction compaction) {
        this.io = io;
        this.file = file;
        this.feed = feed;
        this.sync = sync;
        this.compaction = compaction;
    }

    /**
     * Opens the journal of a feed; makes it where it is missing.
     *
     * @param sync whether to force what is written to the disk
     * @param keepDeletion whether the deletion of a partition must be remembered; asked while the journal is compacted
     * @param smallest no compaction before so many bytes were appended
     * @throws DamagedJournalException when the file is not the journal of the feed, or damaged
     */
    static Journal open(
            JournalIo io, Path file, String feed, boolean sync, Predicate<String> keepDeletion, long smallest)
            throws IOException {
        JournalCompaction compaction = new JournalCompaction(io, file, feed, sync, keepDeletion, smallest);
        compaction.removeLeftBehind();
        if (!io.exists(file)) {
            compaction.makeEmpty();
        }
        Journal journal = new Journal(io, file, feed, sync, compaction);
        journal.group.alone(journal::makeReady);
        return journal;
    }

    /** Returns when the record is on the disk. */
    void commit(JournalRecord record) throws IOException {
        group.commit(new Encoded(record, record.encode()));
        compactIfDue();
    }

    Presence presence(String partition) {
        content.readLock().lock();
        try {
            return index.presence(partition);
        } finally {
            content.readLock().unlock();
        }
    }

    /** The position of a stored partition; must not be called for another one. */
    StoredPosition read(String partition) throws IOException {
        content.readLock().lock();
        try {
            return JournalReplay.read(handle(), index.places(partition));
        } finally {
            content.readLock().unlock();
        }
    }

    /** Names of the stored partitions, in order. */
    List<String> partitions() {
        content.readLock().lock();
        try {
            return index.stored();
        } finally {
            content.readLock().unlock();
        }
    }

    /** Bytes of the file. */
    long length() {
        return end;
    }

    /** Waits for a write or compaction that is running. Afterwards every commit fails. */
    void close() throws IOException {
        compacting.lock();
        try {
            group.alone(() -> {
                closed = true;
                closeHandle();
            });
        } finally {
            compacting.unlock();
        }
    }

    private JournalIo.Handle handle() throws IOException {
        if (handle == null) {
            throw new IOException("the journal is not open; the next commit opens it again");
        }
        return handle;
    }

    private void write(List<Encoded> batch) throws IOException {
        makeReady();
        List<byte[]> records = batch.stream().map(Encoded::bytes).toList();
        byte[] frame = JournalFrame.encode(records);
        torn = true; // and stays so when one of these fails: what was written is cut off before the next write
        handle.write(end, frame);
        force(handle);
        torn = false;
        List<Place> places = JournalFrame.places(end, records);
        content.writeLock().lock();
        try {
            for (int i = 0; i < places.size(); i++) {
                index.add(batch.get(i).record(), places.get(i));
            }
            end += frame.length;
        } finally {
            content.writeLock().unlock();
        }
    }

    /** Brings the file into the state in which a frame can be appended, after whatever went wrong before. */
    private void makeReady() throws IOException {
        if (closed) {
            throw new IOException("the positions of the feed are closed");
        }
        if (!io.exists(file)) {
            throw new IOException("the file " + file.getFileName() + " was removed while it was in use");
        }
        if (handle == null) {
            scan();
        }
        if (torn) {
            handle.truncate(end);
            force(handle);
            torn = false;
        }
        if (directoryNotForced) {
            // before anything is acknowledged that only the new file holds
            forceDirectory();
            directoryNotForced = false;
        }
    }

    private void scan() throws IOException {
        JournalIo.Handle opened = io.open(file);
        boolean usable = false;
        try {
            JournalScan scan = new JournalScan(opened);
            if (!scan.feed().equals(feed)) {
                throw new DamagedJournalException("it is the journal of the feed '" + scan.feed() + "'");
            }
            JournalIndex found = new JournalIndex();
            long[] mark = {0};
            scan.run(placed -> {
                found.add(placed.record(), placed.place());
                if (placed.record().isBaseMark()) {
                    mark[0] = placed.place().offset() + placed.place().length();
                }
            });
            torn = scan.end() < scan.size();
            if (torn) {
                LOG.info(
                        "Journal {}: cut off {} bytes that were being written when the process or machine ended. They were"
                                + " never confirmed as stored",
                        file,
                        scan.size() - scan.end());
            }
            replaceContent(opened, found, scan.end(), mark[0]);
            usable = true;
        } finally {
            if (!usable) {
                opened.close();
            }
        }
    }

    private void replaceContent(JournalIo.Handle opened, JournalIndex found, long length, long mark) {
        content.writeLock().lock();
        try {
            handle = opened;
            index = found;
            end = length;
            base = mark;
        } finally {
            content.writeLock().unlock();
        }
    }

    private void closeHandle() throws IOException {
        content.writeLock().lock();
        try {
            JournalIo.Handle old = handle;
            handle = null;
            if (old != null) {
                old.close();
            }
        } finally {
            content.writeLock().unlock();
        }
    }

    private void compactIfDue() {
        if (!compaction.isDue(base, end) || !compacting.tryLock()) {
            return;
        }
        try {
            if (compaction.isDue(base, end) && end >= noCompactionBefore) {
                compact();
            }
        } catch (IOException e) {
            // nothing is lost, the old file is still in use
            noCompactionBefore = end + compaction.growthBeforeRetry(end);
            LOG.warn(
                    "Journal {}: could not be compacted, it keeps growing until that succeeds. Check that the directory has room"
                            + " and may be written",
                    file,
                    e);
        } finally {
            compacting.unlock();
        }
    }

    private void compact() throws IOException {
        try (JournalCompaction.Run run = compaction.begin(this)) {
            run.copyLive();
            run.copyAppended(end);
            group.alone(() -> {
                makeReady();
                run.copyAppended(end);
                run.finish();
                closeHandle();
                try {
                    compaction.putInPlace();
                    directoryNotForced = true;
                    replaceContent(io.open(file), run.indexWith(index), run.length(), run.base());
                } finally {
                    if (handle == null) {
                        scan();
                    }
                }
                makeReady();
            });
        }
    }

    /** What a compaction starts from: the partitions and the length at one moment. */
    JournalCompaction.Start start() {
        content.readLock().lock();
        try {
            return new JournalCompaction.Start(index.stored(), index.deleted(), end);
        } finally {
            content.readLock().unlock();
        }
    }

    /** The position that the records before an offset make up, or null when there are none any more. */
    StoredPosition readBefore(String partition, long offset) throws IOException {
        content.readLock().lock();
        try {
            List<Place> places = index.places(partition).stream()
                    .filter(place -> place.offset() < offset)
                    .toList();
            return places.isEmpty() ? null : JournalReplay.read(handle(), places);
        } finally {
            content.readLock().unlock();
        }
    }

    byte[] bytes(long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        content.readLock().lock();
        try {
            handle().read(from, bytes);
        } finally {
            content.readLock().unlock();
        }
        return bytes;
    }

    private void force(JournalIo.Handle written) throws IOException {
        if (sync) {
            written.force();
        }
    }

    private void forceDirectory() throws IOException {
        if (sync) {
            io.forceDirectory(file.getParent());
        }
    }
}
