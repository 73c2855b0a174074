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

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files on a disk.
 *
 * <p>Uses {@link RandomAccessFile}, because an interrupt of one thread closes a {@link FileChannel} for all: a route that is stopped must
 * not take the journal from the others.
 */
final class DiskIo implements JournalIo {

    @Override
    public Handle open(Path file) throws IOException {
        return new DiskFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public Handle openToRead(Path file) throws IOException {
        return new DiskFile(new RandomAccessFile(file.toFile(), "r"));
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows cannot open a directory; there the move itself is journalled
        }
        boolean interrupted = false;
        boolean done = false;
        try {
            while (!done) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                    done = true;
                } catch (ClosedByInterruptException e) {
                    interrupted = Thread.interrupted(); // again without, as there is no other way to force a directory
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class DiskFile implements Handle {

        private final RandomAccessFile file;
        /** Keeps the position of the file from one call to the next; never held while the disk is forced. */
        private final ReentrantLock position = new ReentrantLock();

        DiskFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void read(long at, byte[] buffer) throws IOException {
            position.lock();
            try {
                file.seek(at);
                file.readFully(buffer);
            } finally {
                position.unlock();
            }
        }

        @Override
        public void write(long at, byte[] bytes) throws IOException {
            position.lock();
            try {
                file.seek(at);
                file.write(bytes);
            } finally {
                position.unlock();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
