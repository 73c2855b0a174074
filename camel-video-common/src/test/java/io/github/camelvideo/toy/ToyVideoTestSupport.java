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
package io.github.camelvideo.toy;

import static org.awaitility.Awaitility.await;

import io.github.camelvideo.ManualClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;

/**
 * A Camel context with the component {@code toy-video}, the vendor it calls, and a clock that stands still until it is moved. All of
 * them are new for each test.
 */
public abstract class ToyVideoTestSupport extends CamelTestSupport {

    /** Where the clock begins. */
    protected static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    protected final ToyCloud cloud = new ToyCloud();
    protected final ManualClock clock = new ManualClock(NOW);

    /** The steps of a consuming route. */
    @FunctionalInterface
    protected interface Steps {
        void addTo(ProcessorDefinition<?> route) throws Exception;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        ToyVideoComponent component = camel.getComponent("toy-video", ToyVideoComponent.class);
        component.setClock(clock);
        component.getConfiguration().setEndpointUrl(cloud.url());
        component.getConfiguration().setKeyId(ToyCloud.KEY_ID);
        component.getConfiguration().setKeySecret(ToyCloud.KEY_SECRET);
        return camel;
    }

    @AfterEach
    void closeCloud() {
        // routes first: they would go on calling
        context.stop();
        cloud.close();
    }

    protected ToyVideoComponent component() {
        return context.getComponent("toy-video", ToyVideoComponent.class);
    }

    /** Sends a body to {@code toy-video:<uri>} and gives back the exchange, failed or not. */
    protected Exchange call(String uri, Object body) {
        return template.request(
                "toy-video:" + uri, exchange -> exchange.getMessage().setBody(body));
    }

    /** Starts route {@code feed} from {@code toy-video:<uri>} to the mock that is given back, polling every few milliseconds. */
    protected MockEndpoint consume(String uri) throws Exception {
        return consume(uri, route -> {});
    }

    /** The same with steps before the mock. */
    protected MockEndpoint consume(String uri, Steps steps) throws Exception {
        String polling = uri + (uri.contains("?") ? "&" : "?") + "initialDelay=0&delay=20";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                ProcessorDefinition<?> route = from("toy-video:" + polling).routeId("feed");
                steps.addTo(route);
                route.to("mock:items");
            }
        });
        return getMockEndpoint("mock:items");
    }

    /** Returns when alarms were asked for twice more, so that what a poll did wrong would show. */
    protected void pollTwiceMore() {
        int before = cloud.calls("ListAlarms").size();
        await().until(() -> cloud.calls("ListAlarms").size() >= before + 2);
    }

    /** The ids of the alarms a mock has received, in their order. */
    protected static List<Object> ids(MockEndpoint items) {
        return items.getExchanges().stream()
                .<Object>map(
                        exchange -> exchange.getMessage().getBody(Map.class).get("Id"))
                .toList();
    }
}
