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

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;

/**
 * The consumers of feeds that run in a Camel context, of all components. A list of routes would not do: behind {@code master:} the consumer
 * of a feed is not that of its route. For any thread.
 */
public final class RunningFeeds {

    private final Set<FeedConsumer> running = ConcurrentHashMap.newKeySet();
    private final List<FeedListener> listeners = new CopyOnWriteArrayList<>();

    private RunningFeeds() {}

    /** Those of a context. */
    public static RunningFeeds of(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (RunningFeeds.class) {
            RunningFeeds feeds = extension.getContextPlugin(RunningFeeds.class);
            if (feeds == null) {
                feeds = new RunningFeeds();
                extension.addContextPlugin(RunningFeeds.class, feeds);
            }
            return feeds;
        }
    }

    /** Lets a listener hear of each feed that runs, of those that do already at once. */
    public void add(FeedListener listener) {
        listeners.add(listener);
        running.forEach(listener::started);
    }

    /** Lets a listener hear no more. */
    public void remove(FeedListener listener) {
        listeners.remove(listener);
    }

    void add(FeedConsumer consumer) {
        if (running.add(consumer)) {
            listeners.forEach(listener -> listener.started(consumer));
        }
    }

    void remove(FeedConsumer consumer) {
        if (running.remove(consumer)) {
            listeners.forEach(listener -> listener.stopped(consumer));
        }
    }

    /** That of an endpoint, or null. */
    FeedConsumer of(Endpoint endpoint) {
        return running.stream()
                .filter(consumer -> consumer.getEndpoint() == endpoint)
                .findAny()
                .orElse(null);
    }

    /** All of them, by route. */
    List<FeedConsumer> all() {
        return running.stream()
                .sorted(Comparator.comparing((FeedConsumer consumer) -> Objects.toString(consumer.getRouteId(), ""))
                        .thenComparing(FeedConsumer::getPositionName))
                .toList();
    }
}
