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

import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.protocol.ApiException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges delivered items in their order, a few at once and the others in turn: a backlog sent at once would wait for the rate
 * limit until its calls time out.
 *
 * <p>When the vendor cannot take one now, all wait until {@link #again}. Used by every thread that ends an exchange or a call.
 */
final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final int AT_ONCE = 8;

    private final Function<FeedItem, CompletionStage<?>> vendor;
    private final BiConsumer<FeedItem, Throwable> outcome;

    // guarded by this; no call is made inside
    private final Deque<FeedItem> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean paused;
    private boolean sending;

    /**
     * @param vendor begins one acknowledgement
     * @param outcome gets the item when it is acknowledged, or with the refusal when it never will be
     */
    Acknowledgements(Function<FeedItem, CompletionStage<?>> vendor, BiConsumer<FeedItem, Throwable> outcome) {
        this.vendor = vendor;
        this.outcome = outcome;
    }

    void add(FeedItem item) {
        synchronized (this) {
            waiting.addLast(item);
        }
        send();
    }

    /** Goes on with those the vendor could not take before. */
    void again() {
        synchronized (this) {
            paused = false;
        }
        send();
    }

    /** How many a stop should wait for; those the vendor could not take are not among them. */
    synchronized int pending() {
        return paused ? underWay : underWay + waiting.size();
    }

    /** Gives up those that are not under way and returns them. */
    synchronized List<FeedItem> giveUp() {
        List<FeedItem> left = new ArrayList<>(waiting);
        waiting.clear();
        return left;
    }

    private void send() {
        synchronized (this) {
            if (sending) {
                return; // the thread that does sees the change; and an answer that comes at once must not send from
                // within
            }
            sending = true;
        }
        for (FeedItem item = next(); item != null; item = next()) {
            FeedItem sent = item;
            vendor.apply(sent).whenComplete((answer, thrown) -> answered(sent, thrown));
        }
    }

    private synchronized FeedItem next() {
        if (paused || underWay == AT_ONCE || waiting.isEmpty()) {
            sending = false;
            return null;
        }
        underWay++;
        return waiting.pollFirst();
    }

    private void answered(FeedItem item, Throwable thrown) {
        Throwable failure = thrown == null ? null : EndpointClient.cause(thrown);
        if (failure instanceof ApiException refusal && refusal.isRetryable()) {
            LOG.warn(
                    "Item {} is delivered; acknowledging it is tried again at the next poll: {}",
                    item.key(),
                    refusal.getMessage());
            synchronized (this) {
                underWay--;
                paused = true;
                waiting.addFirst(item);
            }
            return;
        }
        try {
            outcome.accept(item, failure);
        } finally {
            synchronized (this) {
                underWay--;
            }
            send();
        }
    }
}
