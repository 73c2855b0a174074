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

import io.github.camelvideo.feed.position.JournalIndex.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journals in a directory, one file per feed, {@code <readable name>-<hash>.journal}, each with a {@code .lock} beside it.
 *
 * <p>Where a journal knows nothing of a partition, the file that version 1 wrote counts. It is left in place: a downgrade starts from
 * where version 1 stopped, and repeats what was delivered since. All methods may be called by several threads.
 */
final class JournalDirectory {

    private static final String JOURNAL = ".journal";
    private static final String LOCK = ".lock";

    private final Path directory;
    private final JournalIo io;
    private final boolean sync;
    private final long smallestCompaction;
    private final StateFiles states;
    private final Version1Positions version1;
    private final Set<FilePositionStore> open = ConcurrentHashMap.newKeySet();

    JournalDirectory(Path directory, JournalIo io, boolean sync, long smallestCompaction) {
        this.directory = directory;
        this.io = io;
        this.sync = sync;
        this.smallestCompaction = smallestCompaction;
        this.states = new StateFiles(directory, io);
        this.version1 =
                new Version1Positions(this::textOfVersion1, "in directory '" + directory + "'", "delete its file");
    }

    FilePositionStore open(String feed) {
        FeedLock lock = lock(feed);
        boolean opened = false;
        try {
            Journal journal = Journal.open(
                    io,
                    file(feed, JOURNAL),
                    feed,
                    sync,
                    partition -> states.has(StateKey.of(feed, partition)),
                    smallestCompaction);
            FilePositionStore[] self = new FilePositionStore[1];
            self[0] = new FilePositionStore(this, feed, journal, lock, () -> open.remove(self[0]));
            open.add(self[0]);
            opened = true;
            return self[0];
        } catch (IOException e) {
            throw failure("open", feed, e);
        } finally {
            if (!opened) {
                release(lock, feed);
            }
        }
    }

    private FeedLock lock(String feed) {
        try {
            return FeedLock.take(file(feed, LOCK));
        } catch (FeedLock.HeldException e) {
            throw new IllegalStateException(
                    "Positions of feed '" + feed + "' in directory '" + directory + "' are in use by " + e.getMessage()
                            + ". Give each process a directory of its own, use master: or a clustered route controller so that one"
                            + " node runs the feed, or set another offsetKey.",
                    e);
        } catch (IOException e) {
            throw failure("lock", feed, e);
        }
    }

    private void release(FeedLock lock, String feed) {
        try {
            lock.release();
        } catch (IOException e) {
            throw failure("unlock", feed, e);
        }
    }

    /** Closes what is still open. */
    void close() {
        open.forEach(FilePositionStore::close);
    }

    List<String> feeds() {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + JOURNAL)) {
            for (Path file : files) {
                try (JournalIo.Handle handle = io.openToRead(file)) {
                    JournalScan scan = new JournalScan(handle);
                    if (!index(scan).stored().isEmpty()) {
                        names.add(scan.feed());
                    }
                } catch (DamagedJournalException e) {
                    throw damaged(file, e);
                }
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Offset repository of files: cannot list the feeds in directory '" + directory + "': " + e
                            + ". Check that the directory exists and may be read.",
                    e);
        }
    }

    List<String> partitions(String feed) {
        Set<String> names = new TreeSet<>(Comparator.naturalOrder());
        List<String> deleted = new ArrayList<>();
        read(feed, (handle, index) -> {
            names.addAll(index.stored());
            deleted.addAll(index.deleted());
            return null;
        });
        for (String partition : version1.partitions(feed)) {
            if (!deleted.contains(partition)) {
                names.add(partition);
            }
        }
        return List.copyOf(names);
    }

    StoredPosition view(String feed, String partition) {
        Presence[] presence = {Presence.ABSENT};
        StoredPosition position = read(feed, (handle, index) -> {
            presence[0] = index.presence(partition);
            return presence[0] == Presence.STORED ? JournalReplay.read(handle, index.places(partition)) : null;
        });
        return presence[0] == Presence.ABSENT ? version1.find(feed, partition) : position;
    }

    String holder(String feed) {
        try {
            return FeedLock.holder(file(feed, LOCK));
        } catch (IOException e) {
            throw failure("ask who uses", feed, e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        StoredPosition of(JournalIo.Handle handle, JournalIndex index) throws IOException;
    }

    /** Reads a journal that another process may be writing: a frame that is not complete yet is left alone. */
    private StoredPosition read(String feed, Reading reading) {
        Path file = file(feed, JOURNAL);
        if (!io.exists(file)) {
            return null;
        }
        try (JournalIo.Handle handle = io.openToRead(file)) {
            return reading.of(handle, index(new JournalScan(handle)));
        } catch (IOException e) {
            throw failure("read", feed, e);
        }
    }

    private static JournalIndex index(JournalScan scan) throws IOException {
        JournalIndex index = new JournalIndex();
        scan.run(placed -> index.add(placed.record(), placed.place()));
        return index;
    }

    /** The position that version 1 stored; null when there is none. */
    StoredPosition version1(String feed, String partition) {
        return version1.find(feed, partition);
    }

    private String textOfVersion1(String key) {
        try {
            return states.read(key);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Offset repository of files: cannot read '" + key + "' in directory '" + directory + "': " + e
                            + ". Check that the file may be read and is UTF-8.",
                    e);
        }
    }

    private Path file(String feed, String suffix) {
        return directory.resolve(StateFiles.name(feed) + suffix);
    }

    RuntimeException failure(String verb, String feed, IOException cause) {
        // a commit wraps what went wrong for each of those who share it
        Throwable reason = cause.getCause() instanceof DamagedJournalException ? cause.getCause() : cause;
        if (reason instanceof DamagedJournalException damaged) {
            return damaged(file(feed, JOURNAL), damaged);
        }
        return new UncheckedIOException(
                "Offset repository of files: cannot " + verb + " the positions of feed '" + feed + "' in directory '"
                        + directory + "': " + cause
                        + ". Check that the directory exists, has room and may be written.",
                cause);
    }

    private IllegalStateException damaged(Path file, DamagedJournalException cause) {
        return new IllegalStateException(
                "Journal of positions '" + file + "' cannot be used: " + cause.getMessage()
                        + ". Restore the file, or delete it (the feed then starts at startFrom), or set another offsetKey.",
                cause);
    }
}
