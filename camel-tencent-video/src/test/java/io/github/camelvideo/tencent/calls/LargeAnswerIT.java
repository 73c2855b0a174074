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

import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.tencent.SmallProcess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest answer there is, within a small heap. The server lives outside of it. */
class LargeAnswerIT {

    private static final int LIMIT = 50 << 20;
    private static final int MEGABYTES = 256;

    private static SimulatorServer server;
    private static int items;
    private static int size;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        byte[] answer = answer();
        size = answer.length;
        Reply reply = Reply.of(200, "application/json", "").withBody(answer);
        server = SimulatorServer.start(0, Clock.systemUTC(), call -> reply);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Streams that were published: some texts of a record are its own, some stand in many. */
    private static byte[] answer() {
        ByteArrayOutputStream json = new ByteArrayOutputStream(LIMIT);
        json.writeBytes("{\"Response\":{\"PublishInfo\":[".getBytes(StandardCharsets.US_ASCII));
        byte[] end = "],\"PageNum\":1,\"PageSize\":100,\"TotalNum\":7,\"TotalPage\":1,\"RequestId\":\"r\"}}"
                .getBytes(StandardCharsets.US_ASCII);
        items = 0;
        while (true) {
            byte[] item = item(items).getBytes(StandardCharsets.US_ASCII);
            if (json.size() + item.length + end.length > LIMIT) {
                break;
            }
            json.writeBytes(item);
            items++;
        }
        json.writeBytes(end);
        return json.toByteArray();
    }

    private static String item(int i) {
        return (i == 0 ? "" : ",")
                + "{\"StreamName\":\"camera-" + i + "-gate\",\"AppName\":\"live\",\"DomainName\":\"push.example.com\","
                + "\"StreamStartTime\":\"2026-06-01T" + two(i / 3600 % 24) + ":" + two(i / 60 % 60) + ":" + two(i % 60)
                + "Z\",\"StreamEndTime\":\"2026-06-02T" + two(i / 3600 % 24) + ":" + two(i / 60 % 60) + ":"
                + two(i % 60) + "Z\",\"Duration\":" + i % 86400 + ",\"ClientIp\":\"203.0.113." + i % 256 + "\"}";
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** One process for all, since starting it takes longer than a call; what one call leaves behind the next would not survive. */
    @Test
    void fitsWhateverItBecomes() throws Exception {
        List<String> counted = SmallProcess.run(
                LargeAnswer.class,
                MEGABYTES,
                folder,
                server.url(),
                "outputType=Map",
                "outputType=String",
                "outputType=JsonNode",
                "outputType=" + LargeAnswer.Published.class.getName(),
                "paging=STREAM&maxItems=0");

        String ofItems = Integer.toString(items);
        String ofText = Integer.toString(size - "{\"Response\":,\"RequestId\":\"r\"}".length());
        assertThat(counted).containsExactly(ofItems, ofText, ofItems, ofItems, ofItems);
    }
}
