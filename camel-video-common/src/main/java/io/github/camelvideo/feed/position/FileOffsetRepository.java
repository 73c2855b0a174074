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
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps positions in a directory, one append-only journal per feed, for a single node.
 *
 * <p>A save appends what has changed and forces it to the disk, so it costs the same however much a feed remembers. Threads that save
 * positions of one feed at the same time share one force. When a save returns, the change survives the process; on file systems that can
 * force a directory, also a power failure. What a crash left incomplete is cut off when the feed is opened again. After a write that
 * failed, such as on a full disk, the next save works as soon as there is room.
 *
 * <p>A lock keeps a second process from opening a feed that is open. Files of version 1, one per position, are read where a journal has
 * nothing yet, and left in place: after a downgrade, a feed resumes where version 1 stopped.
 *
 * <p>As a plain {@code StateRepository} it keeps one small file per key, written to a temporary file and moved over the old one in one
 * step. Several processes may share these as long as each key has one writer at a time.
 *
 * <p>All methods may be called by several threads. As a bean:
 * {@code camel.beans.offsets = #class:io.github.camelvideo.feed.position.FileOffsetRepository} and
 * {@code camel.beans.offsets.directory = data/offsets}.
 */
public class FileOffsetRepository extends ServiceSupport
        implements StateRepository<String, String>, PositionRepository {

    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);
    /** A feed that stores 150 bytes per item compacts no more often than every 1,700 items. */
    private static final long SMALLEST_COMPACTION = 256 * 1024;

    private final JournalIo io;
    private final long smallestCompaction;
    private String directory;
    private boolean sync = true;
    private JournalDirectory journals;

    public FileOffsetRepository() {
        this(new DiskIo(), SMALLEST_COMPACTION);
    }

    public FileOffsetRepository(String directory) {
        this();
        this.directory = directory;
    }

    FileOffsetRepository(JournalIo io, long smallestCompaction) {
        this.io = io;
        this.smallestCompaction = smallestCompaction;
    }

    public String getDirectory() {
        return directory;
    }

    /** Directory of the files; made at the start where it is missing. Required. */
    public void setDirectory(String directory) {
        this.directory = directory;
    }

    public boolean isSync() {
        return sync;
    }

    /**
     * Whether each save waits until the disk has the change; default true. With false, positions survive the process but not a power
     * failure, after which items may be repeated or a journal may be refused as damaged.
     */
    public void setSync(boolean sync) {
        this.sync = sync;
    }

    @Override
    protected void doStart() throws Exception {
        if (directory == null || directory.isBlank()) {
            throw new IllegalArgumentException("Offset repository of files: no directory is given. Set 'directory'.");
        }
        Path path = Path.of(directory);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException("Offset repository of files: directory=" + directory
                    + ": is a file. Set 'directory' to a directory that this process may write.");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw notWritable("cannot be created: " + e, e);
        }
        if (!Files.isWritable(path)) {
            throw notWritable("cannot be written by this process", null);
        }
        try {
            removeLeftBehind();
        } catch (IOException e) {
            throw notWritable("cannot be read or written: " + e, e);
        }
        journals = new JournalDirectory(path, io, sync, smallestCompaction);
    }

    private IllegalArgumentException notWritable(String what, IOException cause) {
        return new IllegalArgumentException(
                "Offset repository of files: directory=" + directory + ": " + what
                        + ". Set 'directory' to a directory that this process may write, or change its permissions.",
                cause);
    }

    @Override
    protected void doStop() {
        if (journals != null) {
            journals.close();
            journals = null;
        }
    }

    @Override
    public PositionStore open(String feed) {
        return journals().open(feed);
    }

    @Override
    public List<String> feeds() {
        return journals().feeds();
    }

    @Override
    public List<String> partitions(String feed) {
        return journals().partitions(feed);
    }

    @Override
    public StoredPosition view(String feed, String partition) {
        return journals().view(feed, partition);
    }

    @Override
    public String holder(String feed) {
        return journals().holder(feed);
    }

    private JournalDirectory journals() {
        JournalDirectory started = journals;
        if (started == null) {
            throw new IllegalStateException("Offset repository of files: directory=" + directory
                    + ": is not started. Bind it to the registry so that Camel starts it, or call start().");
        }
        return started;
    }

    @Override
    public String getState(String key) {
        try {
            return states().read(key);
        } catch (IOException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public void setState(String key, String value) {
        try {
            states().write(key, value);
        } catch (IOException e) {
            throw failure("write", key, e);
        }
    }

    private StateFiles states() {
        return new StateFiles(Path.of(directory), io);
    }

    /** Young ones may belong to another process that is writing just now. */
    private void removeLeftBehind() throws IOException {
        Instant young = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory), "*" + StateFiles.TEMPORARY)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(young)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private UncheckedIOException failure(String verb, String key, IOException cause) {
        return new UncheckedIOException(
                "Offset repository of files: cannot " + verb + " '" + key + "' in directory '" + directory + "': "
                        + cause + ". Check that the directory exists, has room and may be written.",
                cause);
    }
}
