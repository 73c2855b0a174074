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

import io.github.camelvideo.simulator.world.World;
import io.github.camelvideo.tencent.SimulatedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.awaitility.Awaitility;

/** A route that consumes the simulator's alarms; a test says with which options and what it does with them. */
abstract class FeedRoute extends SimulatedCloud {

    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(5);

    static final String ROUTE = "feed";
    static final String ALARMS = "DescribeWarnings";

    /** What came to the end of the route. */
    final Deliveries delivered = new Deliveries();

    /** Starts the route with these options of the feed. */
    void start(String options) throws Exception {
        start(options, route -> {});
    }

    /** The same with steps before the end of the route. */
    void start(String options, Consumer<RouteDefinition> steps) throws Exception {
        start(context, options, steps);
    }

    /** The same in another context. */
    void start(CamelContext where, String options, Consumer<RouteDefinition> steps) throws Exception {
        start(where, ROUTE, options, steps);
    }

    /** The same as a route of another name. */
    void start(CamelContext where, String name, String options, Consumer<RouteDefinition> steps) throws Exception {
        where.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(uri(options)).routeId(name);
                steps.accept(route);
                route.process(delivered);
            }
        });
    }

    /** Polls often unless the options say otherwise. */
    static String uri(String options) {
        String often = options.contains("elay=") ? "" : "delay=20&initialDelay=0&";
        return API + ALARMS + "?" + often + options;
    }

    void stop() throws Exception {
        context.getRouteController().stopRoute(ROUTE);
    }

    /** Returns at once; the result is there when the route has stopped. */
    CompletableFuture<Void> stopInBackground() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stop();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                ownThread());
    }

    /** Not the common pool: on two cores it may have a single thread, and one that waits would hold up all. */
    static Executor ownThread() {
        return task -> new Thread(task).start();
    }

    void restart() throws Exception {
        stop();
        context.getRouteController().startRoute(ROUTE);
    }

    ScheduledBatchPollingConsumer feedConsumer() {
        return (ScheduledBatchPollingConsumer) context.getRoute(ROUTE).getConsumer();
    }

    static World world() {
        return cloud().world();
    }

    static Instant now() {
        return CLOCK.instant();
    }

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LONG).pollInterval(SHORT).until(condition);
    }

    /** For hooks and steps that hold something up. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the feed has read so often again that what it would repeat it has repeated. */
    static void awaitMoreReading() {
        int before = cloud().requests().count(ALARMS);
        until("two more polls", () -> cloud().requests().count(ALARMS) >= before + 3);
    }
}
