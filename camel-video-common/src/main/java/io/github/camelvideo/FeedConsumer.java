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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.EmptyAsyncCallback;
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

    /** Workers are interrupted, so only storing a position takes time. */
    private static final Duration WORKERS_END = Duration.ofSeconds(10);

    private final VideoEndpoint endpoint;
    private volatile FeedRun run;
    private volatile ExecutorService workers;
    private boolean claimed;

    FeedConsumer(VideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        // made here already, to refuse wrong options before the route starts
        this.run = newRun();
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
        run = newRun();
        claims().take(endpoint.displayName(), endpoint.positions(), EndpointFeeds.key(endpoint));
        try {
            run.feed().start();
            startWorkers();
            super.doStart();
        } catch (Exception e) {
            // a consumer that did not start is not stopped either
            stopWorkers();
            releaseClaim();
            throw e;
        }
        claimed = true;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        stopWorkers();
        run.stop();
        if (claimed) {
            claimed = false;
            releaseClaim();
        }
    }

    private FeedRun newRun() {
        return new FeedRun(endpoint, this::tell, this::employ);
    }

    private void employ(Runnable task) {
        ExecutorService employed = workers;
        if (employed == null) {
            throw new RejectedExecutionException(endpoint.displayName() + " has stopped");
        }
        employed.execute(task);
    }

    private void startWorkers() {
        if (endpoint.getForEach() != null) {
            workers = threads()
                    .newFixedThreadPool(this, endpoint.displayName() + "-forEach", endpoint.getForEachConcurrency());
        }
    }

    /** What they read and nobody took is read again; but what they store must not come after what the next run stores. */
    private void stopWorkers() throws InterruptedException {
        if (workers != null) {
            threads().shutdownNow(workers);
            threads().awaitTermination(workers, WORKERS_END.toMillis());
            workers = null;
        }
    }

    private ExecutorServiceManager threads() {
        return endpoint.getCamelContext().getExecutorServiceManager();
    }

    private void releaseClaim() {
        claims().release(endpoint.positions(), EndpointFeeds.key(endpoint));
    }

    private PositionClaims claims() {
        return endpoint.getComponent().claims();
    }

    /** A graceful stop waits for the acknowledgements too. */
    @Override
    public int getPendingExchangesSize() {
        return super.getPendingExchangesSize() + run.acknowledgements().pending();
    }

    /** Where the feed stands, for people. */
    FeedStatus status() {
        return run.feed().status();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        int limit = getMaxMessagesPerPoll() > 0 ? getMaxMessagesPerPoll() : Integer.MAX_VALUE;
        int handedOver = 0;
        int fresh = 0;
        Feed feed = run.feed();
        run.acknowledgements().again();
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
        // an item that fails again and again must not keep a greedy consumer busy; but a poll that hands it over is not
        // idle
        return isGreedy() ? fresh : handedOver;
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
        items.forEach(item -> run.feed().returned((FeedItem) item));
        return index;
    }

    private void handOver(FeedItem item, int index, int size) {
        Object body;
        try {
            body = endpoint.output().convert(content(item));
        } catch (RuntimeException e) {
            run.failed(item, null, e);
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
        if (item.value() != null) {
            exchange.getIn().setHeader(names.forEach(), item.value());
        }
        exchange.getExchangeExtension().addOnCompletion(run.endOf(item));
        // not the usual callback, which would tell of a failure once more
        getAsyncProcessor().process(exchange, EmptyAsyncCallback.get());
    }

    private JsonNode content(FeedItem item) {
        if (!endpoint.isForEachInBody() || item.body().hasNonNull(endpoint.getForEach())) {
            return item.body();
        }
        if (!item.body().isObject()) {
            throw new IllegalStateException("forEachInBody=true: the item is no object but "
                    + item.body().getNodeType() + ". Leave forEachInBody out; the value is in the header "
                    + endpoint.headerNames().forEach());
        }
        ObjectNode withValue = ExactJson.object();
        withValue.setAll((ObjectNode) item.body());
        return withValue.put(endpoint.getForEach(), item.value());
    }

    /** @param exchange whose route has dealt with the failure already, or null */
    private void tell(String text, Exchange exchange, Throwable cause) {
        if (exchange != null && endpoint.isBridgeErrorHandler()) {
            // the bridge would bring the same failure to the route's error handling a second time
            LOG.warn(text, cause);
        } else {
            getExceptionHandler().handleException(text, exchange, cause);
        }
    }
}
