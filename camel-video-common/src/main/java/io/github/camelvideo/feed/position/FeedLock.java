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
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of this process to write the journal of one feed: a lock on a file beside it that the operating system releases when the
 * process ends, however it ends. The file says who holds it; it stays when the lock is released.
 *
 * <p>Within the process a registry tells who is first, because to close a file anywhere in a process gives up all of the process's locks
 * on it. All methods may be called by several threads.
 */
final class FeedLock {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    /** Behind all content, so that Windows lets others read who holds the lock. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Path file;
    /** Not opened as a channel: that would be closed, and the lock lost, by an interrupt of the thread that writes. */
    private final RandomAccessFile opened;

    private FeedLock(Path file, RandomAccessFile opened) {
        this.file = file;
        this.opened = opened;
    }

    /**
     * Takes the lock.
     *
     * @param file in a directory that exists
     * @throws HeldException when somebody has it
     */
    static FeedLock take(Path file) throws IOException, HeldException {
        Path place = place(file);
        if (!HELD_HERE.add(place)) {
            throw new HeldException("this process, " + self());
        }
        RandomAccessFile opened = null;
        boolean taken = false;
        try {
            opened = new RandomAccessFile(place.toFile(), "rw");
            if (tryLock(opened.getChannel()) == null) {
                throw new HeldException("process " + content(place));
            }
            opened.setLength(0);
            opened.write(self().getBytes(StandardCharsets.UTF_8));
            taken = true;
            return new FeedLock(place, opened);
        } finally {
            if (!taken) {
                if (opened != null) {
                    opened.close();
                }
                HELD_HERE.remove(place);
            }
        }
    }

    /** Who holds the lock, or null when nobody does. */
    static String holder(Path file) throws IOException {
        Path place = place(file);
        if (HELD_HERE.contains(place)) {
            return "this process, " + self();
        }
        // an orderly release empties the file, so a lock that is free is touched only after a process was killed
        if (!Files.exists(place) || Files.size(place) == 0) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null ? "process " + content(place) : null;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // this class in another class loader of the same process has it
        }
    }

    /** The same for all ways to name the directory. */
    private static Path place(Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    private static String content(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String self() {
        return ManagementFactory.getRuntimeMXBean().getName(); // number of the process and name of the machine
    }

    /** Releases the lock. */
    void release() throws IOException {
        try (opened) {
            opened.setLength(0);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    /** Somebody else has the lock; the message says who. */
    static final class HeldException extends Exception {

        private static final long serialVersionUID = 1L;

        HeldException(String holder) {
            super(holder);
        }
    }
}
