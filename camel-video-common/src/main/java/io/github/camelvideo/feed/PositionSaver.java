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

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Stores positions, one at a time. Calls that arrive while one is being stored share the next one.
 *
 * <p>Called by the polling thread and by whichever thread completes an item. No lock is held while the repository works.
 */
final class PositionSaver {

    private final PositionStore store;
    private final Supplier<Position> current;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private boolean saving;
    private long requested;
    private long saved;
    private long refused;
    private Throwable refusal;

    /** @param current the position at the moment of the call */
    PositionSaver(PositionStore store, Supplier<Position> current) {
        this.store = store;
        this.current = current;
    }

    /**
     * Returns when a position taken after the call began is stored. Not interruptible: the caller's change is already made.
     *
     * @throws IllegalStateException when it could not be stored; the next call stores what this one could not
     */
    void save() {
        long upTo = begin();
        if (upTo == 0) {
            return;
        }
        Throwable failure = null;
        try {
            store.save(current.get());
        } catch (RuntimeException | Error e) {
            failure = e;
            throw notStored(e);
        } finally {
            end(upTo, failure);
        }
    }

    /** Waits for its turn; 0 when another thread has meanwhile stored what this one wanted. */
    private long begin() {
        lock.lock();
        try {
            long mine = ++requested;
            while (saving) {
                ended.awaitUninterruptibly();
                if (saved >= mine) {
                    return 0;
                }
                if (refused >= mine) {
                    throw notStored(refusal);
                }
            }
            saving = true;
            return requested;
        } finally {
            lock.unlock();
        }
    }

    private void end(long upTo, Throwable failure) {
        lock.lock();
        try {
            saving = false;
            if (failure == null) {
                saved = upTo;
            } else {
                refused = upTo;
                refusal = failure;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private IllegalStateException notStored(Throwable cause) {
        return new IllegalStateException(
                "Position '" + store.key() + "' could not be stored: " + cause
                        + ". The feed goes on and tries again with the next item; after a crash, items done since may come again.",
                cause);
    }
}
