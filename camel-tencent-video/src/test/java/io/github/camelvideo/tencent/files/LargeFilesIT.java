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
package io.github.camelvideo.tencent.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.tencent.SmallProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files larger than the heap of the route, which runs in a process of its own. */
@ExtendWith(VideoCloudSimulatorExtension.class)
class LargeFilesIT {

    private static final long SIZE = 96L << 20;
    private static final int HEAP = 64;

    @TempDir
    Path folder;

    @Test
    void areUploadedFromAFileEndpoint(VideoCloudSimulator cloud) throws Exception {
        Path file = sparse(Files.createDirectory(folder.resolve("in")).resolve("large.xlsx"));

        cloud.answer("iss/ImportDevices", "{\"StatusCode\":200,\"Data\":null}");

        assertThat(SmallProcess.run(
                        LargeFiles.class,
                        HEAP,
                        folder,
                        cloud.url(),
                        "upload",
                        file.getParent().toString()))
                .containsExactly("done");

        JsonNode received = cloud.requests().last().parameters().get("File");
        assertThat(received.get("name").asText()).isEqualTo("large.xlsx");
        assertThat(received.get("length").asLong()).isEqualTo(SIZE);
        assertThat(received.get("sha256").asText()).isEqualTo(FileCloud.sha256(Files.newInputStream(file)));
        assertThat(cloud.requests().last().headers()).containsKey("content-length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"download", "download-spooled"})
    void areDownloadedIntoAFileEndpoint(String how, VideoCloudSimulator cloud) throws Exception {
        cloud.downloads(SIZE);
        Path out = folder.resolve("out");

        assertThat(SmallProcess.run(LargeFiles.class, HEAP, folder, cloud.url(), how, out.toString()))
                .containsExactly("done");

        assertThat(FileCloud.sha256(Files.newInputStream(out.resolve("ExportDeviceTemplate.xlsx"))))
                .isEqualTo(counting());
    }

    /** A file of holes, with something at both ends so that a shift would show. */
    private static Path sparse(Path file) throws IOException {
        try (var channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            channel.position(SIZE - 1);
            channel.write(ByteBuffer.wrap(new byte[] {4}));
        }
        return file;
    }

    /** What the simulator promises to send. */
    private static String counting() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256");
        byte[] period = new byte[251 * 1024];
        for (int i = 0; i < period.length; i++) {
            period[i] = (byte) (i % 251);
        }
        for (long left = SIZE; left > 0; left -= period.length) {
            hash.update(period, 0, (int) Math.min(left, period.length));
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
