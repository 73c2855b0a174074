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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineStreamsIT extends OperationsCase {

    @Test
    void theFileHasTheStreamsOfAllPages() throws Exception {
        for (int i = 0; i < 130; i++) {
            operations.simulator().world().live().startStream(DemoCloud.PUSH_DOMAIN, DemoCloud.APP, "camera-" + i);
        }

        operations.start();

        await().until(() -> listed().size() == 130 + DemoCloud.STREAMS.size());
        assertThat(listed()).contains("pirate", "camera-0", "camera-129").doesNotHaveDuplicates();
    }

    @Test
    void theFileFollowsTheStreams() throws Exception {
        operations.start();
        await().until(() -> listed().contains("pirate"));

        operations.simulator().world().live().stopStream(DemoCloud.PUSH_DOMAIN, DemoCloud.APP, "pirate");

        await().until(() -> listed().size() == DemoCloud.STREAMS.size() - 1);
        assertThat(listed()).doesNotContain("pirate");
    }

    @Test
    void theFileStaysWhileTheCloudFailsAndIsRenewedAfterwards() throws Exception {
        // given
        operations.start();
        await().until(() -> !listed().isEmpty());

        // when
        operations.simulator().faults().next("DescribeLiveStreamOnlineList", 3, Fault.HTTP_500);
        await().until(() -> operations.simulator().faults().isSpent());
        List<String> during = listed();
        operations.simulator().world().live().startStream(DemoCloud.PUSH_DOMAIN, DemoCloud.APP, "late");

        // then
        assertThat(during).hasSameSizeAs(DemoCloud.STREAMS);
        await().until(() -> listed().contains("late"));
    }

    /** Names in the file; none where there is no file at this moment. */
    private List<String> listed() throws Exception {
        Path file = operations.folder().onlineStreams();
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode streams = new ObjectMapper().readTree(Files.readString(file));
        return streams.findValuesAsText("StreamName");
    }
}
