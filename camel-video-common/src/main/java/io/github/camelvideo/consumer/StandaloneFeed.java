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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.EndpointAction;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.client.RateShare;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.partition.PartitionAssignment;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;

/**
 * The feed that an endpoint's options describe, for programs that drive it themselves instead of running a route, such as a Kafka Connect
 * task. The caller's threads poll the feed as {@link Feed} says; threads that read partitions and lists come from the Camel context.
 *
 * <p>{@link #open} and {@link #partitions} are called by one thread, {@link #stop} may be called by another; the other methods by any.
 */
public final class StandaloneFeed {

    private final EndpointBinding binding;
    private final ConsumerOptions options;
    private final Duration delay;
    private final ListThread lists;
    private final ReaderThreads readers;
    private final FeedOpener opener;
    private final ItemMessage message;

    /**
     * @param delay time between polls
     * @param clock this machine's clock
     * @throws InvalidRequestException when the action is not a feed, or an option does not fit it
     */
    public StandaloneFeed(
            CamelContext camel, EndpointBinding binding, ConsumerOptions options, Duration delay, Clock clock) {
        if (options.callbacks() != null) {
            throw new InvalidRequestException(binding.name()
                    + ": callbacks and offers need a route. Remove callback, acceptOffers and their options.");
        }
        if (options.acknowledge() != null) {
            throw new InvalidRequestException(binding.name()
                    + ": acknowledge needs a route, which tells when an item is done. Remove the option.");
        }
        if (options.sharing() != null) {
            throw new InvalidRequestException(
                    binding.name() + ": share needs a route, which leases partitions. Remove the option.");
        }
        this.binding = binding;
        this.options = options;
        this.delay = delay;
        this.lists = new ListThread(camel, this, binding.name());
        this.opener = new FeedOpener(binding, options, clock, lists);
        this.readers = new ReaderThreads(
                camel, this, binding.name(), opener.partitioning() == null ? 0 : options.forEachConcurrency());
        this.message = new ItemMessage(binding, options.forEachInBody(), null);
        lists.start();
    }

    /** How messages name the feed: scheme and path of its endpoint. */
    public String name() {
        return binding.name();
    }

    /** Names the position, the same after any restart: {@code offsetKey}, or derived from action, parameters, region and {@code forEach}. */
    public String positionName() {
        return opener.positionName();
    }

    /** What is called. */
    public EndpointAction action() {
        return binding.action();
    }

    /** The parameters that tell partitions apart, in order; empty for a feed without {@code forEach}. */
    public List<String> partitionedBy() {
        return opener.partitioning() == null ? List.of() : opener.partitioning().parameters();
    }

    /** Time between polls. */
    public Duration delay() {
        return delay;
    }

    /** How long a list of partitions that an action gives is used before it is read again. */
    public Duration listRefresh() {
        return options.forEachRefresh();
    }

    /** The part of the account's rates that the calls of the endpoint's component may use. */
    public RateShare rateShare() {
        return binding.client().rateShare();
    }

    /**
     * The partitions that are listed now; empty for a feed without {@code forEach}. Waits for the vendor where its list is read first; a list
     * that cannot be read again stays as it was. Not to be called while a feed is open, which reads the list itself.
     *
     * @throws IllegalStateException when the list could never be read
     */
    public Set<Partition> partitions() {
        return opener.partitioning() == null
                ? Set.of()
                : opener.partitioning().source().read();
    }

    /**
     * A feed that is not started. Called once.
     *
     * @param store where positions are kept; closed by the caller, after this
     * @param assignment which of the partitions listed are read
     */
    public Feed open(PositionStore store, PartitionAssignment assignment) {
        return opener.open(store, assignment, readers);
    }

    /**
     * The position of a feed that begins at a moment of the vendor's time, whatever {@code startFrom} says.
     *
     * @throws InvalidRequestException when the positions of the feed are not moments
     */
    public StoredPosition positionAt(Instant start) {
        return opener.positionAt(start);
    }

    /**
     * The content of an item, with the values of its partition where {@code forEachInBody} asks for them.
     *
     * @throws IllegalStateException when values cannot be added, because the item is not an object
     */
    public JsonNode content(FeedItem item) {
        return message.content(item);
    }

    /** Ends the threads; what they read is interrupted. The feed is closed by the caller, after this, so that nothing is stored behind it. */
    public void stop() throws InterruptedException {
        lists.stop();
        readers.stop();
    }
}
