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
package io.github.camelvideo.feed.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.CodedAnswers;
import io.github.camelvideo.feed.read.FeedSources;
import io.github.camelvideo.feed.read.LogReader;
import io.github.camelvideo.feed.read.LogSettings;
import io.github.camelvideo.feed.read.PageReader;
import io.github.camelvideo.feed.read.SeriesSettings;
import io.github.camelvideo.feed.read.SnapshotReader;
import io.github.camelvideo.feed.read.TwinEvents;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Opens feeds of one action with one set of options, one for each partition: the one place where the kind of a feed picks its classes.
 * Holds what the partitions share, so that one more costs little. Immutable, for any thread.
 */
public final class FeedFactory {

    /** A snapshot in which nothing changes need not be stored. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** With more changes of a snapshot that are not done, the list is not read again. */
    private static final int MAX_UNFINISHED_CHANGES = 10_000;

    private final String name;
    private final Action action;
    private final FeedOptions options;
    private final ItemType type;
    private final PageReader vendor;
    private final TwinEvents twins;
    private final CommitPolicy policy;
    private final VendorClock clock;
    private final LongSupplier ticker;

    /** By the value of the parameter that decides about the buckets of a series; a single one for other kinds. */
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    /** What differs by kind: how to read, what to remember, and how far behind the present a feed that read all there is may be. */
    private record Reading(FeedSources sources, FeedPipeline.FeedKind kind, Duration normalLag) {}

    /** A feed whose items come from the vendor's list alone; otherwise as the other constructor. */
    public FeedFactory(
            String name,
            Action action,
            FeedOptions options,
            ItemType type,
            PageReader vendor,
            VendorClock clock,
            LongSupplier ticker) {
        this(name, action, options, type, vendor, null, clock, ticker);
    }

    /**
     * @param name how messages name the feed
     * @param type what is known of the items
     * @param vendor calls the action
     * @param twins what callbacks tell of the items, or null
     * @param ticker present moment in nanoseconds, of any origin
     * @throws IllegalArgumentException when the action is not a feed, or an option does not fit it
     */
    public FeedFactory(
            String name,
            Action action,
            FeedOptions options,
            ItemType type,
            PageReader vendor,
            TwinEvents twins,
            VendorClock clock,
            LongSupplier ticker) {
        if (action.feed() == null) {
            throw new IllegalArgumentException(
                    name + ": this action cannot be consumed as a feed. Set mode=RESPONSE to poll its whole response.");
        }
        this.name = name;
        this.action = action;
        this.options = options;
        this.type = type;
        this.vendor = CodedAnswers.of(action.feed().list(), vendor);
        this.twins = twins;
        this.policy = options.positionCommit() == null ? CommitPolicy.ITEM : options.positionCommit();
        this.clock = clock;
        this.ticker = ticker;
        reading(ExactJson.object());
    }

    private Reading reading(ObjectNode parameters) {
        if (!(action.feed() instanceof SeriesSpec series)) {
            return readings.computeIfAbsent("", none -> reading((String) null));
        }
        String decisive = series.bucket().parameter();
        JsonNode choice = decisive == null ? null : parameters.get(decisive);
        if (choice == null && decisive != null) {
            choice = series.defaults().get(decisive);
        }
        String chosen = series.bucket().choiceOf(choice);
        return chosen == null
                ? readings.computeIfAbsent("", none -> reading((String) null))
                : readings.computeIfAbsent(chosen, this::reading);
    }

    private Reading reading(String choice) {
        return switch (action.feed().kind()) {
            case LOG -> timed("log", LogSettings.of(name, action, options));
            case SERIES -> timed("series", SeriesSettings.of(name, action, options, choice));
            case SNAPSHOT -> snapshot();
        };
    }

    private Reading timed(String kind, LogSettings settings) {
        return new Reading(
                new LogReader(name, action, settings, type, vendor, twins, clock),
                kindOf(kind, settings),
                settings.normalLag());
    }

    private Reading snapshot() {
        boolean expires = ((SnapshotSpec) action.feed()).expires();
        SnapshotReader reader = new SnapshotReader(name, action, options, type, vendor, clock);
        FeedPipeline.FeedKind kind = new FeedPipeline.FeedKind() {

            @Override
            public Progress begin(Partition partition, Instant start) {
                return SnapshotProgress.startingAt(partition, start, expires, options.snapshot(), reader.state());
            }

            @Override
            public Progress restore(Partition partition, StoredPosition position) {
                return SnapshotProgress.restored(partition, position, expires, options.snapshot(), reader.state());
            }

            @Override
            public Duration lookback() {
                return Duration.ZERO;
            }

            @Override
            public Duration quietCommit() {
                return NEVER;
            }

            @Override
            public int maxUnfinished() {
                return MAX_UNFINISHED_CHANGES;
            }
        };
        return new Reading(reader, kind, Duration.ZERO);
    }

