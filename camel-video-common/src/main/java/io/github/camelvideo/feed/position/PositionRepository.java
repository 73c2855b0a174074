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

import java.util.List;

/** Keeps the positions of many feeds, and stores each change of them at a cost that does not grow with the size of the position. */
public interface PositionRepository {

    /**
     * Takes a feed over.
     *
     * @param feed name of the feed: any text of up to 200 characters
     * @throws IllegalStateException when another process has it open and the repository cannot take it over, naming the remedy
     */
    PositionStore open(String feed);

    /**
     * Opens a feed whose partitions several nodes lease. The first node takes the feed over as {@link #open} does; the others join it.
     *
     * @param feed name of the feed
     * @param group what the nodes have in common; a node of another group takes the feed over from all of them
     * @throws UnsupportedOperationException when the repository keeps no leases
     */
    default PartitionLeases share(String feed, String group) {
        throw new UnsupportedOperationException("the offsetRepository, "
                + getClass().getName() + ", keeps no leases. Use a JdbcOffsetRepository, which all nodes reach.");
    }

    /**
     * Opens the inbox of a feed: what came on another way than reading and is not done.
     *
     * @param feed name of the feed
     * @throws IllegalStateException as {@link #open}, where one process at a time may have it
     */
    default Inbox inbox(String feed) {
        return new StoredInbox(open(feed + "#inbox"));
    }

    /** Whether its stores can {@linkplain PositionStore#saveInTransaction save in a transaction} of a route. */
    default boolean isTransactional() {
        return false;
    }

    /** Names of all feeds that have a position, in order of their names. For management. */
    List<String> feeds();

    /** Names of the partitions of a feed that have a position, in order; the empty text for a feed without partitions. For management. */
    List<String> partitions(String feed);

    /**
     * The stored position of a partition as {@link PositionStore#load} gives it, without taking the feed over; the feed may be running.
     * For management.
     *
     * @return null when nothing is stored
     * @throws IllegalStateException when something is stored that cannot be read
     */
    default StoredPosition view(String feed, String partition) {
        throw new UnsupportedOperationException(
                getClass().getName() + " cannot read the positions of a feed it has not opened.");
    }

    /**
     * The head of a stored position, which {@link #view} gives with all that the feed remembers. For health checks, which ask often.
     *
     * @return null when nothing is stored
     * @throws IllegalStateException when something is stored that cannot be read
     */
    default String head(String feed, String partition) {
        StoredPosition position = view(feed, partition);
        return position == null ? null : position.head();
    }

    /**
     * Who has the feed open now, in words, as far as the repository can tell; null when nobody has. For management. A process that was
     * killed may still be named.
     */
    default String holder(String feed) {
        return null;
    }
}
