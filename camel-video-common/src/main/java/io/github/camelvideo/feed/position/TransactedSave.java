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
 * A change that was stored within a transaction which has not ended. One thread at a time; {@link #committed} is called once at most.
 */
public interface TransactedSave {

    /**
     * The transaction was committed.
     *
     * @throws NotTransactedException when the change is not stored all the same: it was not part of that transaction
     */
    void committed();

    /**
     * Whether the change is stored. Waits until the transaction has ended where the database still works on it: with a lost connection, a
     * commit may succeed later. Not to be called by the thread that is in the transaction.
     *
     * @throws PositionFencedException when another process has taken the feed over
     * @throws RuntimeException when the store cannot tell now
     */
    boolean isStored();
}
