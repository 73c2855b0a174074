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
package io.github.camelvideo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.ForEach;
import io.github.camelvideo.feed.ValueFailures;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Calls the action once a poll and hands its whole answer to the route; with {@code forEach} once for each value, a few at a time. The
 * polling thread does it all and waits for the answers.
 */
final class ResponseConsumer extends ScheduledPollConsumer {

    private final VideoEndpoint endpoint;
    private final ForEach forEach;
    private final ValueFailures failures;

    private record Asked(String value, CompletionStage<CallResult> reply) {}

    ResponseConsumer(VideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.forEach = EndpointForEach.of(endpoint);
        this.failures = forEach == null ? null : new ValueFailures(endpoint.displayName(), forEach.concurrency());
        endpoint.action().check().requireCompleteExcept(forEach == null ? Set.of() : Set.of(forEach.parameter()));
    }

    @Override
    protected int poll() throws Exception {
        try {
            if (forEach != null) {
                return pollEach();
            }
            handOver(EndpointClient.await(ask(Map.of())), null);
            return 1;
        } catch (InterruptedException e) {
            // the consumer stops
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int pollEach() throws InterruptedException {
        Set<String> values = forEach.values().read();
        Iterator<String> rest = values.iterator();
        Queue<Asked> underWay = new ArrayDeque<>();
        failures.retain(values);
        failures.beginPoll(values.size());
        int messages = 0;
        try {
            do {
                while (rest.hasNext() && underWay.size() < forEach.concurrency() && mayGoOn()) {
                    String value = rest.next();
                    underWay.add(new Asked(value, ask(Map.of(forEach.parameter(), value))));
                }
                if (!underWay.isEmpty()) {
                    messages += handOver(underWay.remove());
                }
            } while (!underWay.isEmpty() || rest.hasNext() && mayGoOn());
        } finally {
            // left over when the consumer stops
            underWay.forEach(asked -> asked.reply().toCompletableFuture().cancel(true));
        }
        failures.endPoll(values.size());
        return messages;
    }

    private boolean mayGoOn() {
        return isPollAllowed() && !failures.isOutage();
    }

    private int handOver(Asked asked) throws InterruptedException {
        CallResult reply;
        try {
            reply = EndpointClient.await(asked.reply());
        } catch (RuntimeException e) {
            failures.failed(asked.value(), e);
            return 0;
        }
        failures.worked(asked.value());
        handOver(reply, asked.value());
        return 1;
    }

    private CompletionStage<CallResult> ask(Map<String, Object> value) {
        try {
            ObjectNode parameters = endpoint.action().check().parameters(value, null, null, null);
            return PagedCalls.of(endpoint, parameters);
        } catch (InvalidRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void handOver(CallResult reply, String value) {
        Exchange exchange = createExchange(true);
        reply.writeTo(exchange.getIn(), endpoint.headerNames());
        if (value != null) {
            exchange.getIn().setHeader(endpoint.headerNames().forEach(), value);
        }
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
    }
}
