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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.binding.EndpointAction;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.delivery.OfferedFeed;
import io.github.camelvideo.feed.partition.PartitionAssignment;
import io.github.camelvideo.feed.partition.PartitionedFeed;
import io.github.camelvideo.feed.partition.Partitioning;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.PageReader;
import io.github.camelvideo.feed.read.RecordItems;
import io.github.camelvideo.feed.read.TwinEvents;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.request.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Opens the feed that an endpoint's URI describes. Made once for each start of the consumer. */
final class FeedOpener {

    private static final int DIGEST_LENGTH = 16;

    /** A message that names more feeds than that is not read. */
    private static final int MAX_NAMED = 10;

    private final EndpointBinding binding;
    private final ConsumerOptions options;
    private final Partitioning partitioning;
    private final FeedFactory feeds;
    private final TwinEvents twins;
    private final CommitPolicy policy;
    private final boolean isCallbackOnly;
    private final ObjectNode parameters;
    private final Clock clock;

    /** Which partitions are read here. */
    private volatile PartitionAssignment assignment = PartitionAssignment.ALL;

    /**
     * @param clock this machine's clock
     * @param lists reads lists of the vendor that tell the partitions
     * @throws IllegalArgumentException when the action is not a feed, or an option does not fit it
     */
    FeedOpener(EndpointBinding binding, ConsumerOptions options, Clock clock, Executor lists) {
        Action action = binding.action().action();
        CallbackOptions callbacks = options.callbacks();
        this.isCallbackOnly = CallbackAction.is(action);
        if (action.feed() == null && !isCallbackOnly) {
            throw new InvalidRequestException(binding.name() + ": this action cannot be consumed as a feed. "
                    + remedy(
                            action,
                            binding.name(),
                            binding.action().api().actions().values()));
        }
        this.binding = binding;
        this.options = options;
        this.clock = clock;
        this.policy = options.feed().positionCommit() == null
                ? CommitPolicy.ITEM
                : options.feed().positionCommit();
        if (isCallbackOnly) {
            this.partitioning = null;
            this.parameters = binding.action().check().uriParameters();
            this.twins = null;
            this.feeds = null;
            return;
        }
        this.partitioning = PartitionOptions.of(binding, options, true, clock, lists);
        requireShareable();
        this.twins = callbacks == null ? null : CallbackAction.twins(binding, options);
        Set<String> supplied = FeedFactory.suppliedParameters(action);
        if (partitioning != null) {
            supplied.addAll(partitioning.parameters());
        }
        binding.action().check().requireCompleteExcept(supplied);
        EndpointClient client = binding.client();
        PageReader vendor = page -> {
            ApiResponse answer = EndpointClient.await(client.call(page, this::objection));
            return new PageAnswer(answer.body(), answer.date());
        };
        this.parameters = binding.action().check().uriParameters();
        ItemType type = ItemType.of(binding.action().api(), action);
        this.feeds = new FeedFactory(
                binding.name(), action, options.feed(), type, vendor, twins, client.clock(), System::nanoTime);
        feeds.check(parameters);
    }

    private void requireShareable() {
        if (options.sharing() == null) {
            return;
        }
        String share = binding.name() + ": share=" + options.sharing().group();
        if (partitioning == null) {
            throw new InvalidRequestException(share
                    + " needs forEach, whose values the nodes divide among themselves. A feed without forEach is polled by one node:"
                    + " put master: in front of its URI.");
        }
        if (options.callbacks() != null) {
            throw new InvalidRequestException(
                    share
                            + " does not support callbacks, which arrive at any node. Remove the callback, or put master: in front of the URI and remove share.");
        }
        if (options.positions() == null || options.offsetRepository() == null) {
            throw new InvalidRequestException(
                    share + " needs an offsetRepository that all nodes reach. Set a JdbcOffsetRepository.");
        }
        if (options.sharing().lease().compareTo(Sharing.SHORTEST_LEASE) < 0) {
            throw new InvalidRequestException(binding.name() + ": leaseDuration="
                    + options.sharing().lease() + ": must be at least " + Sharing.SHORTEST_LEASE + ".");
        }
    }

    /** A call waits for its turn while the lease may run out. */
    private String objection() {
        return assignment.isActive() ? null : "it was not sent, because this node may no longer hold its leases";
    }

