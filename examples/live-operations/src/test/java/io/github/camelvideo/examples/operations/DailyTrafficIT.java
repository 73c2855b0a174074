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
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTrafficIT extends OperationsCase {

    private static final String ACTION = "DescribeBillBandwidthAndFluxList";

    @ParameterizedTest
    @CsvSource({"60, 24", "5, 288"})
    void theFileHasYesterdayOfEveryDomain(String minutes, int lines) throws Exception {
        operations.with("traffic.minutes", minutes).start();

        List<String> written = awaitFile();
        String day = operations.folder().traffic().getFileName().toString().replace(".csv", "");
        assertThat(written).hasSize(1 + 2 * lines).doesNotHaveDuplicates();
        assertThat(written.get(0)).isEqualTo("time,domain,bandwidth_mbps,traffic_mb");
        assertThat(written.get(1)).matches(day + " 00:00:00,play\\.example\\.com,[0-9.]+,[0-9.]+");
        assertThat(written.subList(1, written.size())).allMatch(line -> line.startsWith(day));
        assertThat(written.subList(1 + lines, 1 + 2 * lines)).allMatch(line -> line.contains(",vod.example.com,"));
    }

    @Test
    void anotherRunLeavesTheSameFile() throws Exception {
        operations.with("traffic.at", Operations.EVERY_SECOND).start();
        List<String> first = awaitFile();

        await().until(() -> operations.cloud().trafficRuns() >= 3);

        assertThat(awaitText()).endsWith("\n");
        assertThat(awaitFile()).isEqualTo(first);
    }

    @Test
    void aRunThatFailsIsRepeatedAsAWhole() throws Exception {
        operations.simulator().faults().next(ACTION, 2, Fault.HTTP_500);

        operations.start();

        assertThat(awaitFile()).hasSize(1 + 2 * 24);
    }

    @Test
    void aDomainWithoutFiguresHasALineWithoutFigures() throws Exception {
        operations.simulator().answer("live/" + ACTION, "{\"Response\":{\"DataInfoList\":[],\"RequestId\":\"1\"}}");

        operations.start();

        assertThat(awaitFile()).hasSize(3).last().asString().endsWith(" 00:00:00,vod.example.com,,");
    }

    private List<String> awaitFile() {
        return awaitText().lines().toList();
    }

    /** Between two runs the file is not there for a moment: Camel deletes the old one before it renames the new one. */
    private String awaitText() {
        return await().ignoreException(NoSuchFileException.class)
                .until(() -> Files.readString(operations.folder().traffic()), text -> !text.isEmpty());
    }
}
