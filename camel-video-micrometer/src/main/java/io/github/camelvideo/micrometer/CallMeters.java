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

import io.github.camelvideo.client.CallListener;
import io.github.camelvideo.client.EndedCall;
import io.github.camelvideo.protocol.ApiCall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures calls. Labels have values of the catalogs alone: the API, the action, the outcome, and a code that the API's catalog lists. For
 * any thread.
 */
final class CallMeters implements CallListener {

    /** Of all contexts, which may share a registry, by labels. Is its own lock. */
    private static final Map<MeterRegistry, Map<Tags, AtomicInteger>> RUNNING = new WeakHashMap<>();

    private final MeterRegistry registry;
    private final Map<Tags, AtomicInteger> running;

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
        synchronized (RUNNING) {
            running = RUNNING.computeIfAbsent(registry, any -> new ConcurrentHashMap<>());
        }
    }

    private static Tags tags(ApiCall call) {
        return Tags.of("api", call.api().id(), "action", call.listedAction());
    }

    private AtomicInteger running(Tags tags) {
        return running.computeIfAbsent(tags, any -> {
            AtomicInteger number = new AtomicInteger();
            Gauge.builder("camel.video.calls.running", number, AtomicInteger::get)
                    .description("Calls that have begun and not ended")
                    .tags(tags)
                    .register(registry);
            return number;
        });
    }

    @Override
    public void begun(ApiCall call) {
        running(tags(call)).incrementAndGet();
    }

    @Override
    public void ended(EndedCall ended) {
        Tags tags = tags(ended.call());
        running(tags).decrementAndGet();
        Timer.builder("camel.video.calls")
                .description("Calls that have ended, with all their attempts and waits")
                .tags(tags.and("outcome", ended.outcome().name().toLowerCase(Locale.ROOT), "code", ended.listedCode()))
                .register(registry)
                .record(ended.duration());
        Counter.builder("camel.video.calls.attempts")
                .description("Requests that were sent")
                .tags(tags)
                .register(registry)
                .increment(ended.attempts());
        Counter.builder("camel.video.calls.throttled")
                .description("Requests that the vendor refused for coming too often")
                .tags(tags)
                .register(registry)
                .increment(ended.throttled());
        Timer.builder("camel.video.calls.permit.wait")
                .description("Time that calls waited for permits of the rate limit and for connections")
                .tags(tags)
                .register(registry)
                .record(ended.waited());
    }
}
