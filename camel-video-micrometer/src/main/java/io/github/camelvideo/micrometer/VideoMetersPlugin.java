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
package io.github.camelvideo.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the meters to the registry of each Camel context that has this jar: to the bean of the name {@code metricsRegistry}, as Camel's own
 * meters, or else to the only or the primary bean of its type. Without a registry it does nothing. Found by Camel as a service.
 */
public final class VideoMetersPlugin implements ContextServicePlugin {

    /** The name that Camel's own meters look for. */
    private static final String REGISTRY = "metricsRegistry";

    private static final Logger LOG = LoggerFactory.getLogger(VideoMetersPlugin.class);

    private final ConcurrentMap<CamelContext, VideoMeters> bound = new ConcurrentHashMap<>();

    @Override
    public void load(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStarting(CamelContext starting) throws VetoCamelContextStartException {
                bind(starting);
            }

            @Override
            public void onContextStopped(CamelContext stopped) {
                unload(stopped);
            }
        });
    }

    private void bind(CamelContext context) {
        MeterRegistry registry = find(context);
        if (registry == null) {
            LOG.debug("{}: no MeterRegistry, so that nothing is measured", context.getName());
            return;
        }
        bound.computeIfAbsent(context, any -> VideoMeters.bind(context, registry));
    }

    private static MeterRegistry find(CamelContext context) {
        MeterRegistry named = context.getRegistry().lookupByNameAndType(REGISTRY, MeterRegistry.class);
        if (named != null) {
            return named;
        }
        MeterRegistry only = context.getRegistry().findSingleByType(MeterRegistry.class);
        if (only == null
                && !context.getRegistry().findByType(MeterRegistry.class).isEmpty()) {
            LOG.warn(
                    "{}: calls and feeds are not measured, because there are several beans of type MeterRegistry. Name one of them {}, or make it"
                            + " the primary one.",
                    context.getName(),
                    REGISTRY);
        }
        return only;
    }

    @Override
    public void unload(CamelContext context) {
        VideoMeters meters = bound.remove(context);
        if (meters != null) {
            meters.close();
        }
    }
}
