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

/**
 * The positions of one feed: one for each of its partitions, or a single one named by the empty text for a feed without partitions.
 *
 * <p>While it is open it belongs to this feed alone. Different partitions may be loaded and saved by several threads at once; one
 * partition is saved by one thread at a time.
 */
public interface PositionStore extends AutoCloseable {

    /**
     * The stored position of a partition, or null when nothing was ever stored or it was deleted.
     *
     * @throws IllegalStateException when something is stored that cannot be read. It names the place and the remedy. A damaged
     *     position is never taken for a missing one: starting over would lose or repeat items silently
     */
    StoredPosition load(String partition);

    /**
     * Stores a change. When this returns, the position survives a crash of the process, and of the machine as far as the store can
     * promise that.
     *
     * @throws PositionFencedException when another process has taken the feed over; nothing was stored
     * @throws RuntimeException when it could not be stored; the change may be given again, merged with later ones
     */
    void save(String partition, PositionChange change);

    /**
     * Stores a change within the transaction that the calling thread is in: it counts when that is committed, together with what else was
     * written in it. One transaction at a time may store the position of a partition, and nothing else may until it has ended.
     *
     * @throws NotTransactedException when the thread is in no transaction that the store takes part in
     * @throws PositionFencedException when another process has taken the feed over
     * @throws RuntimeException when it could not be stored; the transaction must be rolled back
     */
    default TransactedSave saveInTransaction(String partition, PositionChange change) {
        throw new UnsupportedOperationException(getClass().getName()
                + " cannot store positions in a transaction of a route. Use JdbcOffsetRepository.");
    }

    /** Deletes the position of a partition, so that {@link #load} gives null. */
    void delete(String partition);

    /**
     * The same store for one opening of one partition. Where processes lease partitions, what it stores counts only while the present
     * lease lasts, also when this process has another one later.
     */
    default PositionStore forPartition(String partition) {
        return this;
    }

    /** Gives the feed up, so that another process may open it. Stores nothing. */
    @Override
    void close();
}
