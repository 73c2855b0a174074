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
package io.github.camelvideo.feed;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The feed of one value. Small until its first turn, which opens the feed: 5,000 of them must not cost the memory of 5,000 readings.
 *
 * <p>Read by one worker at a time; the flags belong to the polling thread; items end on any thread.
 */
final class ValueFeed {

    private final String value;
    private final Supplier<Feed> opener;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** Null until it is started. */
    private volatile Feed feed;

    private volatile boolean gone;
    private boolean busy;

    ValueFeed(String value, Supplier<Feed> opener) {
        this.value = value;
        this.opener = opener;
    }

    String value() {
        return value;
    }

    /** Reads one window; the first time after taking up the position. */
    void read() throws InterruptedException {
        Feed started = feed;
        if (started == null) {
            started = opener.get();
            started.start();
            feed = started;
        }
        started.read();
    }

    void beginPoll() {
        if (feed != null) {
            feed.beginPoll();
        }
    }

    List<FeedItem> take(int limit) {
        List<FeedItem> items = feed.take(limit);
        inFlight.addAndGet(items.size());
        return items;
    }

    boolean hasMore() {
        return feed.hasMore();
    }

    void completed(FeedItem item) {
        try {
            feed.completed(item);
        } finally {
            // not before: what it stores must not come after what is done to the position of a value that is gone
            inFlight.decrementAndGet();
        }
    }

    boolean failed(FeedItem item) {
        try {
            return feed.failed(item);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    void returned(FeedItem item) {
        feed.returned(item);
        inFlight.decrementAndGet();
    }

    /** Where it stands, or null before it is started. */
    FeedStatus status() {
        Feed started = feed;
        return started == null ? null : started.status();
    }

    /** No longer listed: it is not read and hands nothing over, but what is in flight may end. */
    boolean isGone() {
        return gone;
    }

    void setGone(boolean gone) {
        this.gone = gone;
    }

    /** Whether a worker has it. */
    boolean isBusy() {
        return busy;
    }

    void setBusy(boolean busy) {
        this.busy = busy;
    }

    /** Whether something may still change its position. */
    boolean isInUse() {
        return busy || inFlight.get() > 0;
    }
}
