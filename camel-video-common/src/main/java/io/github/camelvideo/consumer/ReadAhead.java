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

import io.github.camelvideo.feed.Feed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads the next window of a feed that has to catch up while the items of the one before are delivered. The polling thread begins it and
 * waits for it; one other thread reads meanwhile, so that the feed is still read by one thread at a time.
 */
final class ReadAhead {

    private final Feed feed;
    private final Executor threads;
    private Future<?> reading;

    ReadAhead(Feed feed, Executor threads) {
        this.feed = feed;
        this.threads = threads;
    }

    /** Begins to read, if that makes sense. */
    void begin() {
        if (feed.canReadAhead()) {
            FutureTask<Void> task = new FutureTask<>(() -> {
                feed.read();
                return null;
            });
            try {
                threads.execute(task);
                reading = task;
            } catch (RejectedExecutionException e) {
                // the consumer stops
                reading = null;
            }
        }
    }

    /**
     * Reads, or waits for what has begun.
     *
     * @throws RuntimeException what reading failed of
     */
    void read() throws InterruptedException {
        Future<?> begun = reading;
        reading = null;
        if (begun == null) {
            feed.read();
            return;
        }
        try {
            begun.get();
        } catch (InterruptedException e) {
            begun.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        }
    }

    private static void rethrow(Throwable cause) throws InterruptedException {
        if (cause instanceof InterruptedException stopped) {
            throw stopped;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }

    /** Whether a reading has begun and nobody has waited for it. */
    boolean hasBegun() {
        return reading != null;
    }
}
