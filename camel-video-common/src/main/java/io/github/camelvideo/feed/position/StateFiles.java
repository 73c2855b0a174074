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

import io.github.camelvideo.json.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * One small file per key in a directory: what {@code StateRepository} asks for, and where version 1 kept positions.
 *
 * <p>A value is written to a temporary file, forced to the disk and moved over the old one in one step. All methods may be called by
 * several threads.
 */
final class StateFiles {

    static final String TEMPORARY = ".tmp";

    private static final int READABLE = 80;

    /** Hexadecimal digits of the hash. */
    private static final int HASH = 16;

    private final Path directory;
    private final JournalIo io;

    StateFiles(Path directory, JournalIo io) {
        this.directory = directory;
        this.io = io;
    }

    /** The value, or null when there is none. */
    String read(String key) throws IOException {
        try {
            return Files.readString(fileOf(key), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null; // nothing stored yet
        }
    }

    boolean has(String key) {
        return Files.exists(fileOf(key));
    }

    void write(String key, String value) throws IOException {
        Path file = fileOf(key);
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            writeNew(temporary, value);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        io.forceDirectory(directory);
    }

    private static void writeNew(Path file, String value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(value);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path fileOf(String key) {
        return directory.resolve(name(key) + ".json");
    }

    /** The key as far as its characters are harmless in the name of a file, and a hash that tells all keys apart. */
    static String name(String key) {
        String readable = key.replaceAll("[^A-Za-z0-9._-]", "_");
        String start = readable.substring(0, Math.min(READABLE, readable.length()));
        return start + "-" + Digests.sha256Hex(Digests.utf8(key)).substring(0, HASH);
    }
}