    private FeedPipeline.FeedKind kindOf(String kind, LogSettings settings) {
        return new FeedPipeline.FeedKind() {

            @Override
            public Progress begin(Partition partition, Instant start) {
                return LogProgress.startingAt(
                        kind, start, settings::floor, memory(settings), twins == null ? null : twins.within());
            }

            @Override
            public Progress restore(Partition partition, StoredPosition position) {
                return LogProgress.restored(
                        kind, position, settings::floor, memory(settings), twins == null ? null : twins.within());
            }

            @Override
            public Duration lookback() {
                return settings.lookback();
            }

            @Override
            public Duration quietCommit() {
                return settings.quietCommit();
            }

            @Override
            public int maxUnfinished() {
                return settings.maxWindowItems();
            }
        };
    }

    /** How long what was delivered is known: what sweeps read, or as long as a callback may be late. */
    private Duration memory(LogSettings settings) {
        Duration sweep = settings.sweepSpan();
        return twins == null || sweep != null && sweep.compareTo(twins.memory()) > 0 ? sweep : twins.memory();
    }

    /** The parameters that a feed of the action sets for each call. */
    public static Set<String> ownParameters(Action action) {
        Set<String> names = new HashSet<>();
        if (action.paging() != null) {
            names.add(action.paging().pageParameter());
            names.add(action.paging().sizeParameter());
        }
        if (action.feed().window() != null) {
            names.addAll(action.feed().window().parameters());
        }
        return names;
    }

    /** The parameters that a user need not set: those of {@link #ownParameters}, and those for which the catalog has a default. */
    public static Set<String> suppliedParameters(Action action) {
        Set<String> names = ownParameters(action);
        names.addAll(action.feed().defaults().keySet());
        return names;
    }

    /**
     * Refuses what would be refused when a partition is opened.
     *
     * @param baseParameters the user's parameters but for those of the partition
     * @throws IllegalArgumentException when the feed sets one of the parameters itself, or {@code startFrom} does not fit the action
     */
    public void check(ObjectNode baseParameters) {
        reading(baseParameters).sources().check(baseParameters);
    }

    /** The vendor's time. */
    public Instant present() {
        return clock.now();
    }

    /**
     * How far behind the vendor's present a feed is right after a poll that read all there is, at most.
     *
     * @param baseParameters the user's parameters but for those of the partition
     */
    public Duration normalLag(ObjectNode baseParameters) {
        return reading(baseParameters).normalLag();
    }

    /**
     * How old the stored moment may become that the vendor was read up to; null where no other process asks for it. Of several partitions,
     * one such moment is stored for all.
     */
    public Duration readUpToCommit() {
        return options.readUpToCommit();
    }

    /**
     * Refuses to move feeds that no moment can be given for: with many partitions, none may be touched then.
     *
     * @throws IllegalArgumentException when the positions of the feed are not moments
     */
    public void checkRewind() {
        if (action.feed().kind() == FeedSpec.Kind.SNAPSHOT) {
            throw new IllegalArgumentException(name + ": " + SnapshotProgress.NOT_MOVABLE + ".");
        }
    }

    /**
     * The position of a feed that begins at a moment of the vendor's time.
     *
     * @param baseParameters the user's own parameters; not changed
     * @throws IllegalArgumentException when the positions of the feed are not moments
     */
    public StoredPosition positionAt(ObjectNode baseParameters, Instant start) {
        checkRewind();
        return reading(baseParameters)
                .kind()
                .begin(Partition.NONE, start)
                .takeChange()
                .whole()
                .get();
    }

    /**
     * A feed that is not started.
     *
     * @param name how messages name it
     * @param since the moment of this machine's clock that {@code startFrom} counts from, or null for that of the start
     * @param baseParameters the user's own parameters; not changed
     * @param store where the position is kept; closed by whoever opened it
     * @throws IllegalArgumentException when the feed sets one of the parameters itself
     */
    public Feed open(String name, Partition partition, Instant since, ObjectNode baseParameters, PositionStore store) {
        Reading reading = reading(baseParameters);
        return new FeedPipeline(
                name,
                partition,
                reading.kind(),
                reading.sources().source(name, partition, baseParameters),
                store,
                policy,
                partition.isNone() ? readUpToCommit() : null,
                clock,
                ticker,
                since);
    }
}
