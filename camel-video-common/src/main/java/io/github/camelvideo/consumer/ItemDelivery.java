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

import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.delivery.AcknowledgementQueue;
import io.github.camelvideo.feed.position.LeaseLostException;
import io.github.camelvideo.feed.position.NotTransactedException;
import io.github.camelvideo.feed.position.PositionFencedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.Synchronization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the items that a consumer delivers, from its start to its stop: done, acknowledged, redelivered, skipped, sent to a
 * dead-letter endpoint, or the end of the route. Used by whichever thread ends an exchange.
 */
final class ItemDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ItemDelivery.class);

    private static final long RESERVE_MILLIS = 1_000;

    /** What the consumer does for the delivery. */
    interface Consumer {

        /**
         * Tells of a failure.
         *
         * @param exchange whose route has dealt with the failure already, or null
         */
        void report(String text, Exchange exchange, Throwable cause);

        /** An item is done, or failed and is redelivered. */
        void ended(FeedItem item, boolean isDone);

        /** Stops the route; returns at once. */
        void stopRoute(String reason, Throwable cause);
    }

    private final EndpointBinding binding;
    private final Feed feed;
    private final FailureStrategy strategy;
    private final DeadLetters deadLetters;
    private final Consumer consumer;
    private final AcknowledgementQueue acknowledgements;
    private volatile boolean stopped;
    private volatile boolean stopping;

    /** Nothing more is delivered in this poll. Of the polling thread. */
    private boolean paused;

    /**
     * @param acknowledge acknowledges delivered items, or null
     * @param deadLetters takes the items that are given up, or null
     */
    ItemDelivery(
            EndpointBinding binding,
            Feed feed,
            FailureStrategy strategy,
            AcknowledgeAction acknowledge,
            DeadLetters deadLetters,
            Consumer consumer) {
        this.binding = binding;
        this.feed = feed;
        this.strategy = strategy;
        this.deadLetters = deadLetters;
        this.consumer = consumer;
        this.acknowledgements =
                acknowledge == null ? null : new AcknowledgementQueue(acknowledge::acknowledge, this::acknowledged);
    }

    /** A poll begins: acknowledgements that failed are tried again. */
    void beginPoll() {
        paused = false;
        if (acknowledgements != null) {
            acknowledgements.retry();
        }
    }

    /**
     * Waits until the next item may be delivered; with acknowledgements, until the vendor has taken those of earlier items.
     *
     * @param goesOn asked from time to time whether to wait on
     * @return false when nothing more is to be delivered in this poll
     */
    boolean awaitTurn(BooleanSupplier goesOn) throws InterruptedException {
        if (acknowledgements == null) {
            return !stopping && !paused;
        }
        while (!stopping && goesOn.getAsBoolean()) {
            if (acknowledgements.reserve(RESERVE_MILLIS)) {
                return true;
            }
            if (acknowledgements.isPaused()) {
                return false;
            }
        }
        return false;
    }

    /** Items that were delivered before a restart. */
    void acknowledgeOnly(FeedItem item) {
        if (acknowledgements == null) {
            complete(item);
        } else {
            acknowledgements.addUnreserved(item);
        }
    }

    /** How many acknowledgements a graceful stop should wait for. */
    int pending() {
        return acknowledgements == null ? 0 : acknowledgements.pending();
    }

    /**
     * The consumer has stopped. What ends later, in an exchange that a forced stop left behind, is not stored any more: another run, here
     * or on another node, may have begun with what is stored now.
     */
    void stop() {
        int left = acknowledgements == null ? 0 : acknowledgements.close();
        if (left > 0) {
            LOG.info(
                    "{}: {} delivered items are not acknowledged yet; they are acknowledged after the next start",
                    binding.name(),
                    left);
        }
        stopped = true;
    }

    /** The way of one item through the route. Holds the item itself: headers and body belong to the route. */
    final class Delivery implements Synchronization {

        private final FeedItem item;
        private final AtomicBoolean ended = new AtomicBoolean();

        /** Null without a transaction. */
        private ItemCommit.Outcome outcome;

        private NotTransactedException misuse;

        Delivery(FeedItem item) {
            this.item = item;
        }

        @Override
        public void onComplete(Exchange exchange) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            if (outcome == ItemCommit.Outcome.COMMITTED) {
                committed(item, misuse);
            } else if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                // handled, but what the route did is undone
                failed(item, exchange, new RollbackExchangeException(exchange));
            } else {
                delivered(item);
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            fail(exchange, exchange.getException());
        }

        /** To be called before {@link #end}. */
        void transactionEnded(ItemCommit.Outcome how) {
            outcome = how;
        }

        /** The transaction was committed without the position. */
        void committedAlone(NotTransactedException why) {
            outcome = ItemCommit.Outcome.COMMITTED;
            misuse = why;
        }

        /** The exchange is over, and so is its transaction. */
        void end(Exchange exchange) {
            if (exchange.isFailed()) {
                onFailure(exchange);
            } else {
                onComplete(exchange);
            }
        }

        boolean hasEnded() {
            return ended.get();
        }

        /** The item failed, if it has not ended yet. */
        void fail(Exchange exchange, Throwable cause) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            if (outcome == ItemCommit.Outcome.UNKNOWN) {
                unknown(item, exchange, cause);
            } else {
                failed(item, exchange, cause);
            }
        }
    }

    Delivery begin(FeedItem item) {
        return new Delivery(item);
    }

    /** The position is stored with what the route did; the route may have been stopped meanwhile. */
    private void committed(FeedItem item, NotTransactedException misuse) {
        feed.completed(item);
        consumer.ended(item, true);
        if (misuse != null) {
            stop(item, misuse);
        }
    }

    private void unknown(FeedItem item, Exchange exchange, Throwable cause) {
        paused = true;
        if (isLate(item)) {
            return;
        }
        feed.failed(item);
        consumer.ended(item, false);
        consumer.report(
                name(item)
                        + ": whether its transaction was committed is not known. It is redelivered only if it was not",
                exchange,
                cause);
    }

    /** An item cannot be delivered in this poll, for a reason that is not its own. */
    void refuse(FeedItem item, RuntimeException reason) {
        feed.returned(item);
        if (reason instanceof PositionFencedException fenced) {
            fenced(fenced);
            return;
        }
        paused = true;
        consumer.report(name(item) + " waits for the next poll", null, reason);
    }

    private void stop(FeedItem item, NotTransactedException misuse) {
        stopping = true;
        consumer.stopRoute(name(item) + " cannot be stored in the transaction of the route", misuse);
    }

    private void delivered(FeedItem item) {
        if (isLate(item)) {
            return;
        }
        if (acknowledgements == null) {
            complete(item);
            return;
        }
        try {
            feed.delivered(item);
        } catch (PositionFencedException e) {
            fenced(e);
            return;
        }
        acknowledgements.add(item);
    }

    private void acknowledged(FeedItem item, Throwable refusal) {
        if (refusal != null) {
            consumer.report(name(item) + " is delivered, but the vendor refuses the acknowledgement", null, refusal);
        }
        complete(item);
    }

    private void complete(FeedItem item) {
        if (isLate(item)) {
            return;
        }
        try {
            feed.completed(item);
            consumer.ended(item, true);
        } catch (PositionFencedException e) {
            fenced(e);
        }
    }

    private void fenced(PositionFencedException e) {
        if (e instanceof LeaseLostException) {
            // another node goes on with the partition, and this one with the others
            LOG.info("{}: {}", binding.name(), e.getMessage());
            return;
        }
        if (!stopping) {
            stopping = true;
            consumer.stopRoute(binding.name() + ": another process has taken the feed over", e);
        }
    }

    private void failed(FeedItem item, Exchange exchange, Throwable cause) {
        if (acknowledgements != null) {
            acknowledgements.release();
        }
        if (isLate(item)) {
            return;
        }
        if (cause instanceof PositionFencedException taken) {
            feed.returned(item);
            consumer.ended(item, false);
            fenced(taken);
            return;
        }
        if (cause instanceof NotTransactedException misuse) {
            // every other item would fail, too, and be given up
            feed.returned(item);
            consumer.ended(item, false);
            stop(item, misuse);
            return;
        }
        switch (strategy.after(item.redelivery())) {
            case REDELIVER -> {
                feed.failed(item);
                consumer.ended(item, false);
                consumer.report(name(item) + " failed and is redelivered at the next poll", exchange, cause);
            }
            case SKIP -> {
                skip(item);
                consumer.report(name(item) + " failed and is skipped", exchange, cause);
            }
            case STOP -> {
                feed.returned(item);
                consumer.ended(item, false);
                stopping = true;
                consumer.stopRoute(
                        name(item)
                                + " failed and onFailure=stop. The route is stopped with the position before this item",
                        cause);
            }
            case DEAD_LETTER -> sendToDeadLetter(item, exchange, cause);
        }
    }

    private void skip(FeedItem item) {
        try {
            feed.skipped(item);
            consumer.ended(item, true);
        } catch (PositionFencedException e) {
            fenced(e);
        }
    }

    private void sendToDeadLetter(FeedItem item, Exchange exchange, Throwable cause) {
        deadLetters.send(item, cause).whenComplete((sent, problem) -> {
            if (isLate(item)) {
                return;
            }
            if (problem == null) {
                skip(item);
                consumer.report(name(item) + " failed and was sent to " + deadLetters.target(), exchange, cause);
            } else {
                feed.failed(item);
                consumer.ended(item, false);
                consumer.report(
                        name(item) + " failed and " + deadLetters.target()
                                + " did not take it. It is redelivered at the next poll",
                        null,
                        problem);
            }
        });
    }

    private boolean isLate(FeedItem item) {
        if (stopped) {
            LOG.warn("{} ended after its route had stopped; it is delivered again when the route starts", name(item));
        }
        return stopped;
    }

    private String name(FeedItem item) {
        String partition = item.partition().isNone() ? "" : " for " + item.partition();
        return "Item " + item.key() + " of " + binding.name() + partition;
    }
}
