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

import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.Rewound;
import io.github.camelvideo.feed.position.PositionChange;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.PositionWriter;
import io.github.camelvideo.feed.position.ReadUpTo;
import io.github.camelvideo.feed.position.StoredPosition;
import io.github.camelvideo.feed.read.Batch;
import io.github.camelvideo.feed.read.FeedSource;
import io.github.camelvideo.feed.read.ListedItem;
import io.github.camelvideo.feed.read.ReadFrom;
import io.github.camelvideo.feed.read.ReadTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One partition of a feed: what a {@link FeedSource} reads and others offer passes the {@link Progress}, which drops what is known, waits
 * in the {@link DeliveryQueue}, and comes back when its exchange ends; then the position follows.
 *
 * <p>{@link #start}, {@link #read} and {@link #take} are called by one thread at a time, as {@link Feed} says; the vendor is called and
 * the position stored without a lock held. Progress and queue are guarded by one lock, held for short steps without I/O.
 */
public final class FeedPipeline implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPipeline.class);

    /** So far ahead of the present an item that was offered may be dated. */
    private static final Duration MAX_AHEAD = Duration.ofHours(1);

    private final String name;
    private final FeedKind kind;
    private final FeedSource source;
    private final PositionStore store;
    private final VendorClock clock;
    private final VendorTimeCheck vendorTime;
    private final Instant since;
    private final Level startLevel;
    private final Partition part;
    private final String partition;
    private final int maxUnfinished;
    private final Duration readUpToCommit;
    private final Object lock = new Object();
    private final DeliveryQueue queue = new DeliveryQueue();
    private final PositionWriter writer;
    private final TransactedCommits commits;

    // of the reading thread
    private Instant startedAt;

    // guarded by the lock
    private Progress progress;
    private long delivered;
    private long skipped;
    private long late;
    private long misdated;
    /** Items offered and not done; they do not keep the feed from reading on. */
    private int offers;

    private final LatenessMeter lateness;
    private Instant ahead;
    private Instant committedWatermark;
    /** Null before something was stored. */
    private Instant committedReadUpTo;
    /** Moved back, by another thread or with a transaction, which the source does not know yet. */
    private boolean rewound;

    private boolean closed;

    /**
     * @param name how messages name the feed, its partition included
     * @param partition the partition it reads
     * @param since the moment, of this machine's clock, that {@code startFrom} counts from where no position is stored, or null for that of
     *     the start
     * @param store where the position is kept; closed by whoever opened it
     * @param readUpToCommit how old the stored moment may become that the vendor was read up to; null where no other process asks for it
     * @param ticker present moment in nanoseconds, of any origin
     */
    FeedPipeline(
            String name,
            Partition partition,
            FeedKind kind,
            FeedSource source,
            PositionStore store,
            CommitPolicy policy,
            Duration readUpToCommit,
            VendorClock clock,
            LongSupplier ticker,
            Instant since) {
        this.name = name;
        this.kind = kind;
        this.source = source;
        this.store = store;
        this.clock = clock;
        this.vendorTime = new VendorTimeCheck(name, source, clock);
        this.since = since;
        this.part = partition;
        this.partition = partition.id();
        this.maxUnfinished = kind.maxUnfinished();
        this.readUpToCommit = readUpToCommit;
        this.lateness = new LatenessMeter(clock, kind.lookback());
        // thousands of partitions would fill the log
        this.startLevel = partition.isNone() ? Level.INFO : Level.DEBUG;
        this.writer = new PositionWriter(name, store, this.partition, policy, ticker, this::takeChange, this::giveBack);
        this.commits = new TransactedCommits(name, store, this.partition, writer, new TransactionSteps());
    }

    /** What a pipeline must know of the kind of its feed besides the source. */
    interface FeedKind {

        /** A partition without a position that begins at a moment. */
        Progress begin(Partition partition, Instant start);

        /** @throws IllegalArgumentException when the position is not of this kind, with the reason */
        Progress restore(Partition partition, StoredPosition position);

        /** How far a feed whose position was set back reads again. */
        Duration lookback();

        /** How old the stored position of a feed without new items may become before a restart costs more than a call. */
        Duration quietCommit();

        /** How many unfinished items stop further reading: memory is bounded by this. */
        int maxUnfinished();
    }

    private <T> T locked(Supplier<T> step) {
        synchronized (lock) {
            return step.get();
        }
    }

    @Override
    public void start() {
        startedAt = since == null ? clock.local() : since;
        StoredPosition stored = store.load(partition);
        if (stored == null) {
            if (clock.isMeasured()) {
                begin();
            }
            return;
        }
        Progress restored = restore(stored);
        synchronized (lock) {
            progress = restored;
            committedWatermark = restored.watermark();
        }
        LOG.atLevel(startLevel)
                .log(
                        "{}: position restored, watermark={}, remembered items={}",
                        name,
                        restored.watermark(),
                        stored.entries().size());
    }

    private Progress restore(StoredPosition stored) {
        try {
            return kind.restore(part, stored);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name + ": the stored position cannot be used: " + e.getMessage()
                            + ". Restore it, delete it (the feed then starts at startFrom), or set another offsetKey.",
                    e);
        }
    }

    /** The feed begins; stored at once, so that "now" stays the first start even when the process dies before the first item. */
    private void begin() {
        Instant start = source.startingPoint(clock.earliest(startedAt));
        synchronized (lock) {
            progress = kind.begin(part, start);
            committedWatermark = start;
        }
        try {
            writer.commitOrFail();
        } catch (RuntimeException e) {
            synchronized (lock) {
                progress = null;
            }
            throw e;
        }
        LOG.atLevel(startLevel).log("{}: no position stored, starting at {}", name, start);
    }

    @Override
    public void beginPoll() {
        synchronized (lock) {
            queue.releaseFailed();
        }
    }

    @Override
    public void read() throws InterruptedException {
        if (writer.fenced() != null) {
            throw writer.fenced();
        }
        commits.settle();
        if (progress() == null) {
            vendorTime.measure();
            begin();
        }
        vendorTime.confirm(readUpTo());
        setBackIfAhead();
        restartIfRewound();
        ReadFrom from = locked(() -> queue.waiting() == 0 && hasRoom() ? progress.readFrom() : null);
        if (from == null) {
            return;
        }
        storeIfNeeded();
        Batch batch =
                source.read(from.with((key, state, present) -> locked(() -> progress.isTold(key, state, present))));
        receive(batch, from);
        storeIfNeeded();
        storeReadUpToIfDue();
        if (batch.failure() != null) {
            throw batch.failure();
        }
        if (!source.isBehind()) {
            synchronized (lock) {
                lateness.caughtUp();
            }
        }
    }

    private void storeIfNeeded() {
        if (locked(() -> progress.mustBeStored())) {
            writer.commitOrFail();
        }
    }

    /** Others tell by what is stored whether anybody reads: also where no item is found, and while a poll has much to catch up with. */
    private void storeReadUpToIfDue() {
        boolean isDue = readUpToCommit != null
                && locked(() -> committedReadUpTo == null
                        || !progress.readFrom().readUpTo().isBefore(committedReadUpTo.plus(readUpToCommit)));
        if (isDue) {
            writer.commit();
        }
    }

    private Progress progress() {
        return locked(() -> progress);
    }

    private Instant readUpTo() {
        return locked(() -> progress.readFrom().readUpTo());
    }

    /** A wrong clock, here or at the vendor's, has stored a position in the future. To wait for it would lose all that happens until then. */
    private void setBackIfAhead() {
        if (!vendorTime.isFuture(readUpTo())) {
            return;
        }
        Instant now = clock.now();
        Instant wrong;
        synchronized (lock) {
            wrong = progress.readFrom().readUpTo();
            ahead = wrong;
            progress.rewind(now, now.minus(kind.lookback()));
            lateness.restart();
        }
        source.restart();
        LOG.warn(
                "{}: the position {} is later than the vendor's present, {}. It was set back to the latter, and the feed reads again from"
                        + " {} on. Items may be delivered again. Check this machine's clock.",
                name,
                wrong,
                now,
                now.minus(kind.lookback()));
    }

    /** The source begins anew; should the feed be moved back again before it reads, the next reading begins anew once more. */
    private void restartIfRewound() {
        boolean wasRewound;
        synchronized (lock) {
            wasRewound = rewound;
            rewound = false;
        }
        if (wasRewound) {
            source.restart();
        }
    }

    private void receive(Batch batch, ReadFrom from) {
        Duration latest = Duration.ZERO;
        String distrustBefore;
        synchronized (lock) {
            distrustBefore = progress.distrust();
            if (batch.all() != null) {
                progress.removed(batch.all(), batch.readUpTo()).forEach(this::deliverRemoval);
            }
            for (ListedItem listed : batch.items()) {
                Progress.Knowledge knowledge = receive(listed);
                if (knowledge == Progress.Knowledge.NEW) {
                    lateness.firstSeen(listed, from.readUpTo());
                }
                if (knowledge != Progress.Knowledge.KNOWN) {
                    misdated += listed.misdated() ? 1 : 0;
                    // the start of what has ended is not late
                    Instant time = listed.item().event() == null ? listed.item().time() : listed.until();
                    if (!listed.misdated() && time.isBefore(from.readUpTo())) {
                        late++;
                        // what only a sweep lists would make each poll read the whole lookback in vain
                        Duration lateness =
                                listed.since() == null ? Duration.ZERO : Duration.between(time, from.readUpTo());
                        latest = lateness.compareTo(latest) > 0 ? lateness : latest;
                    }
                }
            }
            // moved back meanwhile: the items count, but not how far the vendor was read
            if (!rewound) {
                progress.readUpTo(batch.readUpTo(), batch.keepFrom());
                if (batch.sweepEnded() != null) {
                    progress.swept(batch.sweepEnded());
                }
            }
        }
        if (!latest.isZero()) {
            source.foundLate(latest);
        }
        logDistrust(distrustBefore);
    }

    private void deliverRemoval(ListedItem gone) {
        queue.add(progress.receive(gone));
    }

    private void logDistrust(String before) {
        String distrust = locked(() -> progress.distrust());
        if (distrust != null && before == null) {
            LOG.warn(
                    "{}: {}. No member is delivered as removed. If the list is right, start the route once with maxRemoved=100.",
                    name,
                    distrust);
        } else if (distrust == null && before != null) {
            LOG.info("{}: the list is plausible again", name);
        }
    }

    private Progress.Knowledge receive(ListedItem listed) {
        Progress.Knowledge knowledge = progress.know(listed);
        if (knowledge == Progress.Knowledge.KNOWN) {
            return knowledge;
        }
        FeedItem item = progress.receive(listed);
        if (knowledge == Progress.Knowledge.DELIVERED) {
            queue.addUnacknowledged(item);
        } else {
            queue.add(item);
        }
        return knowledge;
    }

    @Override
    public Offer offer(FeedItem item) {
        synchronized (lock) {
            if (progress == null || closed) {
                return Offer.NOT_READY;
            }
            // nobody checks the time that it tells: one far ahead must not keep it for years
            Instant latest = clock.now().plus(MAX_AHEAD);
            Instant until = item.time().isAfter(latest) ? latest : item.time();
            ListedItem offered = new ListedItem(item, source.listsFrom(until), until, false);
            Progress.Knowledge knowledge = progress.know(offered);
            if (knowledge == Progress.Knowledge.KNOWN) {
                return progress.isUnfinished(item.key()) ? Offer.UNDER_WAY : Offer.DONE;
            }
            FeedItem received = progress.receive(offered);
            offers++;
            if (knowledge == Progress.Knowledge.DELIVERED) {
                queue.addUnacknowledged(received);
            } else {
                queue.addOffered(received);
            }
            return Offer.TAKEN;
        }
    }

    @Override
    public List<FeedItem> takeOffered(int limit) {
        synchronized (lock) {
            return queue.takeOffered(limit);
        }
    }

    @Override
    public List<FeedItem> take(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": limit=" + limit + ": must be at least 1.");
        }
        // an item whose outcome is not known must not be delivered again
        if (commits.isUnsettled()) {
            return List.of();
        }
        synchronized (lock) {
            return queue.take(limit);
        }
    }

    @Override
    public List<FeedItem> takeUnacknowledged() {
        synchronized (lock) {
            return queue.takeUnacknowledged();
        }
    }

    @Override
    public boolean hasMore() {
        boolean isBehind = source.isBehind();
        synchronized (lock) {
            return queue.waiting() > 0 || isBehind && hasRoom();
        }
    }

    @Override
    public boolean canReadAhead() {
        boolean isBehind = source.isBehind();
        synchronized (lock) {
            return isBehind && queue.waiting() == 0 && hasRoom();
        }
    }

    private boolean hasRoom() {
        return progress != null && progress.unfinished() - offers < maxUnfinished;
    }

    @Override
    public void endPoll() {
        boolean isWorthIt;
        synchronized (lock) {
            if (progress == null) {
                return;
            }
            isWorthIt = progress.hasChanged() || isQuietLong();
        }
        writer.pollEnded(isWorthIt);
    }

    private boolean isQuietLong() {
        return !progress.watermark().isBefore(committedWatermark.plus(kind.quietCommit()));
    }

    /** Of the thread that stores. */
    private PositionChange takeChange() {
        commits.settleInTurn();
        synchronized (lock) {
            committedWatermark = progress.watermark();
            committedReadUpTo = progress.readFrom().readUpTo();
            PositionChange change = progress.takeChange();
            return new PositionChange(
                    withReadUpTo(change.head()),
                    change.put(),
                    change.removed(),
                    change.forgetBefore(),
                    () -> locked(() -> whole(change)),
                    change.more());
        }
    }

    private StoredPosition whole(PositionChange change) {
        StoredPosition whole = change.whole().get();
        return new StoredPosition(withReadUpTo(whole.head()), whole.entries());
    }

    private String withReadUpTo(String head) {
        return readUpToCommit == null
                ? head
                : ReadUpTo.addTo(head, progress.readFrom().readUpTo());
    }

    private void giveBack(PositionChange change) {
        synchronized (lock) {
            progress.giveBack(change);
        }
    }

    @Override
    public ItemCommit commit(FeedItem item) {
        return commits.begin(item);
    }

    /** What the transactions of routes do to the feed. */
    private final class TransactionSteps implements TransactedCommits.Steps {

        @Override
        public ListedItem finish(FeedItem item) {
            synchronized (lock) {
                return closed || !queue.isInFlight(item) ? null : progress.finish(item.id());
            }
        }

        @Override
        public PositionChange takeChange() {
            return FeedPipeline.this.takeChange();
        }

        @Override
        public void giveBack(PositionChange change) {
            FeedPipeline.this.giveBack(change);
        }

        @Override
        public void reload(StoredPosition stored, ListedItem undone) {
            Progress restored = restore(stored);
            synchronized (lock) {
                List<ListedItem> unfinished = new ArrayList<>(progress.unfinishedItems());
                unfinished.add(undone);
                for (ListedItem item : unfinished) {
                    // none is done by what is stored; asked for what is noted of items that are listed
                    restored.know(item);
                    restored.receive(item);
                }
                progress = restored;
                committedWatermark = restored.watermark();
                rewound = true;
            }
        }

        @Override
        public void settled(FeedItem item) {
            synchronized (lock) {
                if (queue.discard(item)) {
                    delivered++;
                }
            }
        }
    }

    @Override
    public void delivered(FeedItem item) {
        synchronized (lock) {
            if (closed || !queue.isInFlight(item)) {
                return;
            }
            progress.delivered(item.id());
        }
        writer.itemFinished();
    }

    @Override
    public void completed(FeedItem item) {
        if (finish(item, true)) {
            writer.itemFinished();
        }
    }

    @Override
    public void skipped(FeedItem item) {
        if (locked(() -> closed || !queue.isInFlight(item))) {
            return;
        }
        writer.commitAfter(() -> {
            try {
                commits.settleInTurn();
            } catch (PositionFencedException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("{}: item {} cannot be given up now, and is redelivered", name, item.key(), e);
                failed(item);
                return;
            }
            finish(item, false);
        });
    }

    /** Whether the item is done by this; it is not where its transaction has stored that. */
    private boolean finish(FeedItem item, boolean isDelivered) {
        synchronized (lock) {
            if (closed || !queue.remove(item)) {
                return false;
            }
            offers -= item.origin() == Origin.POLL ? 0 : 1;
            delivered += isDelivered ? 1 : 0;
            skipped += isDelivered ? 0 : 1;
            return progress.finish(item.id()) != null;
        }
    }

    @Override
    public void failed(FeedItem item) {
        synchronized (lock) {
            queue.fail(item);
        }
    }

    @Override
    public void returned(FeedItem item) {
        synchronized (lock) {
            queue.giveBack(item);
        }
    }

    @Override
    public List<Rewound> rewind(String id, Instant to) {
        if (id != null && !id.equals(partition)) {
            throw new IllegalArgumentException(
                    name + ": partition '" + id + "' does not exist, because the feed has no forEach.");
        }
        Instant[] from = new Instant[1];
        writer.commitAfter(() -> {
            commits.settleInTurn();
            from[0] = moveBack(to);
        });
        if (writer.failure() != null) {
            throw new IllegalStateException(name + ": the feed reads again from " + to
                    + ", but the new position cannot be stored yet: " + writer.failure());
        }
        return List.of(new Rewound(partition, from[0], to));
    }

    private Instant moveBack(Instant to) {
        synchronized (lock) {
            if (closed || progress == null) {
                throw new IllegalStateException(
                        name + (closed ? ": the feed has stopped." : ": the feed has not started reading.")
                                + " Its position was not moved.");
            }
            Instant from = progress.readFrom().readUpTo();
            if (to.isAfter(from)) {
                throw new IllegalArgumentException(name + ": " + to + " is later than the position, " + from
                        + ". Items in between would be skipped. Give an earlier time.");
            }
            try {
                progress.repeatFrom(to);
            } catch (UnsupportedOperationException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage() + ".", e);
            }
            rewound = true;
            lateness.restart();
            return from;
        }
    }

    @Override
    public FeedStatus status() {
        ReadTrouble trouble = source.trouble();
        synchronized (lock) {
            if (progress == null) {
                return FeedStatus.NOT_STARTED;
            }
            return new FeedStatus(
                    progress.watermark(),
                    progress.readFrom().readUpTo(),
                    new FeedStatus.Counts(
                            queue.inFlight(),
                            queue.waiting() + queue.offered(),
                            queue.failed(),
                            delivered,
                            skipped,
                            late,
                            misdated),
                    trouble.gap(),
                    trouble.incomplete(),
                    trouble.sweepFailed(),
                    ahead,
                    writer.failure(),
                    null,
                    progress.distrust() == null ? trouble.distrust() : progress.distrust(),
                    lateness.lateness());
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed || progress == null) {
                closed = true;
                return;
            }
            closed = true;
        }
        writer.commit();
    }
}
