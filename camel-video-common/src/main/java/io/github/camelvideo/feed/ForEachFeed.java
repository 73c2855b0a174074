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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One feed for each value of a list, as one. Each has a position of its own, and none waits for another.
 *
 * <p>Workers read, as many values at once as allowed; the polling thread decides whose {@linkplain Turns turn} it is and hands over,
 * value by value, what a worker has read. What workers have read and nobody has taken is never more than one window each. A reading
 * that has not ended when a poll does is taken by a later one.
 */
final class ForEachFeed implements Feed {

    /** Bound of memory over all values: with more items handed over and not done, nothing further is read. */
    private static final int MOST_IN_FLIGHT = 10_000;

    private record Reading(ValueFeed feed, Throwable failure) {}

    private final String name;
    private final ForEach forEach;
    private final Executor workers;
    private final ListedValues values;
    private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ValueFailures failures;

    // of the polling thread
    private final Turns turns = new Turns();
    private ValueFeed current;
    private int busy;
    private boolean waitedInVain;

    ForEachFeed(String name, ForEach forEach, ListedValues values, Executor workers) {
        this.name = name;
        this.forEach = forEach;
        this.values = values;
        this.workers = workers;
        this.failures = new ValueFailures(name, forEach.concurrency());
    }

    /** Takes up the list of values only: a value's position is taken up when its turn comes first. */
    @Override
    public void start() {
        values.start();
    }

    @Override
    public void beginPoll() {
        waitedInVain = false;
        failures.beginPoll(values.count());
        Set<String> listed = values.renew();
        failures.retain(listed);
        values.all().forEach(ValueFeed::beginPoll);
        turns.begin(listed, value -> values.get(value).isBusy());
    }

    /**
     * Waits for the next value that was read; its items are those to {@link #take}.
     *
     * @throws RuntimeException when the last of a poll failed and all others had, too
     */
    @Override
    public void read() throws InterruptedException {
        current = null;
        employWorkers();
        Reading reading = busy == 0 ? null : await();
        if (reading != null) {
            busy--;
            reading.feed().setBusy(false);
            if (!reading.feed().isGone()) {
                account(reading);
            }
            employWorkers();
        }
        if (current == null) {
            endPollIfDone();
        }
    }

    /** The next reading that has ended; null when all that are under way take too long, so that a stop is noticed, too. */
    private Reading await() throws InterruptedException {
        Reading reading = readings.poll(forEach.patience().toMillis(), TimeUnit.MILLISECONDS);
        waitedInVain = reading == null && !turns.isAnyoneWaiting();
        return reading;
    }

    private void account(Reading reading) {
        ValueFeed feed = reading.feed();
        if (reading.failure() instanceof Error error) {
            throw error;
        } else if (reading.failure() instanceof RuntimeException failure) {
            failures.failed(feed.value(), failure);
            turns.ended(feed.value(), false);
        } else if (reading.failure() == null) {
            failures.worked(feed.value());
            current = feed;
        }
        // otherwise the worker was stopped, which says nothing about the value
    }

    private void employWorkers() throws InterruptedException {
        while (busy < forEach.concurrency() && mayGoOn()) {
            ValueFeed feed = values.get(turns.next());
            try {
                workers.execute(() -> work(feed));
            } catch (RejectedExecutionException e) {
                throw (InterruptedException) new InterruptedException(name + ": the workers are stopped").initCause(e);
            }
            feed.setBusy(true);
            busy++;
        }
    }

    private boolean mayGoOn() {
        return turns.isAnyoneWaiting() && inFlight.get() < MOST_IN_FLIGHT && !failures.isOutage();
    }

    private void work(ValueFeed feed) {
        Throwable failure = null;
        try {
            feed.read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        readings.add(new Reading(feed, failure));
    }

    @Override
    public List<FeedItem> take(int limit) {
        if (current == null) {
            return List.of();
        }
        List<FeedItem> items = current.take(limit);
        inFlight.addAndGet(items.size());
        turns.ended(current.value(), current.hasMore());
        current = null;
        endPollIfDone();
        return items;
    }

    private void endPollIfDone() {
        if (!hasMore()) {
            failures.endPoll(values.count());
        }
    }

    @Override
    public boolean hasMore() {
        return busy > 0 && !waitedInVain || mayGoOn();
    }

    /** The value is there: it is not dropped while an item of it is in flight. */
    @Override
    public void completed(FeedItem item) {
        inFlight.decrementAndGet();
        values.get(item.value()).completed(item);
    }

    @Override
    public boolean failed(FeedItem item) {
        inFlight.decrementAndGet();
        return values.get(item.value()).failed(item);
    }

    @Override
    public void returned(FeedItem item) {
        inFlight.decrementAndGet();
        values.get(item.value()).returned(item);
    }

    @Override
    public FeedStatus status() {
        return values.status(failures.count());
    }
}
