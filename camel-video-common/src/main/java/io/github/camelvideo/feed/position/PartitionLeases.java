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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The leases of one feed's partitions, as one of the nodes that share them sees them.
 *
 * <p>A node holds the leases that it has taken for as long as it is a member. It renews its membership again and again; another node that
 * sees no renewal for the duration of a lease removes it, and only then takes what it held. So no node compares its clock with that of
 * another, and one that was removed learns so at its next renewal, or at its next save, which is refused.
 *
 * <p>Each method is one short transaction, and throws {@link IllegalStateException} when that failed. May be used by several threads.
 */
public interface PartitionLeases extends AutoCloseable {

    /** The partition of the list of partitions itself: who holds its lease keeps the list. */
    String REGISTRY = "";

    /**
     * A member.
     *
     * @param id another one for each time that a process joins
     * @param name process and machine, for people
     * @param renewals how often it has renewed its membership
     * @param divisor into how many parts it divides the rates of its calls
     */
    record Node(String id, String name, long renewals, int divisor) {}

    /** Becomes a member, with a new id and without leases. Returns the id. */
    String join(int divisor);

    /**
     * Renews the membership.
     *
     * @return false when another node has removed this one, which has no lease any more
     * @throws PositionFencedException when a process that does not share the feed has taken it over
     */
    boolean renew(int divisor);

    /** All members, by id. */
    List<Node> nodes();

    /** Removes a member, unless it has renewed its membership since it was read. What it held is free then. */
    void remove(Node silent);

    /** How many leases each member holds, by id, and how many are free, by the empty text. */
    Map<String, Integer> counts();

    /** The partitions whose lease nobody holds. */
    Set<String> free();

    /**
     * Takes leases that are free. What others were faster with is left out of the answer.
     *
     * @throws PositionFencedException when a process that does not share the feed has taken it over
     */
    Set<String> take(Collection<String> partitions);

    /** The partitions whose lease this node holds, as far as it knows. */
    Set<String> held();

    /** How often the lease of a partition was taken, by whichever node; -1 where this node does not hold it. */
    long counter(String partition);

    /** Gives leases back. What is stored of these partitions by this node from now on is refused. */
    void release(Collection<String> partitions);

    /**
     * Makes leases for the partitions that there are, and removes those of others unless somebody holds them. Only for the node that
     * holds {@link #REGISTRY}.
     *
     * @return false where some are still held of those that there are no more: to be called again
     */
    boolean list(Set<String> partitions);

    /** The positions. What is stored of a partition without its lease is refused with a {@link LeaseLostException}. */
    PositionStore store();

    /** Gives all leases back and is a member no more. */
    @Override
    void close();
}
