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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.tencent.SmallProcess;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand values in the URI of a {@code toD}, within a heap that has no room for as many endpoints. */
class DynamicNamesIT {

    private static final int CALLS = 10_000;
    private static final int MEGABYTES = 32;

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().rateLimits(false));

    @TempDir
    Path folder;

    @Test
    void oneEndpointServesTenThousandNames() throws Exception {
        String action = "DropLiveStream";
        String uri = "tencent-video:live/" + action + "?AppName=live&DomainName=push.example.com"
                + "&StreamName=${header.name}&maxRetries=0";

        var result = SmallProcess.run(
                DynamicNames.class, MEGABYTES, folder, CLOUD.simulator().url(), uri, Integer.toString(CALLS));

        assertThat(result).containsExactly("made=1", "kept=1");
        assertThat(CLOUD.simulator().requests().of(action))
                .extracting(request -> request.parameters().get("StreamName").textValue())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, CALLS).mapToObj(i -> "name-" + i).toList());
    }
}
