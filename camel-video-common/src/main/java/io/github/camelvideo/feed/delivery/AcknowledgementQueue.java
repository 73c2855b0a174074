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

import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.protocol.ApiException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges delivered items at the vendor, a few at a time, and keeps the route from getting further ahead of them than that. When the
 * vendor cannot take one now, all wait until {@link #retry}, and nothing more is delivered meanwhile.
 *
 * <p>{@link #reserve} is called by the thread that delivers, the others by whichever thread ends an exchange or a call.
 */
public final class AcknowledgementQueue {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementQueue.class);

    /** Items on their way through the route or acknowledged at the same time. */
    private static final int MAX_OUTSTANDING = 8;

    /** What is told of the end of an acknowledgement. */
    public interface Listener {

        /**
         * The item is acknowledged, or never will be.
         *
         * @param refusal why the vendor refuses the acknowledgement for good, or null
         */
        void ended(FeedItem item, Throwable refusal);
    }

    private final Function<FeedItem, CompletionStage<?>> vendor;
    private final Listener listener;

    // guarded by this; no call is made inside
    private final Deque<FeedItem> waiting = new ArrayDeque<>();
    private int outstanding;
    private int underWay;
    private boolean paused;
    private boolean sending;
    private boolean closed;

    /** @param vendor begins one acknowledgement and returns at once */
    public AcknowledgementQueue(Function<FeedItem, CompletionStage<?>> vendor, Listener listener) {
        this.vendor = vendor;
        this.listener = listener;
    }

    /**
     * Waits until another item may be delivered.
     *
     * @param millis how long to wait at most
     * @return false when that time is over, or the vendor takes no acknowledgements at present: then nothing more is to be delivered in
     *     this poll
     */
    public synchronized boolean reserve(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (outstanding >= MAX_OUTSTANDING && !paused && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (paused || closed) {
            return false;
        }
        outstanding++;
        return true;
    }

    /** An item for which there was a reservation will not be acknowledged: it was not delivered. */
    public synchronized void release() {
        outstanding--;
        notifyAll();
    }

    /** An item was delivered before a restart and is acknowledged now, without a reservation. */
    public void addUnreserved(FeedItem item) {
        synchronized (this) {
            outstanding++;
        }
        add(item);
    }

    /** An item for which there was a reservation was delivered. */
    public void add(FeedItem item) {
        synchronized (this) {
            waiting.addLast(item);
        }
        send();
    }

    /** Tries those again that the vendor could not take before. */
    public void retry() {
        synchronized (this) {
            paused = false;
        }
        send();
    }

    /** Whether the vendor takes no acknowledgements at present. */
    public synchronized boolean isPaused() {
        return paused;
    }

    /** How many a stop should wait for; those the vendor could not take are not among them. */
    public synchronized int pending() {
        return paused ? underWay : underWay + waiting.size();
    }

    /**
     * Begins no further acknowledgement. Items that were delivered and not acknowledged stay so in the position, and are acknowledged after
     * the next start.
     *
     * @return how many these are
     */
    public synchronized int close() {
        closed = true;
        notifyAll();
        int left = waiting.size();
        waiting.clear();
        return left;
    }

    private void send() {
        synchronized (this) {
            if (sending) {
                // the thread that sends sees the change; and an answer that comes at once must not send from within
                return;
            }
            sending = true;
        }
        for (FeedItem item = next(); item != null; item = next()) {
            FeedItem sent = item;
            vendor.apply(sent).whenComplete((answer, thrown) -> answered(sent, thrown));
        }
    }

    private synchronized FeedItem next() {
        if (paused || closed || waiting.isEmpty()) {
            sending = false;
            return null;
        }
        underWay++;
        return waiting.pollFirst();
    }

    private void answered(FeedItem item, Throwable thrown) {
        Throwable failure = cause(thrown);
        if (failure instanceof ApiException refusal && refusal.isRetryable()) {
            LOG.warn(
                    "Item {} is delivered; its acknowledgement is retried at the next poll: {}",
                    item.key(),
                    refusal.getMessage());
            synchronized (this) {
                underWay--;
                paused = true;
                if (!closed) {
                    waiting.addFirst(item);
                }
                notifyAll();
            }
            return;
        }
        try {
            listener.ended(item, failure);
        } finally {
            synchronized (this) {
                underWay--;
                outstanding--;
                notifyAll();
            }
            send();
        }
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
