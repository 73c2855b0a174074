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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOffsetRepositoryTest {

    @TempDir
    private Path directory;

    @Test
    void keepsValuesOverARestart() throws Exception {
        FileOffsetRepository repository = started();
        assertThat(repository.getState("a")).isNull();

        repository.setState("a", "1");
        repository.setState("a", "2\n");
        repository.setState("b", "ü");

        assertThat(started().getState("a")).isEqualTo("2\n");
        assertThat(started().getState("b")).isEqualTo("ü");
        assertThat(files()).hasSize(2).allMatch(name -> name.endsWith(".json"));
    }

    @Test
    void keysOfAnyShapeAreToldApart() {
        FileOffsetRepository repository = started();
        List<String> keys = List.of("a/b", "a_b", "../a", "A/B", "x".repeat(500), "x".repeat(501), "");

        keys.forEach(key -> repository.setState(key, "value of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("value of " + key));
        assertThat(files()).hasSameSizeAs(keys);
    }

    @Test
    void aTemporaryFileLeftByACrashIsIgnoredAndLaterRemoved() throws Exception {
        FileOffsetRepository repository = started();
        repository.setState("a", "whole");
        Path old = directory.resolve(files().get(0) + ".1.tmp");
        Path young = directory.resolve(files().get(0) + ".2.tmp");
        Files.writeString(young, "ha");
        Files.writeString(old, "ha");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        assertThat(started().getState("a")).isEqualTo("whole");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        repository.setState("a", "next");
        assertThat(started().getState("a")).isEqualTo("next");
    }

    @Test
    void namesKeyAndDirectoryWhereItCannotWrite() throws Exception {
        FileOffsetRepository repository = started();
        Files.delete(directory);

        assertThatThrownBy(() -> repository.setState("a", "1"))
                .hasMessageContaining("cannot write 'a' in directory '" + directory + "'");
        Files.createDirectory(directory);
    }

    @Test
    void needsADirectory() {
        assertThatThrownBy(() -> new FileOffsetRepository().start()).hasStackTraceContaining("Set 'directory'");
    }

    private FileOffsetRepository started() {
        FileOffsetRepository repository = new FileOffsetRepository();
        repository.setDirectory(directory.toString());
        repository.start();
        return repository;
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
