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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForbidInboxIT extends ForbidCase {

    private static final String REQUEST =
            "{\"domain\":\"push.example.com\",\"app\":\"live\",\"stream\":\"pirate\",\"minutes\":60}";

    @BeforeEach
    void emptyFolders() throws Exception {
        for (String folder : List.of(".done", ".failed")) {
            for (Path file : operations.folder().inbox(folder)) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aJsonFileForbidsItsStream() throws Exception {
        operations.folder().drop("one.json", REQUEST);

        awaitFiles(".done", 1);
        assertThat(operations.cloud().isForbidden("pirate")).isTrue();
        assertThat(operations.folder().inbox("")).isEmpty();
    }

    @Test
    void aCsvFileForbidsTheStreamOfEachLine() throws Exception {
        operations
                .folder()
                .drop(
                        "two.csv",
                        """
                domain,app,stream,minutes,reason
                push.example.com,live,pirate,60,no licence

                push.example.com,live,unlicensed,90
                """);

        awaitFiles(".done", 1);
        assertThat(operations.cloud().isForbidden("pirate")).isTrue();
        assertThat(operations.cloud().isForbidden("unlicensed")).isTrue();
        assertThat(operations.cloud().calls(ACTION)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken.json | {\"stream\":                       | Unexpected end-of-input",
                "empty.json  | {}                                 | domain, app, stream and minutes",
                "short.csv   | push.example.com,live,pirate       | domain, app, stream and minutes",
                "long.csv    | push.example.com,live,pirate,999999 | InvalidParameterValue",
                "request.txt | push.example.com,live,pirate,60    | .json or .csv"
            })
    void aBadFileGoesToFailedWithTheReason(String name, String text, String reason) throws Exception {
        operations.folder().drop(name, text);

        awaitFiles(".failed", 2);
        List<Path> files = operations.folder().inbox(".failed");
        assertThat(files.get(0).toString()).endsWith(name);
        assertThat(files.get(0)).hasContent(text);
        assertThat(files.get(1).toString()).endsWith(name + ".reason.txt");
        assertThat(Files.readString(files.get(1))).contains(reason);
        assertThat(operations.folder().inbox("")).isEmpty();
        assertThat(operations.cloud().isForbidden("pirate")).isFalse();
    }

    @Test
    void aFileStaysUntilTheCloudCanDoIt() throws Exception {
        // given a cloud that refuses, then cuts the line, then works
        operations.simulator().faults().next(ACTION, 2, Fault.THROTTLE);
        operations.simulator().faults().next(ACTION, 1, Fault.CUT_BEFORE_ANSWER);

        // when
        operations.folder().drop("one.json", REQUEST);

        // then
        awaitFiles(".done", 1);
        assertThat(operations.cloud().calls(ACTION)).isEqualTo(4);
        assertThat(operations.folder().inbox(".failed")).isEmpty();
    }

    @Test
    void aFileThatWasNotDoneIsDoneAfterARestart() throws Exception {
        // given
        operations.simulator().faults().next(ACTION, Integer.MAX_VALUE, Fault.THROTTLE);
        operations.folder().drop("one.json", REQUEST);
        await().until(() -> operations.cloud().calls(ACTION) > 0);
        operations.close();

        // when
        operations = new Operations(directory).start();

        // then
        awaitFiles(".done", 1);
        assertThat(operations.cloud().isForbidden("pirate")).isTrue();
    }

    @Test
    void theSameNameMayComeAgain() throws Exception {
        operations.folder().drop("one.json", REQUEST);
        awaitFiles(".done", 1);

        operations.folder().drop("one.json", REQUEST);

        awaitFiles(".done", 2);
    }

    private void awaitFiles(String folder, int count) {
        await().until(() -> operations.folder().inbox(folder).size() == count
                && operations.folder().inbox("").isEmpty());
    }
}
