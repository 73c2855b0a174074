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
package io.github.camelvideo.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** A route that consumes the list that the vendor plays and does nothing with its items but count. */
final class Feed implements AutoCloseable, Processor {

    private static final int LOOK_MILLIS = 20;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BitSet seen = new BitSet();
    private final VendorProcess vendor;
    private long started;

    // written by the route's thread
    private volatile int delivered;
    private volatile int repeated;
    private volatile long lastNanos;

    /**
     * @param clock of the component; null for the system's
     * @param beans for the options
     * @param options of the feed
     */
    Feed(VendorProcess vendor, Clock clock, Map<String, Object> beans, String options) throws Exception {
        this.vendor = vendor;
        beans.forEach(context.getRegistry()::bind);
        if (clock != null) {
            Component component = context.getComponent("tencent-video");
            PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(component)
                    .withProperty("clock", clock)
                    .bind();
        }
        String uri = "tencent-video:" + vendor.subject.action + "?secretId=id&secretKey=key&allowHttp=true&rateLimit=0"
                + "&endpointUrl=" + vendor.url + "&" + options + Settings.options();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("feed").autoStartup(false).process(Feed.this);
            }
        });
        context.start();
    }

    /** The same with a place for the position. */
    static Feed of(VendorProcess vendor, Positions positions, String options) throws Exception {
        Map<String, Object> beans = positions.bean == null ? Map.of() : Map.of("offsets", positions.bean);
        return new Feed(vendor, null, beans, options + positions.option());
    }

    Feed start() throws Exception {
        started = System.nanoTime();
        context.getRouteController().startRoute("feed");
        return this;
    }

    @Override
    public void process(Exchange exchange) {
        int id = vendor.subject.index(exchange, vendor);
        if (seen.get(id)) {
            repeated++;
        }
        seen.set(id);
        lastNanos = System.nanoTime();
        delivered++;
    }

    /** Waits until so many were delivered, but not longer than that; tells whether they were. */
    boolean await(long items, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (delivered < items) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    int delivered() {
        return delivered;
    }

    int repeated() {
        return repeated;
    }

    /** Seconds from the start of the route to the last delivery. */
    double seconds() {
        return (lastNanos - started) / 1e9;
    }

    double perSecond() {
        return delivered / seconds();
    }

    @Override
    public void close() {
        context.stop();
    }
}
