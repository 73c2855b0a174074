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
package io.github.camelvideo.springboot.test;

import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.springboot.test.AlarmApplication.Alarms;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** Callbacks that the simulator sends to the web server of the application. */
@VideoCloudSimulatorTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CallbackIT {

    private static final String KEY = "callback-key";

    @TestConfiguration
    static class Callbacks {
        @Bean
        RouteBuilder callbacks(Alarms received) {
            return new RouteBuilder() {
                @Override
                @SuppressWarnings("unchecked")
                public void configure() {
                    from("tencent-video:live/callback?callback=/live/events&callbackKey=" + KEY)
                            .process(exchange ->
                                    received.add(exchange.getMessage().getBody(Map.class)));
                }
            };
        }
    }

    @Autowired
    VideoCloudSimulator cloud;

    @LocalServerPort
    int port;

    @Test
    void aCallbackReachesTheRouteThroughTheServerOfSpringBoot(@Autowired Alarms received) {
        cloud.world().callbacks().to("live", "http://localhost:" + port + "/live/events", KEY);

        cloud.world().live().startStream("push.example.com", "live", "camera1");

        await().until(() -> received.stream().anyMatch(event -> "camera1".equals(event.get("stream_id"))));
    }
}
