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

import io.github.camelvideo.consumer.FeedListener;
import io.github.camelvideo.consumer.ManagedFeed;
import io.github.camelvideo.feed.FeedStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Measures each feed while it runs, by asking it when somebody scrapes. Labels are the route, the API and the action; partitions have no
 * label of their own, since there may be thousands. Feeds with the same labels share meters, also those of several contexts: numbers are
 * added, and of times the longest counts. For any thread.
 */
final class FeedMeters implements FeedListener {

    private static final Map<String, Double> QUANTILES = Map.of("0.5", 0.5, "0.9", 0.9, "0.99", 0.99);

    /** Those that run, of all contexts, by their labels. Is its own lock. */
    private static final Map<MeterRegistry, Map<Tags, Group>> GROUPS = new WeakHashMap<>();

    private final MeterRegistry registry;
    private final Set<ManagedFeed> feeds = new HashSet<>();

    FeedMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void started(ManagedFeed feed) {
        synchronized (GROUPS) {
            if (feeds.add(feed)) {
                GROUPS.computeIfAbsent(registry, any -> new HashMap<>())
                        .computeIfAbsent(tags(feed), Group::new)
                        .add(feed, registry);
            }
        }
    }

    @Override
    public void stopped(ManagedFeed feed) {
        synchronized (GROUPS) {
            if (!feeds.remove(feed)) {
                return;
            }
            Map<Tags, Group> groups = GROUPS.get(registry);
            Group group = groups.get(tags(feed));
            group.feeds.remove(feed);
            if (group.feeds.isEmpty()) {
                groups.remove(group.tags);
                group.meters.forEach(registry::remove);
            }
            if (groups.isEmpty()) {
                GROUPS.remove(registry);
            }
        }
    }

    void removeAll() {
        synchronized (GROUPS) {
            List.copyOf(feeds).forEach(this::stopped);
        }
    }

    private static Tags tags(ManagedFeed feed) {
        return Tags.of("route", String.valueOf(feed.getRouteId()), "api", feed.api(), "action", feed.action());
    }

    private static void register(ManagedFeed feed, Registration into) {
        into.time("lag", "Time that the feed is behind the vendor's present", ManagedFeed::lag, Tags.empty());
        QUANTILES.forEach((label, quantile) -> into.time(
                "lateness",
                "Time after their own that items were first seen",
                any -> any.status().lateness().quantile(quantile),
                Tags.of("quantile", label)));
        into.gauge("in.flight", "Items that are being delivered", of(FeedStatus.Counts::inFlight));
        into.gauge("waiting", "Items that were read and wait to be delivered", of(FeedStatus.Counts::waiting));
        into.gauge("failed", "Failed items that wait to be redelivered", of(FeedStatus.Counts::failed));
        into.counter("delivered", "Items delivered", of(FeedStatus.Counts::delivered));
        into.counter("redelivered", "Items delivered again after a failure", ManagedFeed::getRedelivered);
        into.counter("skipped", "Items given up or dead-lettered", of(FeedStatus.Counts::skipped));
        into.counter("late", "Items found after the vendor had been read past their time", of(FeedStatus.Counts::late));
        into.counter("misdated", "Items with an unreadable or wrong time", of(FeedStatus.Counts::misdated));
        into.counter("position.writes", "Times that the position was stored", ManagedFeed::getPositionWrites);
        into.counter("position.bytes", "Characters of the position that were stored", ManagedFeed::getPositionBytes);
        into.gauge("partitions", "Partitions; none without forEach", ofPartitions(FeedStatus.Partitions::listed));
        into.gauge(
                "partitions.failing",
                "Partitions that could not be read",
                ofPartitions(FeedStatus.Partitions::failing));
        if (feed.callbackShare() != null) {
            into.counter("pushed", "Items delivered because a callback told them", any -> share(any, true));
            into.counter("polled", "Items delivered because the list told them", any -> share(any, false));
        }
        if (feed.callbackCounts() != null) {
            into.counter("callbacks.received", "Requests for callbacks", ManagedFeed::getCallbacksReceived);
            into.counter(
                    "callbacks.refused", "Requests for callbacks that were refused", ManagedFeed::getCallbacksRefused);
        }
    }

    private static ToDoubleFunction<ManagedFeed> of(ToDoubleFunction<FeedStatus.Counts> number) {
        return feed -> number.applyAsDouble(feed.status().counts());
    }

    private static ToDoubleFunction<ManagedFeed> ofPartitions(ToDoubleFunction<FeedStatus.Partitions> number) {
        return feed -> {
            FeedStatus.Partitions partitions = feed.status().partitions();
            return partitions == null ? 0 : number.applyAsDouble(partitions);
        };
    }

    /** The share is gone as soon as the feed stops, and a scrape may come then. */
    private static double share(ManagedFeed feed, boolean isPushed) {
        var share = feed.callbackShare();
        if (share == null) {
            return 0;
        }
        return isPushed ? share.pushed() : share.polled();
    }

    /** Feeds with the same labels, and their meters. */
    private static final class Group {

        private final Tags tags;
        private final List<ManagedFeed> feeds = new CopyOnWriteArrayList<>();
        private final Set<Meter> meters = new HashSet<>();

        Group(Tags tags) {
            this.tags = tags;
        }

        /** Meters that are there already are kept; this feed may have more than the others. */
        void add(ManagedFeed feed, MeterRegistry registry) {
            feeds.add(feed);
            register(feed, new Registration(this, registry));
        }

        double sum(ToDoubleFunction<ManagedFeed> number) {
            return feeds.stream().mapToDouble(number).sum();
        }

        /** In milliseconds; not a number where there is nothing to say. */
        double longest(Function<ManagedFeed, Duration> time) {
            return feeds.stream()
                    .map(time)
                    .filter(Objects::nonNull)
                    .mapToDouble(Duration::toMillis)
                    .max()
                    .orElse(Double.NaN);
        }
    }

    /** Adds meters to a group. */
    private record Registration(Group group, MeterRegistry registry) {

        void time(String name, String description, Function<ManagedFeed, Duration> time, Tags more) {
            group.meters.add(TimeGauge.builder(name(name), group, TimeUnit.MILLISECONDS, any -> any.longest(time))
                    .description(description)
                    .tags(group.tags.and(more))
                    .register(registry));
        }

        void gauge(String name, String description, ToDoubleFunction<ManagedFeed> number) {
            group.meters.add(Gauge.builder(name(name), group, any -> any.sum(number))
                    .description(description)
                    .tags(group.tags)
                    .register(registry));
        }

        void counter(String name, String description, ToDoubleFunction<ManagedFeed> number) {
            group.meters.add(FunctionCounter.builder(name(name), group, any -> any.sum(number))
                    .description(description)
                    .tags(group.tags)
                    .register(registry));
        }

        private static String name(String name) {
            return "camel.video.feed." + name;
        }
    }
}
