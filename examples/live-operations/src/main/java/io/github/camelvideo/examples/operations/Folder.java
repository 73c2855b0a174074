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
package io.github.camelvideo.examples.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** What the routes read and write on disk. */
final class Folder {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Path directory;
    private final Clock clock;

    Folder(Path directory, Clock clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Puts a file into the inbox as one that comes from elsewhere should: complete from the first moment. */
    void drop(String name, String text) throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Path unseen = Files.writeString(inbox.resolve("." + name), text);
        Files.move(unseen, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Files in a folder below the inbox, by name. */
    List<Path> inbox(String folder) throws IOException {
        return filesIn(directory.resolve("inbox").resolve(folder));
    }

    Path onlineStreams() {
        return directory.resolve("online/streams.json");
    }

    /** The file of yesterday, as Beijing's calendar has it. */
    Path traffic() {
        LocalDate yesterday = LocalDate.now(clock.withZone(BEIJING)).minusDays(1);
        return directory.resolve("traffic").resolve(yesterday + ".csv");
    }

    /** A file's name within this folder. */
    String name(Path file) {
        return directory.relativize(file).toString();
    }

    @Override
    public String toString() {
        return Path.of("").toAbsolutePath().relativize(directory).toString();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
