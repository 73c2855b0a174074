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

import io.github.camelvideo.consumer.RunningFeeds;
import io.github.camelvideo.monitor.CallStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;

/**
 * The meters of a Camel context: of calls by API, action and outcome, and of each feed while it runs. Their names and units are in
 * {@code docs/observability.md}.
 */
public final class VideoMeters implements AutoCloseable {

    private final CamelContext context;
    private final CallMeters calls;
    private final FeedMeters feeds;

    private VideoMeters(CamelContext context, MeterRegistry registry) {
        this.context = context;
        this.calls = new CallMeters(registry);
        this.feeds = new FeedMeters(registry);
    }

    /**
     * Begins to measure. With this jar Camel does it by itself; an application calls this if it has no registry in Camel's.
     *
     * @param context whose calls and feeds are measured, from now on
     * @param registry where to
     */
    public static VideoMeters bind(CamelContext context, MeterRegistry registry) {
        VideoMeters meters = new VideoMeters(context, registry);
        CallStatistics.of(context).add(meters.calls);
        RunningFeeds.of(context).add(meters.feeds);
        return meters;
    }

    /** Measures no more. Meters of calls stay in the registry, those of feeds are removed. */
    @Override
    public void close() {
        CallStatistics.of(context).remove(calls);
        RunningFeeds.of(context).remove(feeds);
        feeds.removeAll();
    }
}
