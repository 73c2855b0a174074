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

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases as rows beside the positions. Whoever takes one writes its counter into the epoch of the position, in the same transaction, so
 * that the former holder stores nothing from then on; see {@link JdbcPositionStore}. Rows are locked in the order of their names.
 */
final class JdbcPartitionLeases implements PartitionLeases {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcPartitionLeases.class);

    /** So many leases change hands in one transaction: others wait for these rows meanwhile. */
    private static final int AT_ONCE = 200;

    private final JdbcPositions positions;
    private final String feed;
    private final String feedId;
    private final long epoch;
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /** What could not be taken with others lately, such as one whose row somebody has locked. Of the thread that takes. */
    private final Set<String> hindered = new LinkedHashSet<>();

    /** The database has more leases of this node than it knows, since the answer to a commit was lost. Of the thread that takes. */
    private boolean isAnyUnknown;

    private volatile String node;

    /** @param epoch of the feed's row, for all nodes that share it */
    JdbcPartitionLeases(JdbcPositions positions, String feed, long epoch) {
        this.positions = positions;
        this.feed = feed;
        this.feedId = ColumnText.id(feed);
        this.epoch = epoch;
    }

    @Override
    public String join(int divisor) {
        held.clear();
        String id = UUID.randomUUID().toString();
        run("join the nodes", connection -> {
            if (positions.leases().lock(connection, id(REGISTRY)) == null) {
                positions.leases().insert(connection, id(REGISTRY), feedId, REGISTRY, counter(connection, REGISTRY));
            }
            positions
                    .nodes()
                    .insert(
                            connection,
                            feedId,
                            id,
                            ManagementFactory.getRuntimeMXBean().getName(),
                            divisor);
            return null;
        });
        node = id;
        return id;
    }

    @Override
    public boolean renew(int divisor) {
        boolean isMember = run("renew the membership", connection -> {
            requireFeed(connection);
            return positions.nodes().renew(connection, node, divisor);
        });
        if (!isMember) {
            held.clear();
        }
        return isMember;
    }

    @Override
    public List<Node> nodes() {
        return run("read the nodes", connection -> positions.nodes().read(connection, feedId));
    }

    @Override
    public void remove(Node silent) {
        boolean removed = run(
                "remove node " + silent.name(),
                connection -> positions.nodes().remove(connection, silent.id(), silent.renewals()));
        if (removed) {
            LOG.warn(
                    "Feed '{}': node {} is silent. Its partitions are taken over, and it can no longer store anything of"
                            + " them",
                    feed,
                    silent.name());
        }
    }

    @Override
    public Map<String, Integer> counts() {
        return run("count the leases", connection -> {
            Map<String, Integer> counts = positions.leases().counts(connection, feedId);
            Map<String, Integer> ofMembers = new HashMap<>();
            positions.nodes().read(connection, feedId).forEach(member -> ofMembers.put(member.id(), 0));
            counts.forEach((holder, count) ->
                    ofMembers.merge(ofMembers.containsKey(holder) ? holder : "", count, Integer::sum));
            int unknown = ofMembers.getOrDefault(node, 0) - held.size();
            isAnyUnknown = unknown > 0;
            if (isAnyUnknown) {
                ofMembers.put(node, held.size());
                ofMembers.merge("", unknown, Integer::sum);
            }
            return ofMembers;
        });
    }

    @Override
    public Set<String> free() {
        Set<String> partitions = new HashSet<>();
        run("read free leases", this::free).forEach(lease -> partitions.add(lease.partition()));
        return partitions;
    }

    /** Also those of this node that it does not know of: it takes them once more. */
    private List<LeaseTable.Row> free(Connection connection) throws SQLException {
        List<LeaseTable.Row> free = positions.leases().free(connection, feedId);
        if (isAnyUnknown) {
            positions.leases().all(connection, feedId).stream()
                    .filter(lease -> node.equals(lease.node()) && !held.containsKey(lease.partition()))
                    .forEach(free::add);
        }
        return free;
    }

    @Override
    public Set<String> take(Collection<String> partitions) {
        // a member that was removed never comes back under its id, so what is free stays so until somebody takes it
        Map<String, LeaseTable.Row> free = new HashMap<>();
        run("read free leases", this::free).forEach(lease -> free.put(lease.partition(), lease));
        Set<String> wanted = new HashSet<>(partitions);
        wanted.retainAll(free.keySet());
        hindered.retainAll(free.keySet());
        Set<String> taken = new HashSet<>();
        for (List<String> some : inPartsHinderedLast(wanted)) {
            try {
                Map<String, Long> counters = run("take leases", connection -> take(connection, some, free));
                held.putAll(counters);
                taken.addAll(counters.keySet());
                some.forEach(hindered::remove);
            } catch (PositionFencedException e) {
                throw e;
            } catch (IllegalStateException e) {
                some.forEach(hindered::remove);
                hindered.addAll(some);
                if (taken.isEmpty()) {
                    throw e;
                }
                LOG.warn(
                        "Feed '{}': {} partitions, such as '{}', cannot be taken now; this is tried again. If it lasts, look for a"
                                + " transaction in the database that has not ended",
                        feed,
                        some.size(),
                        some.get(0),
                        e);
                break;
            }
        }
        return taken;
    }

    /** One after the other, so that one that is locked keeps no other from being taken. */
    private List<List<String>> inPartsHinderedLast(Set<String> partitions) {
        List<String> last = hindered.stream().filter(partitions::contains).toList();
        Set<String> first = new HashSet<>(partitions);
        last.forEach(first::remove);
        List<List<String>> parts = inParts(first);
        last.forEach(partition -> parts.add(List.of(partition)));
        return parts;
    }

    private Map<String, Long> take(Connection connection, List<String> partitions, Map<String, LeaseTable.Row> free)
            throws SQLException {
        Map<String, Long> counters = new HashMap<>();
        for (String partition : partitions) {
            long counter = free.get(partition).counter();
            if (positions.leases().take(connection, id(partition), counter, node)) {
                counters.put(partition, counter + 1);
                positions
                        .heads()
                        .take(connection, feedId, id(partition), LeaseOwnership.epoch(epoch, counter + 1), epoch);
            }
        }
        requireFeed(connection);
        return counters;
    }

    /** Whoever takes the whole feed over changes its epoch before those of the positions: to be asked behind these. */
    private void requireFeed(Connection connection) throws SQLException {
        LeaseOwnership.requireFeed(feed, epoch, positions.feeds().find(connection, feedId));
    }

    @Override
    public Set<String> held() {
        return Set.copyOf(held.keySet());
    }

    @Override
    public long counter(String partition) {
        return held.getOrDefault(partition, -1L);
    }

    @Override
    public void release(Collection<String> partitions) {
        held.keySet().removeAll(partitions);
        for (List<String> some : inParts(partitions)) {
            run("release leases", connection -> {
                for (String partition : some) {
                    positions.leases().release(connection, id(partition), node);
                }
                return null;
            });
        }
    }

    /** In the order of their ids, which all nodes keep to, so that none waits for another that waits for it. */
    private List<List<String>> inParts(Collection<String> partitions) {
        List<String> sorted = new ArrayList<>(partitions);
        sorted.sort((one, other) -> id(one).compareTo(id(other)));
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            parts.add(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)));
        }
        return parts;
    }

    @Override
    public boolean list(Set<String> partitions) {
        Set<String> missing = new TreeSet<>(partitions);
        List<LeaseTable.Row> gone = new ArrayList<>();
        run("read the leases", connection -> positions.leases().all(connection, feedId))
                .forEach(lease -> {
                    boolean isListed = missing.remove(lease.partition())
                            || lease.partition().equals(REGISTRY);
                    if (!isListed) {
                        gone.add(lease);
                    }
                });
        for (List<String> some : inParts(missing)) {
            run("make leases", connection -> {
                for (String partition : some) {
                    if (positions.leases().lock(connection, id(partition)) == null) {
                        positions
                                .leases()
                                .insert(connection, id(partition), feedId, partition, counter(connection, partition));
                    }
                }
                return null;
            });
        }
        return gone.isEmpty()
                || run("remove leases", connection -> {
                    Set<String> free = new HashSet<>();
                    free(connection).forEach(lease -> free.add(lease.partition()));
                    for (LeaseTable.Row lease : gone) {
                        if (free.contains(lease.partition())) {
                            positions.leases().remove(connection, id(lease.partition()), lease.counter());
                        }
                    }
                    return gone.stream().allMatch(lease -> free.contains(lease.partition()));
                });
    }

    /** A lease that is made anew counts on, so that no holder of an earlier one can write. */
    private long counter(Connection connection, String partition) throws SQLException {
        return LeaseOwnership.counter(positions.heads().epoch(connection, id(partition)));
    }

    private String id(String partition) {
        return ColumnText.id(feed, partition);
    }

    private <T> T run(String what, JdbcTransactions.Work<T> work) {
        return positions.transactions().run(what + " of feed '" + feed + "'", work);
    }

    @Override
    public PositionStore store() {
        return new PositionStore() {

            @Override
            public StoredPosition load(String partition) {
                return positions.view(feed, partition);
            }

            @Override
            public void save(String partition, PositionChange change) {
                forPartition(partition).save(partition, change);
            }

            @Override
            public void delete(String partition) {
                boolean mark = positions.version1().has(feed, partition);
                PositionOwnership registry = ownership(REGISTRY);
                run("delete the position of partition '" + partition + "'", connection -> {
                    registry.lock(connection);
                    positions.entries().removeAll(connection, id(partition));
                    positions.heads().remove(connection, id(partition));
                    if (mark) {
                        positions.heads().insert(connection, id(partition), feedId, partition, epoch, null);
                    }
                    return null;
                });
            }

            @Override
            public PositionStore forPartition(String partition) {
                return new JdbcPositionStore(positions, feed, ownership(partition));
            }

            @Override
            public void close() {
                // the node leaves with its leases
            }
        };
    }

    private PositionOwnership ownership(String partition) {
        return new LeaseOwnership(positions, feed, epoch, partition, node, counter(partition));
    }

    @Override
    public void close() {
        held.clear();
        if (node == null) {
            return;
        }
        try {
            run("leave the nodes", connection -> {
                positions.leases().releaseAll(connection, node);
                positions.nodes().remove(connection, node);
                return null;
            });
        } catch (IllegalStateException e) {
            LOG.warn("Feed '{}': this node stays a member in the database until others remove it", feed, e);
        }
    }
}
