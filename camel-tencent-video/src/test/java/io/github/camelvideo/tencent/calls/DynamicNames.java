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

import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.tencent.SimulatedComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** A process of its own with a route that makes its URIs anew for each message. */
final class DynamicNames {

    private static final int AT_ONCE = 20;

    private DynamicNames() {}

    /** Arguments: file for the result, address of the simulator, URI, number of calls. */
    public static void main(String[] args) throws Exception {
        AtomicInteger made = new AtomicInteger();
        CamelContext context = new DefaultCamelContext();
        context.addComponent("tencent-video", SimulatedComponent.at(args[1]));
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onEndpointAdd(Endpoint endpoint) {
                if (endpoint instanceof VideoEndpoint) {
                    made.incrementAndGet();
                }
            }
        });
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").toD(args[2]);
            }
        });
        context.start();
        call(context, Integer.parseInt(args[3]));
        long kept = context.getEndpoints().stream()
                .filter(VideoEndpoint.class::isInstance)
                .count();
        Files.writeString(Path.of(args[0]), "made=" + made + "\nkept=" + kept + "\n");
        context.stop();
    }

    private static void call(CamelContext context, int calls) throws Exception {
        var template = context.createProducerTemplate();
        for (int number = 0; number < calls; ) {
            // the first one alone: Camel's threads may each make an endpoint that none of them has found yet
            int atOnce = number == 0 ? 1 : Math.min(AT_ONCE, calls - number);
            List<CompletableFuture<Exchange>> underWay = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                String name = "name-" + number++;
                underWay.add(template.asyncSend(
                        "direct:call", exchange -> exchange.getIn().setHeader("name", name)));
            }
            for (CompletableFuture<Exchange> call : underWay) {
                Exception failure = call.get().getException();
                // what the cloud thinks of a name does not matter here
                if (failure != null && !(failure instanceof ApiException)) {
                    throw failure;
                }
            }
        }
    }
}
