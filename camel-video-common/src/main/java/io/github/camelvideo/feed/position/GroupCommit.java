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
package io.github.camelvideo.feed.position;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets many threads share one write and one force: those that commit while a write is running share the next one.
 *
 * <p>The writing itself is done by one of the committing threads, which has the turn; no lock is held meanwhile. Waiting is not
 * interruptible: what a caller commits has already happened.
 */
final class GroupCommit<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Writer<T> writer;
    private List<Pending<T>> waiting = new ArrayList<>();
    private boolean taken;

    /** Writes all or nothing. */
    @FunctionalInterface
    interface Writer<T> {
        void write(List<T> batch) throws IOException;
    }

    /** Work that needs the turn. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static final class Pending<T> {
        final T item;
        boolean done;
        Exception failure;

        Pending(T item) {
            this.item = item;
        }
    }

    /** @param writer called by one thread at a time */
    GroupCommit(Writer<T> writer) {
        this.writer = writer;
    }

    /**
     * Returns when the item is written.
     *
     * @throws IOException when it is not; the batch it was in is not written either. Each caller has an exception of its own
     */
    void commit(T item) throws IOException {
        Pending<T> mine = new Pending<>(item);
        List<Pending<T>> batch = join(mine);
        if (!batch.isEmpty()) {
            write(batch);
        }
        if (mine.failure != null) {
            throw new IOException(mine.failure.getMessage(), mine.failure);
        }
    }

    /** Waits for the outcome or for the turn; the batch to write, or nothing when another thread has done it. */
    private List<Pending<T>> join(Pending<T> mine) {
        lock.lock();
        try {
            waiting.add(mine);
            while (taken && !mine.done) {
                ended.awaitUninterruptibly();
            }
            if (mine.done) {
                return List.of();
            }
            taken = true;
            List<Pending<T>> batch = waiting;
            waiting = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Pending<T>> batch) {
        Exception failure = new IllegalStateException("The thread that was writing has ended");
        try {
            writer.write(batch.stream().map(pending -> pending.item).toList());
            failure = null;
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            end(batch, failure);
        }
    }

    private void end(List<Pending<T>> batch, Exception failure) {
        lock.lock();
        try {
            for (Pending<T> pending : batch) {
                pending.failure = failure;
                pending.done = true;
            }
            taken = false;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Does something while nothing is written. */
    void alone(Work work) throws IOException {
        lock.lock();
        try {
            while (taken) {
                ended.awaitUninterruptibly();
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        try {
            work.run();
        } finally {
            end(List.of(), null);
        }
    }
}
