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

import static io.github.camelvideo.tencent.feed.FeedRoute.until;

import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A route that consumes the events of many made-up devices. */
abstract class DevicesRoute extends SimulatedCloud {

    static final String ROUTE = "devices";

    /** What came to the end of the route. */
    final List<Message> delivered = new CopyOnWriteArrayList<>();

    FakeDevices devices;

    @BeforeEach
    void callTheFake() {
        devices = new FakeDevices(CLOCK);
        callTheFake(context);
    }

    void callTheFake(CamelContext where) {
        where.getComponent("tencent-video", io.github.camelvideo.tencent.TencentVideoComponent.class)
                .getConfiguration()
                .setEndpointUrl(devices.url());
    }

    @AfterEach
    void closeTheFake() {
        context.stop();
        devices.close();
    }

    static Instant now() {
        return CLOCK.instant();
    }

    void start(String options) throws Exception {
        start(context, options, route -> {});
    }

    void start(CamelContext where, String options, Consumer<RouteDefinition> steps) throws Exception {
        String often = options.contains("elay=") ? "" : "delay=20&initialDelay=0&";
        where.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(API + FakeDevices.LIST + "?startFrom=PT1H&forEach=DeviceId&" + often
                                + options)
                        .routeId(ROUTE);
                steps.accept(route);
                route.process(exchange -> delivered.add(exchange.getMessage().copy()));
            }
        });
    }

    void await(int count) {
        until(count + " deliveries", () -> delivered.size() >= count);
    }

    /** Waits until a device was asked so often again that what would be repeated has been. */
    void awaitMoreReading(String device) {
        long before = asked(device);
        until("two more polls", () -> asked(device) >= before + 3);
    }

    long asked(String device) {
        return devices.asked.stream().filter(device::equals).count();
    }

    /** What happened, as delivered: device and event. */
    List<String> events() {
        return delivered.stream()
                .map(message -> message.getHeader(TencentVideoConstants.FOR_EACH) + ":"
                        + message.getBody(java.util.Map.class).get("EventDesc"))
                .toList();
    }
}
