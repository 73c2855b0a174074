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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PartitionLeases;
import io.github.camelvideo.feed.position.PartitionLeases.Node;
import io.github.camelvideo.feed.position.PositionFencedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions whose leases this node holds: as many as each of the others, give or take one.
 *
 * <p>{@link #renew}, called by a thread of its own three times in the duration of a lease, does all that needs the database: it renews the
 * membership, removes nodes that were silent for the duration of a lease, gives up what is too much, and takes what is free. The
 * polling thread only learns the result. Nothing compares the clocks of two machines: a node counts the silence of another by its own
 * ticker, and stops reading by itself when its last renewal is older than four fifths of a lease.
 *
 * <p>Rates: each node uses one part of the account's rates. A node that sees more members than parts divides at once, and tells so when
 * the second before is over. A new node makes no call before all others have told; and who wants a larger part tells so first, and looks
 * again whether somebody has come. So the parts of all nodes are never more than the whole.
 */
public final class LeasedPartitions implements PartitionAssignment, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedPartitions.class);

    /** So many leases are taken between two renewals at most. */
    private static final int TAKEN_AT_ONCE = 1_000;

    /** So many leases may be over before somebody has to know. */
    private static final int PATIENCE = 3;

    /** Longer than what limiters count calls for. */
    private static final long SETTLED = Duration.ofMillis(1_100).toNanos();

    /** What a node that makes no call yet tells of its part. */
    private static final int NO_CALLS = Integer.MAX_VALUE;

    private final String name;
    private final PartitionLeases leases;
    private final long duration;
    private final LongSupplier ticker;
    private final IntConsumer rates;
    private final Runnable changes;
    private final Runnable listChanges;

    // of the renewing thread
    private final Map<String, Seen> seen = new HashMap<>();
    private Set<String> listedInDatabase;
    private Set<String> orphans = new HashSet<>();
    private long freeSince;
    private int free;
    private String node;
    private int divisor = NO_CALLS;
    private int told = NO_CALLS;
    private long dividedAt;
    private volatile int members;

    // guarded by this
    private Set<String> listed;
    private final Set<String> given = new HashSet<>();
    private final Set<String> leaving = new HashSet<>();

    private volatile boolean changed;
    private volatile String failure;

    /** Another process has the whole feed, or null. */
    private volatile PositionFencedException taken;

    private volatile boolean admitted;
    private volatile long validUntil;
    private volatile boolean closed;

    /** When a renewal found that this node may read. */
    private volatile long activeAt;

    /** How often a node had renewed when it was seen first with that number, and when that was. */
    private record Seen(long renewals, long since) {}

    /**
     * @param name how messages name the feed
     * @param leases closed with this
     * @param duration how long a node may be silent before others take its partitions
     * @param ticker present moment in nanoseconds, of any origin
     * @param rates told into how many parts the rates of calls are divided from now on
     * @param changes told that a poll would read other partitions
     * @param listChanges told that {@link #renew} has something to do, since other partitions are listed
     */
    public LeasedPartitions(
            String name,
            PartitionLeases leases,
            Duration duration,
            LongSupplier ticker,
            IntConsumer rates,
            Runnable changes,
            Runnable listChanges) {
        this.name = name;
        this.leases = leases;
        this.duration = duration.toNanos();
        this.ticker = ticker;
        this.rates = rates;
        this.changes = changes;
        this.listChanges = listChanges;
        this.validUntil = ticker.getAsLong();
        this.activeAt = validUntil;
    }

    /**
     * Renews the membership and does what is to be done.
     *
     * @return whether there is more to do at once
     */
    public boolean renew() {
        try {
            boolean isMore = renewed();
            if (isActive()) {
                activeAt = ticker.getAsLong();
            }
            if (failure != null) {
                failure = null;
                LOG.info("{}: the leases can be renewed again", name);
            }
            return isMore;
        } catch (PositionFencedException e) {
            admitted = false;
            if (taken == null) {
                taken = e;
                change();
            }
            return false;
        } catch (RuntimeException e) {
            // not only of the leases: a data source may throw any, and the next renewal must take place
            boolean isNew = failure == null;
            failure = String.valueOf(e.getMessage());
            if (isNew) {
                LOG.warn(
                        "{}: the leases cannot be renewed. If that lasts, this node reads nothing until they can",
                        name,
                        e);
            }
            return false;
        }
    }

    private boolean renewed() {
        if (closed) {
            return false;
        }
        long begun = ticker.getAsLong();
        if (node == null) {
            node = leases.join(NO_CALLS);
        } else if (!leases.renew(part(begun))) {
            LOG.warn("{}: this node was silent for too long, and others have removed it. It joins them again", name);
            lapse();
            node = leases.join(NO_CALLS);
        }
        List<Node> nodes = leases.nodes();
        validUntil = begun + duration / 5 * 4;
        if (removeSilent(nodes, begun)) {
            nodes = leases.nodes();
        }
        divide(nodes);
        if (!admitted) {
            return false;
        }
        leave();
        list();
        return balance(nodes);
    }

    /** Into how many parts this node has divided the rates for at least a second. */
    private int part(long now) {
        if (divisor <= told || now - dividedAt >= SETTLED) {
            told = divisor;
        }
        return told;
    }

    /** What was held is held no more; a partition that comes back is read anew from its position. */
    private void lapse() {
        admitted = false;
        divisor = NO_CALLS;
        told = NO_CALLS;
        orphans.clear();
        synchronized (this) {
            leaving.clear();
        }
        change();
    }

    private boolean removeSilent(List<Node> nodes, long begun) {
        boolean isAnyRemoved = false;
        seen.keySet().retainAll(nodes.stream().map(Node::id).collect(Collectors.toSet()));
        long now = ticker.getAsLong();
        for (Node other : nodes) {
            Seen before = seen.get(other.id());
            if (before == null || before.renewals() != other.renewals()) {
                seen.put(other.id(), new Seen(other.renewals(), now));
            } else if (!other.id().equals(node) && begun - before.since() >= duration) {
                leases.remove(other);
                isAnyRemoved = true;
            }
        }
        return isAnyRemoved;
    }

    private void divide(List<Node> nodes) {
        int parts = nodes.size();
        if (parts != members) {
            LOG.info("{}: {} nodes share the partitions", name, parts);
            members = parts;
            orphans.clear();
        }
        if (parts > divisor) {
            dividedAt = ticker.getAsLong();
            use(parts);
        } else if (parts < divisor && isRoom(nodes, parts) && leases.renew(parts) && isRoom(leases.nodes(), parts)) {
            told = parts;
            use(parts);
            if (!admitted) {
                admitted = true;
                change();
            }
        }
    }

    /** Whether the others leave one of so many parts. */
    private boolean isRoom(List<Node> nodes, int parts) {
        return nodes.size() <= parts
                && nodes.stream().allMatch(other -> other.id().equals(node) || other.divisor() >= parts);
    }

    private void use(int parts) {
        rates.accept(parts);
        divisor = parts;
    }

    /** Gives back what the feed has left. */
    private void leave() {
        Set<String> left;
        synchronized (this) {
            left = new HashSet<>(leaving);
            left.removeAll(given);
        }
        if (!left.isEmpty()) {
            leases.release(left);
            synchronized (this) {
                leaving.removeAll(left);
            }
        }
    }

    private void list() {
        Set<String> present = listed();
        if (keepsRegistry() && present != null && !present.equals(listedInDatabase)) {
            listedInDatabase = leases.list(present) ? present : null;
        } else if (!keepsRegistry()) {
            listedInDatabase = null;
        }
    }

    private synchronized Set<String> listed() {
        return listed;
    }

    private boolean balance(List<Node> nodes) {
        Map<String, Integer> counts = leases.counts();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> members = nodes.stream().map(Node::id).sorted().toList();
        int fair = all / members.size() + (members.indexOf(node) < all % members.size() ? 1 : 0);
        Set<String> held = leases.held();
        orphans.retainAll(held);
        int more = fair - (held.size() - orphans.size());
        if (more < 0) {
            giveUp(held, -more);
        }
        noteFree(counts.getOrDefault("", 0));
        if (free == 0) {
            return false;
        }
        boolean isForgotten = ticker.getAsLong() - freeSince >= 2 * duration;
        if (more <= 0 && !isForgotten) {
            return false;
        }
        return take(more > 0 ? more : free, more <= 0);
    }

    /** As long as they become fewer, somebody takes them. */
    private void noteFree(int number) {
        if (number == 0 || free == 0 || number < free) {
            freeSince = ticker.getAsLong();
        }
        free = number;
    }

    /** As many as are too much, the list of partitions last. */
    private void giveUp(Set<String> held, int number) {
        List<String> tooMuch;
        synchronized (this) {
            tooMuch = held.stream()
                    .filter(partition -> !leaving.contains(partition) && !orphans.contains(partition))
                    .sorted(Comparator.comparing(partition -> partition.equals(PartitionLeases.REGISTRY)))
                    .limit(Math.max(0, number - leaving.size()))
                    .toList();
            leaving.addAll(tooMuch);
        }
        if (!tooMuch.isEmpty()) {
            change();
        }
    }

    /** @param isForgotten whether nobody takes them, since the nodes do not list the same partitions */
    private boolean take(int number, boolean isForgotten) {
        Set<String> candidates = leases.free();
        Set<String> present = listed();
        candidates.removeIf(partition ->
                !partition.equals(PartitionLeases.REGISTRY) && (present == null || !present.contains(partition)));
        // each node begins elsewhere, so that few want the same
        List<String> wanted = candidates.stream()
                .sorted(Comparator.comparing(partition -> (node + partition).hashCode()))
                .limit(Math.min(number, TAKEN_AT_ONCE))
                .toList();
        if (wanted.isEmpty()) {
            return false;
        }
        Set<String> taken = leases.take(wanted);
        if (isForgotten && !taken.isEmpty()) {
            orphans.addAll(taken);
            LOG.warn(
                    "{}: {} partitions were read by nobody, such as '{}'. This node reads them. Check whether all nodes list the"
                            + " same partitions",
                    name,
                    taken.size(),
                    taken.iterator().next());
        }
        if (!taken.isEmpty()) {
            change();
        }
        return wanted.size() == TAKEN_AT_ONCE || taken.contains(PartitionLeases.REGISTRY);
    }

    private void change() {
        changed = true;
        changes.run();
    }

    @Override
    public synchronized Set<Partition> assigned(Set<Partition> all) {
        changed = false;
        Set<String> present = all.stream().map(Partition::id).collect(Collectors.toSet());
        if (!present.equals(listed)) {
            listed = present;
            listChanges.run();
        }
        Set<Partition> mine = new HashSet<>();
        for (Partition partition : all) {
            if (leases.counter(partition.id()) >= 0 && !leaving.contains(partition.id())) {
                mine.add(partition);
                given.add(partition.id());
            }
        }
        for (String held : leases.held()) {
            if (!listed.contains(held) && !held.equals(PartitionLeases.REGISTRY)) {
                leaving.add(held);
            }
        }
        return mine;
    }

    @Override
    public boolean hasChanged() {
        return changed;
    }

    @Override
    public void requireFeed() {
        PositionFencedException by = taken;
        if (by != null) {
            throw by;
        }
    }

    @Override
    public boolean isActive() {
        return admitted && validUntil - ticker.getAsLong() > 0;
    }

    @Override
    public boolean isHeld(Partition partition) {
        return isActive() && leases.counter(partition.id()) >= 0;
    }

    @Override
    public long lease(Partition partition) {
        return leases.counter(partition.id());
    }

    @Override
    public boolean keepsRegistry() {
        return isActive() && leases.counter(PartitionLeases.REGISTRY) >= 0;
    }

    @Override
    public synchronized void released(Partition partition) {
        given.remove(partition.id());
    }

    @Override
    public synchronized void lost(Partition partition) {
        leaving.add(partition.id());
        changed = true;
    }

    /** Why this node reads nothing, or null when it reads or will in a moment. */
    public String problem() {
        String renewing = failure;
        if (isActive()) {
            return null;
        }
        if (renewing != null) {
            return "the leases cannot be renewed: " + renewing;
        }
        if (ticker.getAsLong() - activeAt <= PATIENCE * duration) {
            return null;
        }
        return validUntil - ticker.getAsLong() > 0
                ? "the other nodes have not divided the rates of calls. Check the log of each node"
                : "the leases were not renewed in time. If the database is slow, set a longer leaseDuration";
    }

    /** How many nodes share the partitions, this one included; 0 before it has joined them. */
    public int members() {
        return members;
    }

    /** Gives all leases back. To be called when nothing is read any more and {@link #renew} is not called again. */
    @Override
    public void close() {
        closed = true;
        admitted = false;
        leases.close();
    }
}
