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

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One feed for each value of a list, as one. Each has a position of its own, and none waits for another.
 *
 * <p>Workers read, as many values at once as allowed; the polling thread decides whose {@linkplain Turns turn} it is and hands over,
 * value by value, what a worker has read. What workers have read and nobody has taken is never more than one window each. A reading
 * that has not ended when a poll does is taken by a later one.
 *
 * <p>The list is read at the beginning of each poll; see {@link Roster} for what becomes of values that are no longer in it.
 */
final class ForEachFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(ForEachFeed.class);

    /** Bound of memory over all values: with more items handed over and not done, nothing further is read. */
    private static final int MOST_IN_FLIGHT = 10_000;

    private record Reading(ValueFeed feed, Throwable failure) {}

    private final String name;
    private final ForEach forEach;
    private final LogFeeds feeds;
    private final ValuePositions positions;
    private final Executor workers;
    private final Clock clock;
    private final Map<String, ValueFeed> values = new ConcurrentHashMap<>();
    private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ValueFailures failures;
    /** Counts of the values that were dropped. */
    private volatile FeedStatus dropped = new StatusSum().status(0);

    // of the polling thread
    private final Turns turns = new Turns();
    private Roster roster;
    private boolean rosterChanged;
    private ValueFeed current;
    private int busy;
    private boolean waitedInVain;

    ForEachFeed(String name, ForEach forEach, LogFeeds feeds, ValuePositions positions, Executor workers, Clock clock) {
        this.name = name;
        this.forEach = forEach;
        this.feeds = feeds;
        this.positions = positions;
        this.workers = workers;
        this.clock = clock;
        this.failures = new ValueFailures(name, forEach.concurrency());
    }

    /** Takes up the list of values only: a value's position is taken up when its turn comes first. */
    @Override
    public void start() {
        roster = positions.loadRoster();
    }

    @Override
    public void beginPoll() {
        if (roster == null) {
            throw new IllegalStateException(name + ": the feed is not started. Call start() first.");
        }
        waitedInVain = false;
        failures.beginPoll(roster.listed().size());
        Set<String> listed = forEach.values().read();
        Instant now = clock.instant();
        forgetExpired(now);
        if (roster.update(listed, now)) {
            rosterChanged = true;
            LOG.info("{}: runs for {} values of {}", name, listed.size(), forEach.parameter());
        }
        if (rosterChanged) {
            // where this fails, the poll does, and the next one stores it
            positions.save(roster);
            rosterChanged = false;
        }
        listed.forEach(value -> take(value, now));
        values.values().forEach(feed -> leave(feed, listed));
        values.values().forEach(ValueFeed::beginPoll);
        turns.begin(listed, value -> values.get(value).isBusy());
    }

    private void forgetExpired(Instant now) {
        List<String> expired = roster.expired(now, forEach.keep(), values::containsKey);
        for (String value : expired) {
            positions.forget(value);
            roster.forget(value);
            rosterChanged = true;
        }
        if (!expired.isEmpty()) {
            LOG.info("{}: the positions of {} values gone for {} are forgotten", name, expired.size(), forEach.keep());
        }
    }

    private void take(String value, Instant now) {
        ValueFeed known = values.get(value);
        if (known != null) {
            known.setGone(false);
            return;
        }
        String called = name + " for " + forEach.parameter() + "=" + value;
        values.put(
                value,
                new ValueFeed(
                        value,
                        () -> feeds.open(
                                called, value, now, forEach.parameters().apply(value), positions.of(value))));
    }

    private void leave(ValueFeed feed, Set<String> listed) {
        if (!listed.contains(feed.value())) {
            feed.setGone(true);
            failures.gone(feed.value());
            if (!feed.isInUse()) {
                values.remove(feed.value());
                FeedStatus last = feed.status();
                if (last != null) {
                    dropped = new StatusSum()
                            .addCounts(dropped)
                            .addCounts(StatusSum.ended(last))
                            .status(0);
                }
            }
        }
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
            failures.endPoll(roster.listed().size());
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
        StatusSum sum = new StatusSum().addCounts(dropped);
        for (ValueFeed feed : values.values()) {
            if (feed.isGone()) {
                sum.addCounts(feed.status());
            } else {
                sum.add(feed.value(), feed.status());
            }
        }
        return sum.status(failures.count());
    }
}
