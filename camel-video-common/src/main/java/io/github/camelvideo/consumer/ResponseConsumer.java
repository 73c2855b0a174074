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
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.partition.PartitionFailures;
import io.github.camelvideo.feed.partition.Partitioning;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.producer.CallResult;
import io.github.camelvideo.producer.PagedCalls;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the action once a poll and delivers the whole response to the route; with {@code forEach} once for each partition, a few at a time. The
 * polling thread does it all and waits for the answers; only the lists of {@code forEachIn=action:} are read by a {@link ListThread}.
 */
public final class ResponseConsumer extends ScheduledPollConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseConsumer.class);

    private final EndpointBinding binding;
    private final PagingMode paging;
    private final ListThread lists;
    private final Partitioning partitioning;
    private final PartitionFailures failures;

    private record Asked(Partition partition, CompletionStage<CallResult> result) {}

    /**
     * @param clock this machine's clock
     * @throws IllegalArgumentException when an option does not fit the action, so that the route does not start
     */
    public ResponseConsumer(
            ScheduledPollEndpoint endpoint,
            Processor processor,
            EndpointBinding binding,
            ConsumerOptions options,
            PagingMode paging,
            Clock clock) {
        super(endpoint, processor);
        this.binding = binding;
        this.paging = paging;
        this.lists = new ListThread(endpoint.getCamelContext(), this, binding.name());
        this.partitioning = PartitionOptions.of(binding, options, false, clock, lists);
        this.failures = partitioning == null ? null : new PartitionFailures(binding.name(), partitioning.concurrency());
        binding.action()
                .check()
                .requireCompleteExcept(partitioning == null ? Set.of() : Set.copyOf(partitioning.parameters()));
    }

    @Override
    protected void doStop() throws Exception {
        lists.stop();
        super.doStop();
    }

    @Override
    protected void doStart() throws Exception {
        lists.start();
        super.doStart();
        EndpointAction action = binding.action();
        if (action.action().mutates()) {
            LOG.warn(
                    "{}: mode=RESPONSE repeats this action with every poll, and the action {}. "
                            + "To execute it once for each message, call it with to(\"{}\") instead.",
                    binding.name(),
                    action.isInCatalog()
                            ? "changes something at the vendor"
                            : "is not in the catalog, so it may change something at the vendor",
                    binding.name());
        }
    }

    @Override
    protected int poll() throws Exception {
        try {
            if (partitioning != null) {
                return pollEach();
            }
            deliver(EndpointClient.await(ask(Partition.NONE)), Partition.NONE);
            return 1;
        } catch (InterruptedException e) {
            // the consumer stops
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int pollEach() throws InterruptedException {
        Set<Partition> partitions = partitioning.source().read();
        Iterator<Partition> rest = partitions.iterator();
        Queue<Asked> underWay = new ArrayDeque<>();
        failures.retain(partitions);
        failures.beginPoll(partitions.size());
        int messages = 0;
        try {
            do {
                while (rest.hasNext() && underWay.size() < partitioning.concurrency() && mayGoOn()) {
                    Partition partition = rest.next();
                    underWay.add(new Asked(partition, ask(partition)));
                }
                if (!underWay.isEmpty()) {
                    messages += deliver(underWay.remove());
                }
            } while (!underWay.isEmpty() || rest.hasNext() && mayGoOn());
        } finally {
            // left over when the consumer stops
            underWay.forEach(asked -> asked.result().toCompletableFuture().cancel(true));
        }
        failures.endPoll(partitions.size());
        return messages;
    }

    private boolean mayGoOn() {
        return isPollAllowed() && !failures.isOutage();
    }

    private int deliver(Asked asked) throws InterruptedException {
        CallResult result;
        try {
            result = EndpointClient.await(asked.result());
        } catch (RuntimeException e) {
            failures.failed(asked.partition(), e);
            return 0;
        }
        failures.worked(asked.partition());
        deliver(result, asked.partition());
        return 1;
    }

    private CompletionStage<CallResult> ask(Partition partition) {
        try {
            ObjectNode parameters =
                    binding.action().check().parameters(new LinkedHashMap<>(partition.values()), null, null, null);
            return PagedCalls.call(binding, paging, parameters);
        } catch (InvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void deliver(CallResult result, Partition partition) {
        Exchange exchange = createExchange(true);
        result.writeTo(exchange.getIn(), binding.headers());
        if (!partition.isNone()) {
            exchange.getIn().setHeader(binding.headers().forEach(), partition.id());
        }
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
    }
}
