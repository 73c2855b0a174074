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

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.Synchronization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a feed, from a start of its consumer to the stop: what becomes of the items it hands over. Used by whichever thread ends
 * an exchange.
 */
final class FeedRun {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRun.class);

    /** Tells of a failure. */
    interface Listener {

        /** @param exchange whose route has dealt with the failure already, or null */
        void failed(String text, Exchange exchange, Throwable cause);
    }

    private final VideoEndpoint endpoint;
    private final Listener listener;
    private final Feed feed;
    private final Acknowledgement acknowledgement;
    private final Acknowledgements acknowledgements;
    private volatile boolean stopped;

    /**
     * Opens the feed without starting it, to refuse wrong options.
     *
     * @param workers reads for many values at once; not used where the feed runs once
     */
    FeedRun(VideoEndpoint endpoint, Listener listener, Executor workers) {
        this.endpoint = endpoint;
        this.listener = listener;
        this.acknowledgement = Acknowledgement.of(endpoint);
        this.acknowledgements = new Acknowledgements(acknowledgement::of, this::acknowledged);
        this.feed = EndpointFeeds.open(endpoint, workers);
    }

    Feed feed() {
        return feed;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /**
     * The consumer has stopped. What was delivered and not acknowledged by now is not delivered again for that. What ends later in an
     * exchange that a forced stop left behind is not stored any more: another run, here or on another node, may have begun with what is
     * stored now, and its position must not be taken back.
     */
    void stop() {
        for (FeedItem item : acknowledgements.giveUp()) {
            LOG.warn("{} was delivered but not acknowledged before the stop", name(item));
            completed(item);
        }
        stopped = true;
    }

    /** To be told of the end of the item's exchange. Holds the item itself: headers and body belong to the route. */
    Synchronization endOf(FeedItem item) {
        return new Synchronization() {
            @Override
            public void onComplete(Exchange exchange) {
                if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                    // handled, but what the route did is undone
                    failed(item, exchange, new RollbackExchangeException(exchange));
                } else if (acknowledgement.isNone()) {
                    completed(item);
                } else {
                    acknowledgements.add(item);
                }
            }

            @Override
            public void onFailure(Exchange exchange) {
                failed(item, exchange, exchange.getException());
            }
        };
    }

    private void acknowledged(FeedItem item, Throwable refusal) {
        if (refusal != null) {
            listener.failed(name(item) + " is delivered, but the vendor refuses the acknowledgement", null, refusal);
        }
        completed(item);
    }

    private void completed(FeedItem item) {
        if (isLate(item)) {
            return;
        }
        try {
            feed.completed(item);
        } catch (RuntimeException e) {
            listener.failed(
                    name(item)
                            + " is delivered, but the position could not be stored. It is stored with the next item; a restart before repeats this one",
                    null,
                    e);
        }
    }

    /** @param exchange whose route has dealt with the failure already, or null */
    void failed(FeedItem item, Exchange exchange, Throwable cause) {
        if (isLate(item)) {
            return;
        }
        try {
            boolean givenUp = feed.failed(item);
            String what = givenUp ? " failed and is given up" : " failed and is handed over again at the next poll";
            listener.failed(name(item) + what, exchange, cause);
        } catch (RuntimeException e) {
            e.addSuppressed(cause);
            listener.failed(name(item) + " failed and is given up, but the position could not be stored", exchange, e);
        }
    }

    private boolean isLate(FeedItem item) {
        if (stopped) {
            LOG.warn("{} ended after its route had stopped; it is handed over again when the route starts", name(item));
        }
        return stopped;
    }

    private String name(FeedItem item) {
        String value = item.value() == null ? "" : " for " + endpoint.getForEach() + "=" + item.value();
        return "Item " + item.key() + " of " + endpoint.displayName() + value;
    }
}