    private static String remedy(Action refused, String name, Iterable<Action> actions) {
        List<String> feeds = new java.util.ArrayList<>();
        for (Action action : actions) {
            if (action.feed() != null) {
                feeds.add(action.name());
            }
        }
        // polling would repeat a change
        String poll = refused.mutates()
                ? "Call it with to(\"" + name + "\")"
                : "Set mode=RESPONSE to poll its whole response";
        return feeds.isEmpty()
                ? poll + "."
                : poll + ", or consume a feed of this API: "
                        + String.join(", ", feeds.subList(0, Math.min(MAX_NAMED, feeds.size())))
                        + (feeds.size() > MAX_NAMED ? ", …" : "") + ".";
    }

    /** How far behind the vendor's present the feed is right after a poll that read all there is, at most. */
    Duration normalLag() {
        return isCallbackOnly ? Duration.ZERO : feeds.normalLag(parameters);
    }

    /** How the feed is partitioned, or null. */
    Partitioning partitioning() {
        return partitioning;
    }

    /**
     * A feed that is not started.
     *
     * @param store where positions are kept; closed by whoever opened it
     * @param shared which partitions this process reads
     * @param workers reads partitions; not used where the feed has none
     */
    Feed open(PositionStore store, PartitionAssignment shared, Executor workers) {
        assignment = shared;
        if (isCallbackOnly) {
            return openEvents(store, options.feed().readUpToCommit());
        }
        return partitioning == null
                ? feeds.open(binding.name(), Partition.NONE, null, parameters, store)
                : new PartitionedFeed(binding.name(), partitioning, feeds, store, shared, workers, clock);
    }

    /**
     * A feed, which is not started, of the events of callbacks that no list shows.
     *
     * @param store where its position is kept; closed by whoever opened it
     */
    Feed openEvents(PositionStore store) {
        return openEvents(store, null);
    }

    private Feed openEvents(PositionStore store, Duration readUpToCommit) {
        return OfferedFeed.open(
                binding.name() + " (callbacks)",
                options.callbacks().memory(),
                store,
                policy,
                readUpToCommit,
                VendorClock.of(clock),
                System::nanoTime);
    }

    /** @throws InvalidRequestException when the positions of the feed are not moments */
    StoredPosition positionAt(Instant start) {
        try {
            return feeds.positionAt(parameters, start);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(e.getMessage(), e);
        }
    }

    /** Whether no list is read. */
    boolean isCallbackOnly() {
        return isCallbackOnly;
    }

    /** Makes items of what other routes offer; null where they offer nothing. */
    OfferedRecords offeredRecords() {
        if (!options.callbacks().offers()) {
            return null;
        }
        EndpointAction action = binding.action();
        List<String> partitionedBy = partitioning == null ? List.of() : partitioning.parameters();
        RecordItems items = RecordItems.of(
                binding.name(), action.api(), action.action(), options.feed().timeZone(), partitionedBy);
        return new OfferedRecords(binding.name(), items, partitionedBy);
    }

    /** Makes items of what callbacks tell. */
    EventItems eventItems() {
        CallbackSpec spec = binding.action().api().callbacks();
        return new EventItems(
                binding.action().action().name(),
                twins,
                partitioning == null ? List.of() : partitioning.parameters(),
                spec == null ? Map.of() : spec.events());
    }

    /**
     * Names the position: the same for the same feed after any restart. Made of the action, its parameters and its region; not of the
     * address, nor of the key that signs: both may be others tomorrow, and the feed must resume all the same.
     */
    String positionName() {
        return inboxName() + partitionSuffix();
    }

    /** Names the inbox of callbacks: as the position, whatever the partitions are, since nodes that only store do not know them. */
    String inboxName() {
        return options.offsetKey() != null ? options.offsetKey() : derivedName();
    }

    private String partitionSuffix() {
        return partitioning == null ? "" : "#" + partitioning.name();
    }

    private String derivedName() {
        EndpointAction action = binding.action();
        String identity = action.region() + "\n" + new String(ExactJson.bytes(parameters), StandardCharsets.UTF_8);
        return namePrefix() + Digests.sha256Hex(Digests.utf8(identity)).substring(0, DIGEST_LENGTH);
    }

    /** The begin of all names that are derived for feeds of the same action. */
    private String namePrefix() {
        return binding.name() + "#";
    }

    /** Whether a name was derived for a feed of this action, with whatever parameters and {@code forEach}. */
    boolean isOfSameAction(String name) {
        return name.startsWith(namePrefix());
    }

    /** The {@code offsetKey} with which this feed resumes at a position of the same action, or null where {@code forEach} differs. */
    String offsetKeyFor(String name) {
        String suffix = partitionSuffix();
        int length = namePrefix().length() + DIGEST_LENGTH;
        return name.length() == length + suffix.length() && name.endsWith(suffix) ? name.substring(0, length) : null;
    }
}
