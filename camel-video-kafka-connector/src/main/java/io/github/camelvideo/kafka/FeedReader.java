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
package io.github.camelvideo.kafka;

import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a feed and holds what it has read until the task takes it.
 *
 * <p>A thread of its own reads, because a call of the vendor may take a minute, and a worker gives a task seconds to stop. An item is done as
 * soon as its record is here: if the record does not arrive, neither does the position that comes with it. Under the lock, items are done
 * and records are put here, and records are taken together with the positions, so that these always belong together.
 *
 * <p>{@link #take} is called by the task's thread, {@link #stop} by any.
 */
final class FeedReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration MAX_BACK_OFF = Duration.ofMinutes(1);

    private final Feed feed;
    private final String name;
    private final boolean isPartitioned;
    private final Duration delay;
    private final int maxItems;
    private final Function<FeedItem, ItemRecords.Content> records;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // guarded by the lock
    private final List<RecordBatch.Item> items = new ArrayList<>();
    private RuntimeException failure;
    private boolean isStopped;

    // of the reading thread
    private int failures;

    /**
     * @param feed not started; started by the thread, since that waits for Kafka
     * @param name how messages name it
     * @param delay time between polls, and the first pause after a failure
     * @param maxItems how many may wait here
     * @param records makes the record of an item
     */
    FeedReader(
            Feed feed,
            String name,
            boolean isPartitioned,
            Duration delay,
            int maxItems,
            Function<FeedItem, ItemRecords.Content> records) {
        this.feed = feed;
        this.name = name;
        this.isPartitioned = isPartitioned;
        this.delay = delay;
        this.maxItems = maxItems;
        this.records = records;
        this.thread = new Thread(this, "video-feed-" + name);
        this.thread.setContextClassLoader(FeedReader.class.getClassLoader());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            feed.start();
            while (!isStopped()) {
                Duration pause = poll();
                pause(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped
        } catch (RuntimeException | Error e) {
            end(e);
        }
    }

    /** One poll of the feed; the time until the next one. */
    private Duration poll() throws InterruptedException {
        try {
            feed.beginPoll();
            do {
                read();
            } while (feed.hasMore() && !isStopped());
            feed.endPoll();
            logSuccess();
            return delay;
        } catch (RuntimeException e) {
            if (isStopped()) {
                return delay;
            }
            if (!FeedFailure.isRetriable(e, isPartitioned)) {
                throw e;
            }
            return backOff(e);
        }
    }

    /** What was read before a failure is taken all the same, and then the poll fails. */
    private void read() throws InterruptedException {
        RuntimeException problem = null;
        try {
            feed.read();
        } catch (RuntimeException e) {
            problem = e;
        }
        takeRead();
        if (problem != null) {
            throw problem;
        }
    }

    private void takeRead() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int room = awaitRoom();
            for (FeedItem item : feed.take(room)) {
                items.add(new RecordBatch.Item(item.partition().id(), records.apply(item)));
                feed.completed(item);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int awaitRoom() throws InterruptedException {
        while (items.size() >= maxItems && !isStopped) {
            changed.await();
        }
        return Math.max(1, maxItems - items.size());
    }

    private Duration backOff(RuntimeException cause) {
        failures++;
        long longest = Math.max(MAX_BACK_OFF.toMillis(), delay.toMillis());
        Duration pause =
                Duration.ofMillis(Math.min(longest, Math.max(1, delay.toMillis()) << Math.min(failures - 1, 20)));
        LOG.warn(
                "{}: cannot be read, failure {} in a row. Nothing is lost; the next poll is in {}: {}",
                name,
                failures,
                pause,
                cause.toString());
        LOG.debug("{}: cannot be read", name, cause);
        return pause;
    }

    private void logSuccess() {
        if (failures > 0) {
            LOG.info("{}: can be read again, after {} failures", name, failures);
            failures = 0;
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (left > 0 && !isStopped) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(Throwable cause) {
        lock.lock();
        try {
            failure = cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return isStopped;
        } finally {
            lock.unlock();
        }
    }

    /** Makes a batch of the items that wait. */
    interface Batch<T> {
        T of(List<RecordBatch.Item> items);
    }

    /**
     * What was read since it was taken last.
     *
     * @param isChanged whether there is something to take without items
     * @param patience how long to wait for it
     * @param batch called under the lock, with the items, which may be none
     * @return null when nothing came in that time
     * @throws RuntimeException what has ended the reading, once all that was read before is taken
     */
    <T> T take(java.util.function.BooleanSupplier isChanged, Duration patience, Batch<T> batch)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (items.isEmpty() && !isChanged.getAsBoolean() && failure == null && !isStopped) {
                if (left <= 0) {
                    return null;
                }
                left = changed.awaitNanos(left);
            }
            if (items.isEmpty() && !isChanged.getAsBoolean()) {
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
            T taken = batch.of(List.copyOf(items));
            items.clear();
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread, interrupting a call of the vendor, and waits for it as long as that takes at most. */
    void stop(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            isStopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        TimeUnit.NANOSECONDS.timedJoin(thread, patience.toNanos());
    }
}
