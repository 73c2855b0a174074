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
package io.github.camelvideo.consumer;

import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;

/**
 * The lag checks of a Camel context: one for each route that consumes a feed with {@code lagAlarm}, as long as the route exists, whether or
 * not it is started. A check that came and went with the consumer would not do: behind {@code master:} a node that waits has no consumer,
 * and its endpoint is stopped when it loses the leadership. For any thread.
 */
public final class LagChecks implements HealthCheckRepository {

    /** An endpoint that may have an alarm. */
    public interface Watched {

        /** Null where none is set. */
        LagAlarm lagAlarm();
    }

    private final CamelContext context;
    private volatile boolean enabled = true;

    private LagChecks(CamelContext context) {
        this.context = context;
    }

    /** Makes the checks of a context part of its health, unless they are. */
    public static void register(CamelContext context) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry == null) {
            return; // without camel-health nobody asks
        }
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (LagChecks.class) {
            LagChecks checks = extension.getContextPlugin(LagChecks.class);
            if (checks == null) {
                checks = new LagChecks(context);
                extension.addContextPlugin(LagChecks.class, checks);
            }
            registry.register(checks);
        }
    }

    @Override
    public String getId() {
        return "video-feeds";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Stream<HealthCheck> stream() {
        return enabled
                ? context.getRoutes().stream().flatMap(route -> {
                    LagAlarm alarm =
                            ConsumingRoutes.consumed(route) instanceof Watched watched ? watched.lagAlarm() : null;
                    return alarm == null ? Stream.empty() : Stream.of(alarm.check(route));
                })
                : Stream.empty();
    }
}
