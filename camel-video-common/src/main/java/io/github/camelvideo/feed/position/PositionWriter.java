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

import io.github.camelvideo.feed.CommitPolicy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the changes of one position, one at a time, when the commit policy asks for it. Calls that arrive while a change is being
 * stored share the next one.
 *
 * <p>Called by the polling thread and by whichever thread finishes an item. No lock is held while the store works. A change that cannot
 * be stored is part of the next one; the user is told when that begins and when it ends, not for each item.
 */
public final class PositionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);

    private final String name;
    private final PositionStore store;
    private final String partition;
    private final CommitPolicy policy;
    private final LongSupplier ticker;
    private final Supplier<PositionChange> change;
    private final Consumer<PositionChange> giveBack;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private boolean saving;
    private long requested;
    private long tried;
    private volatile long committedAt;
    private volatile String failure;
    private volatile PositionFencedException fenced;
    private long failures;

    /**
     * @param name how messages name the feed
     * @param ticker present moment in nanoseconds, of any origin
     * @param change takes what has changed since it was asked last; throws what says why nothing can be stored now
     * @param giveBack takes back a change that could not be stored
     */
    public PositionWriter(
            String name,
            PositionStore store,
            String partition,
            CommitPolicy policy,
            LongSupplier ticker,
            Supplier<PositionChange> change,
            Consumer<PositionChange> giveBack) {
        this.name = name;
        this.store = store;
        this.partition = partition;
        this.policy = policy;
        this.ticker = ticker;
        this.change = change;
        this.giveBack = giveBack;
        this.committedAt = ticker.getAsLong();
    }

    /** An item is done; returns when its change is stored, where the policy asks for that or an earlier commit failed. */
    public void itemFinished() {
        boolean isEach = policy.mode() == CommitPolicy.Mode.ITEM || policy.mode() == CommitPolicy.Mode.TRANSACTION;
        if (isEach || failure != null || isIntervalOver()) {
            commit();
        }
    }

    /**
     * A poll has ended.
     *
     * @param isWorthIt whether something has changed that a restart must know
     */
    public void pollEnded(boolean isWorthIt) {
        if (isWorthIt && (policy.mode() != CommitPolicy.Mode.INTERVAL || isIntervalOver())) {
            commit();
        }
    }

    private boolean isIntervalOver() {
        return policy.mode() == CommitPolicy.Mode.INTERVAL
                && ticker.getAsLong() - committedAt >= policy.interval().toNanos();
    }

    /**
     * Returns when a change taken after the call began was stored, or could not be. Not interruptible: what has changed has changed.
     *
     * @throws PositionFencedException when another process has taken the feed over
     */
    public void commit() {
        long upTo = begin();
        if (upTo > 0) {
            try {
                save();
            } finally {
                end(upTo);
            }
        }
        if (fenced != null) {
            throw fenced;
        }
    }

    /**
     * The same where the caller cannot go on without.
     *
     * @throws IllegalStateException when it could not be stored
     */
    public void commitOrFail() {
        commit();
        if (failure != null) {
            throw new IllegalStateException(name + ": " + failure);
        }
    }

    /**
     * The same for a change that is made when nobody else stores, so that no transaction can take it away again.
     *
     * @param change returns soon; where it throws, nothing is stored
     */
    public void commitAfter(Runnable change) {
        long upTo = beginTurn();
        try {
            change.run();
            save();
        } finally {
            end(upTo);
        }
        if (fenced != null) {
            throw fenced;
        }
    }

    /**
     * Waits until nobody stores, and keeps others from it until {@link #endTurn}, for a change that this writer does not store.
     *
     * @return to be given back at the end
     * @throws PositionFencedException when another process has taken the feed over
     */
    public long beginTurn() {
        if (fenced != null) {
            throw fenced;
        }
        lock.lock();
        try {
            while (saving) {
                ended.awaitUninterruptibly();
            }
            saving = true;
            return requested;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Others may store again.
     *
     * @param turn as {@link #beginTurn} gave it
     * @param isStored whether all that had changed before is stored now
     */
    public void endTurn(long turn, boolean isStored) {
        if (isStored) {
            committedAt = ticker.getAsLong();
            logSuccess();
        }
        end(isStored ? turn : tried());
    }

    /** Another process has the feed: nothing is stored any more. To be called within a turn. */
    public void fence(PositionFencedException reason) {
        fenced = reason;
    }

    private void save() {
        if (fenced != null) {
            return;
        }
        PositionChange next = null;
        try {
            next = change.get();
            store.save(partition, next);
            while (next.more()) {
                next = change.get();
                store.save(partition, next);
            }
            committedAt = ticker.getAsLong();
            logSuccess();
        } catch (PositionFencedException e) {
            fenced = e;
        } catch (RuntimeException e) {
            if (next != null) {
                giveBack.accept(next);
            }
            logFailure(e);
        }
    }

    private void logFailure(RuntimeException e) {
        failures++;
        if (failure == null) {
            LOG.warn(
                    "{}: the position cannot be stored. Delivery continues, and storing is retried with each item; after a crash, items"
                            + " done since would be delivered again",
                    name,
                    e);
        }
        failure = String.valueOf(e.getMessage());
    }

    private void logSuccess() {
        if (failure != null) {
            LOG.info("{}: the position can be stored again, after {} failures", name, failures);
            failures = 0;
            failure = null;
        }
    }

    /** Waits for its turn; 0 when another thread has meanwhile stored what this one wanted. */
    private long begin() {
        lock.lock();
        try {
            long mine = ++requested;
            while (saving) {
                ended.awaitUninterruptibly();
                if (tried >= mine) {
                    return 0;
                }
            }
            saving = true;
            return requested;
        } finally {
            lock.unlock();
        }
    }

    private long tried() {
        lock.lock();
        try {
            return tried;
        } finally {
            lock.unlock();
        }
    }

    private void end(long upTo) {
        lock.lock();
        try {
            saving = false;
            tried = upTo;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why the position cannot be stored at present, or null when it can. */
    public String failure() {
        return failure;
    }

    /** Another process has the feed, or null. */
    public PositionFencedException fenced() {
        return fenced;
    }
}
