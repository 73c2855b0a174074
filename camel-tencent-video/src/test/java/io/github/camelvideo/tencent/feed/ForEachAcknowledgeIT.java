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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.tencent.SimulatedCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Items that do not say what their acknowledgement needs: the value they were read for does. */
class ForEachAcknowledgeIT extends SimulatedCloud {

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    @Test
    void takesFromTheValueWhatTheItemLacks() throws Exception {
        try (SimulatorServer vendor = SimulatorServer.start(0, CLOCK, this::answer)) {
            component().getConfiguration().setEndpointUrl(vendor.url());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    // lenient, since no list of the catalog so far needs it: the id is no filter there
                    from(API + "DescribeWarnings?validation=LENIENT&startFrom=PT1H&delay=20&initialDelay=0"
                                    + "&acknowledge=ResetWarning&forEach=Id&forEachIn=17,18")
                            .to("log:alarms?level=DEBUG");
                }
            });

            FeedRoute.until("both acknowledged", () -> acknowledged.size() == 2);
            context.stop();

            assertThat(acknowledged).containsExactlyInAnyOrder("{\"Id\":17}", "{\"Id\":18}");
        }
    }

    private Reply answer(HttpCall call) {
        try {
            if ("ResetWarning".equals(call.header("X-TC-Action"))) {
                acknowledged.add(new ObjectMapper().readTree(call.body()).toString());
                return reply("");
            }
            return reply(
                    "\"Total\":1,\"Data\":[{\"CreateTime\":\"" + CLOCK.instant().minusSeconds(60) + "\"}],");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(String fields) {
        return Reply.of(200, "application/json", "{\"Response\":{" + fields + "\"RequestId\":\"r\"}}");
    }
}
