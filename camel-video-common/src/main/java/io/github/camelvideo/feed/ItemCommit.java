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

/**
 * The end of one item that is done in a transaction of its route: its position is stored by the same transaction. Of the thread that runs the
 * transaction. {@link #store} is called within it, as its last step; {@link #ended} when it has ended, whether or not anything was stored.
 */
public interface ItemCommit {

    /** What became of the item. */
    enum Outcome {
        /** The transaction was committed, and the position with it. */
        COMMITTED,
        /** The transaction was rolled back, and the feed stands where it stood before. */
        ROLLED_BACK,
        /** The database cannot be asked now. It is before the feed delivers again, and the item is redelivered only if it has to be. */
        UNKNOWN
    }

    /**
     * Stores the position after this item in the transaction that the thread is in. From now on nothing else is stored of it until
     * {@link #ended}.
     *
     * @throws io.github.camelvideo.feed.position.NotTransactedException when there is no such transaction
     * @throws io.github.camelvideo.feed.position.PositionFencedException when another process has taken the feed over
     * @throws RuntimeException when it could not be stored; the transaction must be rolled back
     */
    void store();

    /**
     * The transaction has ended. The item is still in flight: {@link Feed#completed} or one of the others is to be called.
     *
     * @param isCommitted whether it was surely committed; otherwise the store is asked
     * @throws io.github.camelvideo.feed.position.NotTransactedException when it was committed without the position. The position is stored
     *     with the next commit or at the stop
     * @throws io.github.camelvideo.feed.position.PositionFencedException when another process has taken the feed over
     */
    Outcome ended(boolean isCommitted);
}
