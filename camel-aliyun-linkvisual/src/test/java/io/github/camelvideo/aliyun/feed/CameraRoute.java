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
package io.github.camelvideo.aliyun.feed;

import io.github.camelvideo.aliyun.AliyunLinkVisualConstants;
import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A route that consumes a list of one made-up camera, which lives by the same clock as the component. */
abstract class CameraRoute extends SimulatedCloud {

    final SimulatorClock clock = new SimulatorClock(CLOCK.instant());

    /** What came to the end of the route. */
    final List<Message> delivered = new CopyOnWriteArrayList<>();

    FakeCamera camera;

    @BeforeEach
    void callTheFake() {
        camera = new FakeCamera(clock);
        component().setClock(clock);
        component().getConfiguration().setEndpointUrl(camera.url());
    }

    @AfterEach
    void closeTheFake() {
        // routes first: they would go on calling
        context.stop();
        camera.close();
    }

    void start(String actionAndOptions) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(SCHEME + actionAndOptions + "&IotId=camera&delay=10&initialDelay=0")
                        .process(this::deliver);
            }

            private void deliver(Exchange exchange) {
                delivered.add(exchange.getMessage().copy());
            }
        });
    }

    void await(int count) {
        until(count + " deliveries", () -> delivered.size() >= count);
    }

    /** Waits until the list was asked for so often again that what would be repeated has been. */
    void awaitMoreReading() {
        int before = camera.pages().size();
        until("two more polls", () -> camera.pages().size() >= before + 3);
    }

    List<String> keys() {
        return delivered.stream()
                .map(message -> message.getHeader(AliyunLinkVisualConstants.ITEM_KEY, String.class))
                .toList();
    }

    List<Instant> times() {
        return delivered.stream()
                .map(message -> message.getHeader(AliyunLinkVisualConstants.ITEM_TIME, Instant.class))
                .toList();
    }

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }
}
