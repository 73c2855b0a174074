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

import static io.github.camelvideo.feed.position.PositionModel.contentOf;
import static io.github.camelvideo.feed.position.PositionModel.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files; what a broken disk does is in {@link JournalTest}. */
class FilePositionsTest extends PositionRepositoryContract {

    @TempDir
    private Path directory;

    private final List<FileOffsetRepository> started = new ArrayList<>();

    @Override
    FileOffsetRepository repository() {
        // so small that journals are compacted while others save
        FileOffsetRepository repository = new FileOffsetRepository(new DiskIo(), 4096);
        repository.setDirectory(directory.toString());
        repository.start();
        started.add(repository);
        return repository;
    }

    @Override
    StateRepository<String, String> version1() {
        return repository();
    }

    @AfterEach
    void stop() {
        started.forEach(FileOffsetRepository::stop);
    }

    private static void save(PositionStore store, String partition, int number, PositionEntry... entries) {
        StoredPosition whole = new StoredPosition(head(number), List.of(entries));
        store.save(partition, new PositionChange(whole.head(), List.of(entries), Set.of(), null, () -> whole));
    }

    @Test
    void keepsOneJournalPerFeedWithAReadableName() throws Exception {
        try (PositionStore store = repository().open("live/Alarms#Id")) {
            save(store, "a", 1);
            save(store, "b", 2);
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .allMatch(name -> name.matches("live_Alarms_Id-[0-9a-f]{16}\\.(journal|lock)"));
        }
    }

