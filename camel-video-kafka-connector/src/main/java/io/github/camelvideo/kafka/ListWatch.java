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

import io.github.camelvideo.consumer.StandaloneFeed;
import io.github.camelvideo.feed.Partition;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list of partitions for the connector, and tells when other tasks are needed. Without {@code forEach} it does nothing.
 *
 * <p>Its thread reads; the connector's thread asks. A list that cannot be read is read again later, and until then the tasks are as many
 * as there may be.
 */
final class ListWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ListWatch.class);
    /** A list in a file is read again that often. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** Connect waits for the first list, but not for a vendor that does not answer. */
    private static final Duration FIRST_LIST = Duration.ofSeconds(20);

    private final ConnectorFeed source;
    private final StandaloneFeed feed;
    private final Runnable otherTasks;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // guarded by the lock
    private Set<Partition> listed;
    private boolean isTried;
    private boolean isStopped;
    private int maxTasks;
    private TaskSpread given;

    private ListWatch(ConnectorFeed source, Runnable otherTasks) {
        this.source = source;
        this.feed = source.feed();
        this.otherTasks = otherTasks;
        this.thread = new Thread(this::run, "video-list-" + feed.name());
        this.thread.setContextClassLoader(ListWatch.class.getClassLoader());
        this.thread.setDaemon(true);
    }

    /**
     * @param otherTasks asks Connect for other tasks
     * @throws IllegalArgumentException when a setting is refused
     */
    static ListWatch start(ConnectorSettings settings, Runnable otherTasks) {
        ConnectorFeed source = ConnectorFeed.of(settings);
        try {
            ListWatch watch = new ListWatch(source, otherTasks);
            if (!watch.feed.partitionedBy().isEmpty()) {
                watch.thread.start();
            }
            return watch;
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private void run() {
        Duration interval = feed.listRefresh().compareTo(INTERVAL) < 0 ? feed.listRefresh() : INTERVAL;
        boolean goesOn = true;
        while (goesOn) {
            read();
            goesOn = pause(interval);
        }
    }

    private void read() {
        Set<Partition> now = null;
        try {
            now = feed.partitions();
        } catch (IllegalStateException e) {
            if (!isStopped()) {
                LOG.warn("{}: {}", feed.name(), e.getMessage());
                LOG.debug("{}: the list cannot be read", feed.name(), e);
            }
        }
        if (take(now)) {
            otherTasks.run();
        }
    }

    /** Whether other tasks are needed. */
    private boolean take(Set<Partition> now) {
        lock.lock();
        try {
            isTried = true;
            listed = now == null ? listed : now;
            changed.signalAll();
            return given != null && listed != null && isAnotherNeeded();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnotherNeeded() {
        boolean isAnother = given.tasks() != tasks() || given.isUneven(listed);
        if (isAnother) {
            LOG.info(
                    "{}: other tasks are needed for {} partitions: {} instead of {}",
                    feed.name(),
                    listed.size(),
                    tasks(),
                    given.tasks());
        }
        return isAnother;
    }

    private int tasks() {
        return Math.max(1, Math.min(maxTasks, listed.size()));
    }

    private boolean pause(Duration interval) {
        lock.lock();
        try {
            long left = interval.toNanos();
            while (left > 0 && !isStopped) {
                left = changed.awaitNanos(left);
            }
            return !isStopped;
        } catch (InterruptedException e) {
            return false; // stopped
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

    /** How the partitions are to be spread over the tasks; waits a little for the first list. */
    TaskSpread spread(int most) {
        if (feed.partitionedBy().isEmpty()) {
            return new TaskSpread(1, 0);
        }
        lock.lock();
        try {
            long left = FIRST_LIST.toNanos();
            while (!isTried && !isStopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            maxTasks = most;
            given = listed == null ? new TaskSpread(most, 0) : TaskSpread.best(tasks(), listed);
            return given;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TaskSpread(most, 0);
        } finally {
            lock.unlock();
        }
    }

    /** The partitions listed last, or null before. */
    Set<Partition> listed() {
        lock.lock();
        try {
            return listed;
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            isStopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        source.close();
    }
}
