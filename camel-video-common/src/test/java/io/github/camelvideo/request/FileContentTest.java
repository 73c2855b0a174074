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
package io.github.camelvideo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.json.ExactJson;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileContentTest {

    private static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file() throws IOException {
        return Files.write(folder.resolve("devices.xlsx"), BYTES);
    }

    @Test
    void filesBytesTextsAndCachedStreamsCanBeReadAgain() throws IOException {
        for (Object source : List.of(file(), file().toFile(), BYTES, "content", new InputStreamCache(BYTES))) {
            FileContent content = FileContent.from(source, null);

            assertThat(content.length()).isEqualTo(BYTES.length);
            for (int i = 0; i < 2; i++) {
                assertThat(content.isReadable()).isTrue();
                try (InputStream opened = content.open()) {
                    assertThat(opened.readAllBytes()).as("%s", content).isEqualTo(BYTES);
                }
            }
        }
    }

    @Test
    void aCachedStreamIsReadFromItsBegin() throws IOException {
        InputStreamCache cache = new InputStreamCache(BYTES);
        cache.read();

        assertThat(FileContent.from(cache, null).open().readAllBytes()).isEqualTo(BYTES);
    }

    @Test
    void aPlainStreamCanBeReadOnceAndHasNoLength() throws IOException {
        FileContent content = FileContent.from(new ByteArrayInputStream(BYTES), null);

        assertThat(content.length()).isEqualTo(-1);
        assertThat(content.isReadable()).isTrue();
        assertThat(content.open().readAllBytes()).isEqualTo(BYTES);
        assertThat(content.isReadable()).isFalse();
        assertThatThrownBy(content::open).isInstanceOf(IOException.class).hasMessageContaining("read already");
    }

    @Test
    void aPolledFileIsTheFileOrWhatWasReadOfIt() throws IOException {
        byte[] read = "other".getBytes(StandardCharsets.UTF_8);

        assertThat(FileContent.from(new Polled(file(), null), null).name()).isEqualTo("devices.xlsx");
        assertThat(FileContent.from(new Polled(file(), read), null).length()).isEqualTo(5);
    }

    private record Polled(Path path, Object body) implements WrappedFile<File> {

        @Override
        public File getFile() {
            return path.toFile();
        }

        @Override
        public long getFileLength() {
            return path.toFile().length();
        }

        @Override
        public Object getBody() {
            return body;
        }
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx,a.xlsx", "in/box/a.xlsx,a.xlsx", "C:\\box\\a.xlsx,a.xlsx", "..,.."})
    void aGivenNameLosesItsDirectories(String given, String name) throws IOException {
        assertThat(FileContent.from(BYTES, given).name()).isEqualTo(name);
        assertThat(FileContent.from(file(), given).name()).isEqualTo(name);
    }

    @Test
    void onlyAFileHasANameOfItsOwn() throws IOException {
        assertThat(FileContent.from(file(), null).name()).isEqualTo("devices.xlsx");
        assertThat(FileContent.from(BYTES, null).name()).isNull();
    }

    @Test
    void whatIsNoContentIsNone() {
        assertThat(FileContent.from(7, null)).isNull();
        assertThat(FileContent.from(null, null)).isNull();
        assertThat(FileContent.of(ExactJson.object())).isNull();
    }

    @Test
    void standsAmongParametersAsItself() {
        FileContent content = FileContent.from(BYTES, null);

        assertThat(FileContent.of(content.asNode())).isSameAs(content);
        assertThat(FileContent.from(content, "other")).isSameAs(content);
    }

    @Test
    void saysWhatIsInTheWayOfAFile() throws IOException {
        assertThat(FileContent.from(file(), null).problem()).isNull();
        assertThat(FileContent.from(BYTES, null).problem()).isNull();
        assertThat(FileContent.from(folder.resolve("gone"), null).problem()).endsWith("gone' does not exist");
        assertThat(FileContent.from(folder, null).problem()).endsWith("' cannot be read");
    }

    @Test
    void tellsWhereItIsAndNotWhatItIs() throws IOException {
        assertThat(FileContent.from(BYTES, null)).hasToString("7 bytes");
        assertThat(FileContent.from("content", null)).hasToString("7 bytes");
        assertThat(FileContent.from(new ByteArrayInputStream(BYTES), null)).hasToString("a stream");
        assertThat(FileContent.from(file(), null)).hasToString("file " + file());
    }
}
