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
package io.github.camelvideo.aliyun.load;

import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualConfiguration;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.StateRepository;
import org.awaitility.Awaitility;

/** A Camel context with a route that consumes the events of many cameras, by the real clock. */
final class EventsNode implements PollingConsumerPollStrategy, AutoCloseable {

    static final String ACTION = "QueryDeviceEvent";

    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicInteger polls = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param devices what {@code forEachIn} takes
     * @param options of the feed, besides
     */
    EventsNode(String cloud, StateRepository<String, String> positions, Object devices, String options, Processor end)
            throws Exception {
        AliyunLinkVisualComponent component = new AliyunLinkVisualComponent();
        AliyunLinkVisualConfiguration configuration = component.getConfiguration();
        configuration.setAccessKeyId(VideoCloudSimulator.SECRET_ID);
        configuration.setAccessKeySecret(VideoCloudSimulator.SECRET_KEY);
        configuration.setEndpointUrl(cloud);
        camel.addComponent("aliyun-linkvisual", component);
        camel.getRegistry().bind("devices", devices);
        camel.getRegistry().bind("positions", positions);
        camel.getRegistry().bind("polls", this);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("aliyun-linkvisual:" + ACTION + "?forEach=IotId&forEachIn=#devices&offsetRepository=#positions"
                                + "&pollStrategy=#polls&initialDelay=0&delay=20&" + options)
                        .process(end);
            }
        });
        camel.start();
    }

    /** How many polls have ended well. */
    int polls() {
        return polls.get();
    }

    /** Waits while it works. */
    void await(String what, Duration atMost, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(10))
                .failFast(what + ", but the context has stopped", camel::isStopped)
                .until(condition);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        polls.incrementAndGet();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        return false;
    }

    @Override
    public void close() {
        camel.stop();
    }
}
