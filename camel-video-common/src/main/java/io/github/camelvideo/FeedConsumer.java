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

import io.github.camelvideo.client.ApiException;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each new item of a feed to the route, once.
 *
 * <p>The polling thread reads and hands over; whichever thread ends an exchange reports it to the feed, which stores the position
 * before that thread goes on. An item counts as delivered when its exchange ended without a failure that the route's error handling
 * left unhandled, and was not marked to be rolled back; with an acknowledgement, when that was made too.
 */
final class FeedConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

    private final VideoEndpoint endpoint;
    private volatile Acknowledgement acknowledgement;
    private final Queue<FeedItem> unacknowledged = new ConcurrentLinkedQueue<>();
    private volatile Feed feed;

    FeedConsumer(VideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.acknowledgement = Acknowledgement.of(endpoint);
        // opened here already, to refuse wrong options before the route starts
        this.feed = EndpointFeeds.open(endpoint);
    }

    @Override
    protected void doInit() throws Exception {
        setHealthCheck(new FeedHealthCheck(this, "consumer:" + getRouteId()));
        super.doInit();
    }

    @Override
    protected void doStart() throws Exception {
        endpoint.startPositions();
        // anew for each start: another node may have moved the stored position, and the component may have closed its
        // connections
        acknowledgement = Acknowledgement.of(endpoint);
        feed = EndpointFeeds.open(endpoint);
        feed.start();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        for (FeedItem item = unacknowledged.poll(); item != null; item = unacknowledged.poll()) {
            LOG.warn(
                    "Item {} of {} was delivered but not acknowledged before the stop",
                    item.key(),
                    endpoint.displayName());
            complete(item);
        }
    }

    /** Where the feed stands, for people. */
    FeedStatus status() {
        return feed.status();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        int limit = getMaxMessagesPerPoll() > 0 ? getMaxMessagesPerPoll() : Integer.MAX_VALUE;
        int handedOver = 0;
        int fresh = 0;
        acknowledgeAgain();
        feed.beginPoll();
        try {
            do {
                List<FeedItem> items = feed.next(limit - handedOver);
                forceConsumerAsReady();
                handedOver += processBatch(new ArrayDeque<>(items));
                fresh += (int)
                        items.stream().filter(item -> item.redelivery() == 0).count();
            } while (feed.hasMore() && handedOver < limit && isPollAllowed() && isBatchAllowed());
        } catch (InterruptedException e) {
            // the consumer stops; what was not handed over is read again
            Thread.currentThread().interrupt();
        }
        // an item that fails again and again must not keep a greedy consumer busy
        return fresh;
    }

    /** Hands the items over one after the other; gives back to the feed what a stop leaves over. */
    @Override
    public int processBatch(Queue<Object> items) {
        int size = items.size();
        int index = 0;
        while (!items.isEmpty() && isBatchAllowed()) {
            FeedItem item = (FeedItem) items.poll();
            pendingExchanges = items.size();
            handOver(item, index++, size);
        }
        items.forEach(item -> feed.returned((FeedItem) item));
        return index;
    }

    private void handOver(FeedItem item, int index, int size) {
        Object body;
        try {
            body = endpoint.output().convert(item.body());
        } catch (RuntimeException e) {
            fail(item, e);
            return;
        }
        Exchange exchange = createExchange(true);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        HeaderNames names = endpoint.headerNames();
        exchange.getIn().setBody(body);
        exchange.getIn().setHeader(names.action(), endpoint.action().callName());
        exchange.getIn().setHeader(names.itemKey(), item.key());
        exchange.getIn().setHeader(names.itemTime(), item.time());
        exchange.getIn().setHeader(names.redelivery(), item.redelivery());
        exchange.getExchangeExtension().addOnCompletion(new Completion(item));
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
    }

    private void acknowledgeAgain() {
        for (int waiting = unacknowledged.size(); waiting > 0; waiting--) {
            acknowledge(unacknowledged.poll());
        }
    }

    private void acknowledge(FeedItem item) {
        acknowledgement.of(item).whenComplete((answer, thrown) -> {
            Throwable failure = thrown == null ? null : EndpointClient.cause(thrown);
            if (failure == null) {
                complete(item);
            } else if (failure instanceof ApiException refusal && refusal.isRetryable()) {
                LOG.warn(
                        "Item {} of {} is delivered; acknowledging it is tried again at the next poll: {}",
                        item.key(),
                        endpoint.displayName(),
                        failure.getMessage());
                unacknowledged.add(item);
            } else {
                getExceptionHandler()
                        .handleException(
                                "Item " + item.key() + " of " + endpoint.displayName()
                                        + " is delivered, but the vendor refuses the acknowledgement",
                                failure);
                complete(item);
            }
        });
    }

    private void complete(FeedItem item) {
        try {
            feed.completed(item);
        } catch (RuntimeException e) {
            getExceptionHandler()
                    .handleException(
                            "Item " + item.key() + " of " + endpoint.displayName()
                                    + " is delivered, but the position could not be stored. It is stored with the next item; a restart before repeats this one",
                            e);
        }
    }

    private void fail(FeedItem item, Throwable cause) {
        boolean givenUp = feed.failed(item);
        getExceptionHandler()
                .handleException(
                        "Item " + item.key() + " of " + endpoint.displayName()
                                + (givenUp
                                        ? " failed and is given up"
                                        : " failed and is handed over again at the next poll"),
                        cause);
    }

    /** Holds the item itself: what a route does to headers and body must not decide about the position. */
    private final class Completion implements Synchronization {

        private final FeedItem item;

        Completion(FeedItem item) {
            this.item = item;
        }

        @Override
        public void onComplete(Exchange exchange) {
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                // handled, but what the route did is undone
                fail(item, new RollbackExchangeException(exchange));
            } else {
                acknowledge(item);
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            fail(item, exchange.getException());
        }
    }
}
