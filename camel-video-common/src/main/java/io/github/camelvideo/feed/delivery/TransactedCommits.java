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
package io.github.camelvideo.feed.delivery;

import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.position.NotTransactedException;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.PositionWriter;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.position.TransactedSave;
import io.github.camelvideo.feed.read.ListedItem;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the position of one partition in the transactions of its items' routes.
 *
 * <p>The progress goes on before the transaction ends. If that is rolled back, the progress is read from the store again, as after a restart;
 * so it is where nobody knows whether the transaction was committed, and the store tells. Until it has told, nothing is stored, read or
 * delivered.
 *
 * <p>From storing to the end of the transaction this class has the turn of the {@link PositionWriter}: others wait for the turn first and
 * then for the position's row, never the other way round. Items are committed by the thread that delivers; whichever thread wants to read
 * or store settles what is unknown.
 */
final class TransactedCommits {

    private static final Logger LOG = LoggerFactory.getLogger(TransactedCommits.class);

    /** What the pipeline does, each step under its lock. */
    interface Steps {

        /** The item is done. Null when it is not in flight any more, or the feed is closed. */
        ListedItem finish(FeedItem item);

        PositionChange takeChange();

        void giveBack(PositionChange change);

        /** Makes the progress anew; the unfinished items stay where they are. */
        void reload(StoredPosition stored, ListedItem undone);

        /** An item whose outcome was not known is done. */
        void settled(FeedItem item);
    }

    private final String name;
    private final PositionStore store;
    private final String partition;
    private final PositionWriter writer;
    private final Steps steps;

    /** Changed by a thread that has the turn. */
    private volatile Commit unsettled;

    TransactedCommits(String name, PositionStore store, String partition, PositionWriter writer, Steps steps) {
        this.name = name;
        this.store = store;
        this.partition = partition;
        this.writer = writer;
        this.steps = steps;
    }

    ItemCommit begin(FeedItem item) {
        settle();
        return new Commit(item);
    }

    /** Whether it is not known if the last transaction was committed. */
    boolean isUnsettled() {
        return unsettled != null;
    }

    /**
     * Asks the store, if need be, whether the last transaction was committed.
     *
     * @throws RuntimeException when the store cannot tell now
     */
    void settle() {
        if (unsettled == null) {
            return;
        }
        long turn = writer.beginTurn();
        try {
            settleInTurn();
        } finally {
            writer.endTurn(turn, false);
        }
    }

    /** The same by a thread that has the turn. */
    void settleInTurn() {
        Commit commit = unsettled;
        if (commit != null && commit.settle() == ItemCommit.Outcome.COMMITTED) {
            steps.settled(commit.item);
        }
    }

    private final class Commit implements ItemCommit {

        private final FeedItem item;
        private final List<PositionChange> changes = new ArrayList<>();
        private final List<TransactedSave> saves = new ArrayList<>();
        private Long turn;
        private ListedItem undone;
        private boolean complete;

        Commit(FeedItem item) {
            this.item = item;
        }

        @Override
        public void store() {
            turn = writer.beginTurn();
            undone = steps.finish(item);
            if (undone == null) {
                throw new IllegalStateException(
                        name + ": item " + item.key() + " is not stored as done, because the route has stopped.");
            }
            PositionChange next;
            do {
                next = steps.takeChange();
                changes.add(next);
                saves.add(store.saveInTransaction(partition, next));
            } while (next.more());
            complete = true;
        }

        @Override
        public Outcome ended(boolean isCommitted) {
            if (turn == null) {
                return Outcome.ROLLED_BACK;
            }
            boolean isStored = false;
            try {
                Outcome outcome = isCommitted ? committed() : undone == null ? Outcome.ROLLED_BACK : uncertain();
                isStored = outcome == Outcome.COMMITTED;
                return outcome;
            } catch (PositionFencedException e) {
                writer.fence(e);
                throw e;
            } finally {
                writer.endTurn(turn, isStored);
            }
        }

        private Outcome committed() {
            try {
                saves.forEach(TransactedSave::committed);
                return Outcome.COMMITTED;
            } catch (NotTransactedException e) {
                changes.forEach(steps::giveBack);
                throw e;
            }
        }

        private Outcome uncertain() {
            unsettled = this;
            try {
                return settle();
            } catch (PositionFencedException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "{}: whether the transaction of item {} was committed is not known yet. The position is read from the database"
                                + " before anything else is delivered",
                        name,
                        item.key(),
                        e);
                return Outcome.UNKNOWN;
            }
        }

        private Outcome settle() {
            if (complete && saves.get(saves.size() - 1).isStored()) {
                saves.forEach(TransactedSave::committed);
                unsettled = null;
                return Outcome.COMMITTED;
            }
            StoredPosition stored = store.load(partition);
            if (stored == null) {
                throw new IllegalStateException(
                        name + ": the position was deleted while the route was running. Restart the route.");
            }
            steps.reload(stored, undone);
            unsettled = null;
            return Outcome.ROLLED_BACK;
        }
    }
}
