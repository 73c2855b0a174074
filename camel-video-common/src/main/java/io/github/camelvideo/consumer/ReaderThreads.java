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

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * The threads that read a feed besides the polling thread: those of its partitions, or the one that reads ahead. They are made when the
 * first task comes. {@link #execute} is called by the polling thread and by these threads, {@link #stop} by the one that stops the consumer.
 */
final class ReaderThreads implements Executor {

    /** The threads are interrupted, so only storing a position takes time. */
    private static final Duration END = Duration.ofSeconds(10);

    private final Object owner;
    private final ExecutorServiceManager manager;
    private final String feed;
    private final int partitionsAtOnce;
    private ExecutorService threads;
    private boolean stopped;

    /**
     * @param owner whom JMX names the threads after
     * @param partitionsAtOnce how many partitions are read at once; 0 where the feed has none
     */
    ReaderThreads(CamelContext camel, Object owner, String feed, int partitionsAtOnce) {
        this.owner = owner;
        this.manager = camel.getExecutorServiceManager();
        this.feed = feed;
        this.partitionsAtOnce = partitionsAtOnce;
    }

    /** @throws RejectedExecutionException when the consumer has stopped */
    @Override
    public void execute(Runnable task) {
        started().execute(task);
    }

    private synchronized ExecutorService started() {
        if (stopped) {
            throw new RejectedExecutionException(feed + " has stopped");
        }
        if (threads == null) {
            threads = partitionsAtOnce > 0
                    ? manager.newFixedThreadPool(owner, feed + "-forEach", partitionsAtOnce)
                    : manager.newSingleThreadExecutor(owner, feed + "-readAhead");
        }
        return threads;
    }

    /** What was read and not taken is read again; but what is stored must not come after what the next run stores. */
    void stop() throws InterruptedException {
        ExecutorService running;
        synchronized (this) {
            stopped = true;
            running = threads;
            threads = null;
        }
        if (running != null) {
            manager.shutdownNow(running);
            manager.awaitTermination(running, END.toMillis());
        }
    }
}