    @Test
    void refusesAFeedThatIsOpenHowEverTheDirectoryIsNamed() throws Exception {
        FileOffsetRepository one = repository();
        Path link = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"), directory);
        FileOffsetRepository other = new FileOffsetRepository(link.toString());
        other.start();
        started.add(other);
        PositionStore store = one.open("feed");

        assertThat(other.holder("feed")).startsWith("this process, ");
        assertThatThrownBy(() -> other.open("feed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by this process")
                .hasMessageContaining("a directory of its own, use master:")
                .hasMessageContaining("another offsetKey");
        other.open("other feed").close();

        store.close();
        assertThat(other.holder("feed")).isNull();
        other.open("feed").close();
        Files.delete(link);
    }

    @Test
    void refusesAFeedThatAnotherProcessHasOpen() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('!');
            FileOffsetRepository repository = repository();

            assertThat(repository.holder("feed")).startsWith("process " + process.pid() + "@");
            assertThatThrownBy(() -> repository.open("feed"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("are in use by process " + process.pid() + "@");
            assertThat(repository.view("feed", "").head()).isEqualTo(head(1));

            process.destroyForcibly().waitFor();
            assertThat(repository.holder("feed")).isNull();
            try (PositionStore store = repository.open("feed")) {
                assertThat(store.load("").head()).isEqualTo(head(1));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Holds a feed until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            FileOffsetRepository repository = new FileOffsetRepository(args[0]);
            repository.start();
            save(repository.open("feed"), "", 1);
            System.out.write('!');
            System.out.flush();
            if (System.in.read() < 0) {
                Runtime.getRuntime().halt(1); // the test is gone
            }
        }
    }

    @Test
    void anInterruptedThreadOpensSavesAndClosesAndDisturbsNobody() {
        FileOffsetRepository repository = repository();
        Thread.currentThread().interrupt();
        PositionStore store = repository.open("feed");
        save(store, "", 1);
        assertThat(Thread.interrupted()).isTrue();
        save(store, "", 2);
        assertThat(store.load("").head()).isEqualTo(head(2));
        assertThatThrownBy(() -> repository().open("feed")).hasMessageContaining("in use by this process");

        Thread.currentThread().interrupt();
        store.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(repository.holder("feed")).isNull();
        repository.open("feed").close();
    }

    @Test
    void namesFileAndRemedyWhereTheJournalIsDamaged() throws Exception {
        try (PositionStore store = repository().open("feed")) {
            save(store, "", 1);
        }
        Path journal = journal();
        Files.write(journal, new byte[0]);

        FileOffsetRepository repository = repository();
        assertThatThrownBy(() -> repository.open("feed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Journal of positions '" + journal
                        + "' cannot be used: it is empty. Restore the file, or delete it"
                        + " (the feed then starts at startFrom), or set another offsetKey.");
        assertThatThrownBy(repository::feeds).hasMessageContaining("it is empty");
        Files.delete(journal);
        repository.open("feed").close();
    }

    private Path journal() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void namesDirectoryAndRemedyWhereItCannotWrite() throws Exception {
        MemoryIo io = new MemoryIo();
        FileOffsetRepository repository = new FileOffsetRepository(io, 4096);
        repository.setDirectory(directory.toString());
        repository.start();
        started.add(repository);
        try (PositionStore store = repository.open("feed")) {
            io.failAt(0, 1, 0.5);
            assertThatThrownBy(() -> save(store, "", 1))
                    .hasMessageContaining("cannot write the positions of feed 'feed' in directory '" + directory + "'")
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("has room and may be written");
            save(store, "", 2);
            assertThat(store.load("").head()).isEqualTo(head(2));
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new FileOffsetRepository(file.toString()).start())
                .hasStackTraceContaining("directory=" + file + ": is a file. Set 'directory'");
        assertThatThrownBy(() -> new FileOffsetRepository(file + "/below").start())
                .hasStackTraceContaining("Set 'directory' to a directory that this process may write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-xr-xr-x", "-wx-wx-wx"})
    void namesADirectoryThatItMayNotUseAndTheRemedy(String permissions) throws Exception {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString(permissions));
        assumeFalse(Files.isWritable(locked) && Files.isReadable(locked), "root may use every directory");

        assertThatThrownBy(() -> new FileOffsetRepository(locked.toString()).start())
                .hasStackTraceContaining("Offset repository of files: directory=" + locked + ": cannot be ")
                .hasStackTraceContaining(
                        "Set 'directory' to a directory that this process may write, or change its permissions.");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void mustBeStartedFirst() {
        FileOffsetRepository repository = new FileOffsetRepository(directory.toString());
        assertThatThrownBy(() -> repository.open("feed")).hasMessageContaining("is not started");
    }

    @Test
    void stoppingItReleasesWhatIsOpen() {
        FileOffsetRepository repository = repository();
        PositionStore store = repository.open("feed");
        repository.stop();

        assertThatThrownBy(() -> save(store, "", 1)).hasMessageContaining("the positions of the feed are closed");
        repository().open("feed").close();
    }

    @Test
    void listsFeedsAndPartitionsWithThoseOfVersion1() {
        FileOffsetRepository repository = repository();
        repository.setState("old#Id", "{\"v\":1,\"listed\":[\"a\",\"b\"],\"gone\":{}}");
        repository.setState(
                "old#Id/b",
                "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:46:51Z\",\"delivered\":{}}");
        try (PositionStore store = repository.open("new");
                PositionStore empty = repository.open("empty")) {
            save(store, "y", 1);
            save(store, "x", 1);
            save(store, "gone", 1);
            store.delete("gone");
            assertThat(empty.load("")).isNull();
        }

        assertThat(repository.feeds())
                .as("names of version 1 are not in its files")
                .containsExactly("new");
        assertThat(repository.partitions("new")).containsExactly("x", "y");
        assertThat(repository.partitions("old#Id")).containsExactly("", "b");
        assertThat(repository.partitions("unknown")).isEmpty();
        assertThat(contentOf(repository.view("new", "gone")).head()).isNull();
    }

    @Test
    void withoutSyncItForcesNothing() {
        MemoryIo io = new MemoryIo();
        FileOffsetRepository repository = new FileOffsetRepository(io, 4096);
        repository.setDirectory(directory.toString());
        repository.setSync(false);
        repository.start();
        started.add(repository);
        try (PositionStore store = repository.open("feed")) {
            save(store, "", 1);
        }
        assertThat(io.forces()).isZero();
    }
}
