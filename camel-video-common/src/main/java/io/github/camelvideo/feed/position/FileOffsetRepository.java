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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps positions in a directory, one small file per key, for a single node.
 *
 * <p>Survives a crash at any moment: a value is written to a temporary file, forced to the disk and moved over the old one in one
 * step, so that a reader finds the old value or the new one, never a part. When {@link #setState} returns, the value outlives the
 * process; on file systems that can force a directory, also a failure of power. A temporary file that a crash left behind is ignored,
 * and removed at a later start.
 *
 * <p>All methods may be called by several threads. Several processes may share the directory as long as each key has one writer at a
 * time. A file's name begins with its key, as far as the characters are harmless, and its content is the value and nothing else.
 *
 * <p>As a bean: {@code camel.beans.offsets = #class:io.github.camelvideo.feed.position.FileOffsetRepository} and
 * {@code camel.beans.offsets.directory = data/offsets}.
 */
public class FileOffsetRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final String TEMPORARY = ".tmp";
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);
    private static final int READABLE = 80;

    private String directory;

    public FileOffsetRepository() {}

    public FileOffsetRepository(String directory) {
        this.directory = directory;
    }

    public String getDirectory() {
        return directory;
    }

    /** Directory of the files; made at the start where it is missing. Required. */
    public void setDirectory(String directory) {
        this.directory = directory;
    }

    @Override
    protected void doStart() throws Exception {
        if (directory == null || directory.isBlank()) {
            throw new IllegalArgumentException("Offset repository of files: no directory is given. Set 'directory'.");
        }
        Files.createDirectories(Path.of(directory));
        removeLeftBehind();
    }

    @Override
    protected void doStop() {
        // nothing is held open
    }

    @Override
    public String getState(String key) {
        try {
            return Files.readString(fileOf(key), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null; // nothing stored yet
        } catch (IOException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public void setState(String key, String value) {
        Path file = fileOf(key);
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            try {
                write(temporary, value);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceDirectory(file.getParent());
        } catch (IOException e) {
            throw failure("write", key, e);
        }
    }

    private static void write(Path file, String value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(value);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void forceDirectory(Path parent) throws IOException {
        if (java.io.File.separatorChar == '\\') {
            return; // Windows cannot open a directory; there the move itself is journalled
        }
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Young ones may belong to another process that is writing just now. */
    private void removeLeftBehind() throws IOException {
        Instant young = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory), "*" + TEMPORARY)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(young)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path fileOf(String key) {
        String readable = key.replaceAll("[^A-Za-z0-9._-]", "_");
        String start = readable.substring(0, Math.min(READABLE, readable.length()));
        return Path.of(directory).resolve(start + "-" + hash(key) + ".json");
    }

    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private UncheckedIOException failure(String verb, String key, IOException cause) {
        return new UncheckedIOException(
                "Offset repository of files: cannot " + verb + " '" + key + "' in directory '" + directory + "': "
                        + cause + ". Check that the directory exists, has room and may be written.",
                cause);
    }
}
