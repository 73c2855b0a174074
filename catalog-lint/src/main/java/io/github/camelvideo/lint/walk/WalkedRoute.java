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
package io.github.camelvideo.lint.walk;

import io.github.camelvideo.binding.HeaderNames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A route that consumes one feed and notes what comes, with a position that outlives its stop. By one thread, which polls itself. */
final class WalkedRoute {

    private static final String ID = "feed";

    private final CamelContext context;
    private final String uri;
    private final PollsOnDemand polls = new PollsOnDemand();
    private final List<Delivery> delivered = new CopyOnWriteArrayList<>();

    WalkedRoute(CamelContext context, String action, String options, HeaderNames headers) throws Exception {
        this.context = context;
        this.uri = action + "?offsetRepository=#offsets&scheduler=#polls&pollStrategy=#polls" + options;
        context.getRegistry().bind("offsets", new MemoryStateRepository());
        context.getRegistry().bind("polls", polls);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(ID).process(exchange -> delivered.add(Delivery.of(exchange.getMessage(), headers)));
            }
        });
    }

    void poll() {
        polls.poll();
    }

    void stop() throws Exception {
        context.getRouteController().stopRoute(ID);
    }

    void start() throws Exception {
        context.getRouteController().startRoute(ID);
    }

    List<Delivery> delivered() {
        return delivered;
    }

    List<Exception> failures() {
        return polls.failures();
    }

    /** Without the endpoint, which would keep repository and scheduler for the next route with its URI. */
    void remove() throws Exception {
        stop();
        context.removeRoute(ID);
        context.removeEndpoints(uri);
    }
}
