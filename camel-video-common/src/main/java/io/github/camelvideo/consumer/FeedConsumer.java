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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.callback.CallbackAnswer;
import io.github.camelvideo.callback.CallbackCounts;
import io.github.camelvideo.callback.CallbackProcessor;
import io.github.camelvideo.callback.CallbackSink;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.ItemCommit;
import io.github.camelvideo.feed.PartitionStatus;
import io.github.camelvideo.feed.Rewound;
import io.github.camelvideo.feed.delivery.FeedRegistry;
import io.github.camelvideo.feed.delivery.FeedWithEvents;
import io.github.camelvideo.feed.partition.LeasedPartitions;
import io.github.camelvideo.feed.partition.PartitionAssignment;
import io.github.camelvideo.feed.position.FeedResumeAdapter;
import io.github.camelvideo.feed.position.MemoryPositions;
import io.github.camelvideo.feed.position.NotTransactedException;
import io.github.camelvideo.feed.position.PartitionLeases;
import io.github.camelvideo.feed.position.PositionFencedException;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.ResumeOffsetRepository;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.resume.ResumeAware;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.EmptyAsyncCallback;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Delivers each new item of a feed to the route, once.
 *
 * <p>The polling thread reads and delivers; while the feed has to catch up, another thread reads the next window meanwhile. Whichever
 * thread ends an exchange reports it to the feed, which commits the position by its policy before that thread goes on. An item counts as
 * delivered when its exchange ended without a failure that the route's error handling left unhandled, and was not marked to be rolled
 * back; with an acknowledgement, when that was made too.
 */
@ManagedResource(description = "Managed Feed Consumer")
public final class FeedConsumer extends ScheduledBatchPollingConsumer
        implements ManagedFeed, ResumeAware<ResumeStrategy> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

    /** With more partitions moved at once, the log has one line for all of them. */
    private static final int MOVES_LOGGED = 20;

    /** Where the vendor does not say how long it waits for an answer. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** Other deliveries get their turn after so many. */
    private static final int OFFERED_AT_ONCE = 100;

    private final EndpointBinding binding;
    private final ConsumerOptions options;
    private final FeedRegistry registry;
    private final Clock clock;
    private final FailureStrategy strategy;
    private final ListThread lists;
    private final CallbackProcessor callbackProcessor;
    private final CallbackRegistration registration;

    /** Null where the position is not stored in transactions of the route, and before the first start. */
    private TransactionOfRoute transaction;

    /** Held by the thread that delivers: the polling one, or that of callbacks. Fair: a flood of callbacks must not stop the poll. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Held by the thread that polls: that of the scheduler, or that of callbacks. */
    private final ReentrantLock polling = new ReentrantLock();

    private ResumeStrategy resumeStrategy;

    // from start to stop
    private volatile Feed feed;
    private volatile ItemDelivery delivery;
    private ItemMessage message;
    private ReaderThreads readers;
    private DeadLetters deadLetters;
    private PositionStore store;
    private volatile LeaseThreads leases;
    private PositionStore eventStore;
    private volatile CallbackInlet inlet;
    private volatile EventItems eventItems;
    private volatile OfferedRecords offeredRecords;
    private CallbackThread callbacks;
    private CallbackServer callbackServer;
    private StateRepository<String, String> repository;
    private volatile String positionName;
    private volatile Instant lastPoll;
    private final LongAdder redelivered = new LongAdder();
    private final PositionWrites writes = new PositionWrites();
    private ReadAhead readAhead;

    /**
     * @param registry the running feeds of the component
     * @param clock this machine's clock
     * @throws IllegalArgumentException when an option does not fit the action, so that the route does not start
     */
    public FeedConsumer(
            ScheduledPollEndpoint endpoint,
            Processor processor,
            EndpointBinding binding,
            ConsumerOptions options,
            FeedRegistry registry,
            Clock clock) {
        super(endpoint, processor);
        this.binding = binding;
        this.options = options;
        this.registry = registry;
        this.clock = clock;
        this.strategy = FailureStrategy.of(binding.name(), options.onFailure(), options.maxRedeliveries());
        this.lists = new ListThread(endpoint.getCamelContext(), this, binding.name());
        // for the sake of what they refuse
        new FeedOpener(binding, options, clock, lists);
        AcknowledgeAction.of(binding, options.acknowledge());
        this.callbackProcessor =
                options.callbacks() == null || options.callbacks().offers()
                        ? null
                        : new CallbackProcessor(
                                binding.name(),
                                binding.action().api().callbacks(),
                                options.callbacks().security(),
                                this::callbackSink,
                                this::vendorsPresent);
        this.registration = CallbackRegistration.of(binding, options.callbacks());
    }

    /** Behind {@code master:} nobody says which route it belongs to. */
    @Override
    protected void doInit() throws Exception {
        Route route = getRoute() == null ? ConsumingRoutes.of(getEndpoint()) : null;
        if (route != null) {
            setRoute(route);
            setRouteId(route.getRouteId());
        }
        setHealthCheck(new FeedHealthCheck(this, "consumer:" + getRouteId()));
        super.doInit();
    }

    @Override
    protected void doStart() throws Exception {
        try {
            startRepository();
            startTransactions();
            openFeed();
            super.doStart();
            RunningFeeds.of(getEndpoint().getCamelContext()).add(this);
        } catch (Exception e) {
            // a consumer that did not start is not stopped either
            closeFeed();
            throw e;
        }
    }

    /** Unless somebody has; then Camel stops it with the context. A bean of properties or YAML is started by nobody. */
    private void startRepository() throws Exception {
        repository = options.offsetRepository();
        if (resumeStrategy != null) {
            if (repository != null) {
                throw new InvalidRequestException(
                        binding.name()
                                + ": both offsetRepository and resumable() are set. Remove one of them: a position is kept in one place.");
            }
            ResumeOffsetRepository resumed = new ResumeOffsetRepository(resumeStrategy);
            resumed.load();
            repository = resumed;
        } else if (repository == null) {
            LOG.warn(
                    "{}: the position is kept in memory only, so that the feed starts at startFrom again when the process does. Set"
                            + " offsetRepository to resume where it stopped.",
                    binding.name());
        } else if (!ServiceHelper.isStarted(repository)) {
            getEndpoint().getCamelContext().addService(repository, true, true);
        }
    }

    private void startTransactions() {
        if (!options.isTransacted()) {
            return;
        }
        if (transaction == null) {
            TransactedOptions.check(binding.name(), options, getRoute(), resumeStrategy != null);
            TransactedPolicy policy = options.transactedPolicy() == null
                    ? TransactedPolicies.find(binding.name(), getEndpoint().getCamelContext())
                    : options.transactedPolicy();
            transaction = new TransactionOfRoute(getRoute(), policy, getProcessor());
        }
        transaction.start();
    }

    private void openFeed() throws Exception {
        lists.start();
        FeedOpener opener = new FeedOpener(binding, options, clock, lists);
        positionName = opener.positionName() + (storesOnly() ? "#store" : "");
        if (registry.find(owner(), positionName) != null) {
            throw new InvalidRequestException(binding.name() + ": another running route keeps its position under '"
                    + positionName + "' in the same offsetRepository. Set another offsetKey on one of them.");
        }
        PositionHints.warnIfAnotherPositionExists(options, opener, name -> registry.find(owner(), name) != null);
        readers = new ReaderThreads(
                getEndpoint().getCamelContext(),
                this,
                binding.name(),
                opener.partitioning() == null ? 0 : options.forEachConcurrency());
        store = writes.counting(openPositions());
        Feed opened = withEvents(
                opener, opener.open(store, leases == null ? PartitionAssignment.ALL : leases.partitions(), readers));
        registry.open(owner(), positionName, opened);
        feed = opened;
        message = new ItemMessage(binding, options.forEachInBody(), resumeStrategy == null ? null : positionName);
        if (strategy.deadLetter() != null) {
            deadLetters = new DeadLetters(getEndpoint().getCamelContext(), strategy.deadLetter(), message::fill);
            deadLetters.start();
        }
        delivery = new ItemDelivery(
                binding,
                opened,
                strategy,
                AcknowledgeAction.of(binding, options.acknowledge()),
                deadLetters,
                consumer());
        readAhead = new ReadAhead(opened, readers);
        opened.start();
        if (leases != null) {
            leases.start();
        }
        if (options.callbacks() != null) {
            openInlet(opener, opened);
        }
    }

    private PositionStore openPositions() {
        if (storesOnly()) {
            // the position belongs to the node that runs the feed
            return new MemoryPositions().open(positionName);
        }
        if (options.sharing() == null) {
            return positions().open(positionName);
        }
        PartitionLeases shared;
        try {
            shared = positions().share(positionName, options.sharing().group());
        } catch (UnsupportedOperationException e) {
            throw new InvalidRequestException(
                    binding.name() + ": share=" + options.sharing().group() + ": " + e.getMessage(), e);
        }
        leases = new LeaseThreads(
                this,
                binding.name(),
                options.sharing(),
                shared,
                binding.client().rateShare(),
                this::run);
        return shared.store();
    }

    /** Of two consumers of one path, HTTP servers ask the first, and never the second. The path is a secret, and not told. */
    private void requireOwnPath() {
        for (FeedConsumer other :
                RunningFeeds.of(getEndpoint().getCamelContext()).all()) {
            CallbackOptions theirs = other.options.callbacks();
            boolean isSame = other != this
                    && theirs != null
                    && options.callbacks().path().equals(theirs.path())
                    && Objects.equals(options.callbacks().component(), theirs.component());
            if (isSame) {
                throw new InvalidRequestException(
                        binding.name() + ": callback: route '" + other.getRouteId()
                                + "' receives callbacks under the same path, so this one would receive none. Set another path on one of them.");
            }
        }
    }

    private boolean storesOnly() {
        return options.callbacks() != null && !options.callbacks().delivers();
    }

    /** The feed of a list, and the events that callbacks tell and the list does not. */
    private Feed withEvents(FeedOpener opener, Feed list) {
        if (options.callbacks() == null || opener.isCallbackOnly()) {
            return list;
        }
        eventStore = positions().open(positionName + "#callbacks");
        Set<String> listed = options.callbacks().offers() ? Set.of() : CallbackAction.listedEvents(binding);
        return new FeedWithEvents(list, opener.openEvents(eventStore), listed);
    }

    /** How long the vendor waits for the answer to a callback; null for routes, which wait for the exchange. */
    private Duration answerWithin() {
        if (options.callbacks().offers()) {
            return null;
        }
        Duration documented = binding.action().api().callbacks().repeat().answerWithin();
        return documented == null ? ANSWER_WITHIN : documented;
    }

    private void openInlet(FeedOpener opener, Feed opened) throws Exception {
        boolean isStored = options.callbacks().acknowledgement() == CallbackOptions.Acknowledgement.STORED;
        callbacks = new CallbackThread(this, binding.name(), this::deliverOffered, this::run);
        EventItems events = opener.eventItems();
        OfferedRecords records = opener.offeredRecords();
        CallbackInlet opening = new CallbackInlet(
                binding.name(),
                answerWithin(),
                options.callbacks(),
                state -> records != null && OfferedRecords.isState(state)
                        ? records.restored(state)
                        : events.restored(state),
                opened,
                isStored ? positions().inbox(opener.inboxName()) : null,
                new CallbackInlet.Consumer() {

                    @Override
                    public boolean isTaking() {
                        return isRunAllowed() && !isSuspendingOrSuspended();
                    }

                    @Override
                    public void deliverSoon() {
                        callbacks.deliverSoon();
                    }

                    @Override
                    public void pollSoon() {
                        callbacks.pollSoon();
                    }
                });
        opening.start();
        eventItems = events;
        offeredRecords = records;
        inlet = opening;
        if (options.callbacks().path() != null) {
            requireOwnPath();
            callbackServer = CallbackServer.start(
                    getEndpoint().getCamelContext(),
                    binding.name(),
                    options.callbacks().path(),
                    options.callbacks().component(),
                    callbackProcessor);
        }
        if (registration != null) {
            // behind the server: the vendor may call at once
            registration.run();
        }
    }

    /** Checks and answers callbacks; refuses them while the consumer is stopped. Null where none are taken. */
    CallbackProcessor callbackProcessor() {
        return callbackProcessor;
    }

    /** Where callbacks go while the consumer runs; null before and after, and where none are taken. */
    private CallbackSink callbackSink() {
        CallbackInlet taking = inlet;
        return taking == null
                ? null
                : events -> {
                    EventItems items = eventItems;
                    Instant received = vendorsPresent();
                    return taking.receive(events.stream()
                            .map(event -> items.received(event, received))
                            .toList());
                };
    }

    /** Whether it is the feed of that action whose position has that name of the user's. */
    boolean isNamed(EndpointBinding other, String offsetKey) {
        return binding.action().api().id().equals(other.action().api().id())
                && binding.action()
                        .action()
                        .name()
                        .equals(other.action().action().name())
                && offsetKey.equals(options.offsetKey());
    }

    /** Whether other routes may offer items. */
    boolean takesOffers() {
        return options.callbacks() != null && options.callbacks().offers();
    }

    /**
     * Takes what another route offers; called by its threads.
     *
     * @return completed when the items of the record are stored, or done
     */
    CompletionStage<CallbackAnswer> offer(JsonNode record) {
        CallbackInlet taking = inlet;
        return taking == null
                ? CompletableFuture.completedFuture(CallbackAnswer.STOPPED)
                : taking.receive(offeredRecords.in(record, vendorsPresent()));
    }

    @Override
    public CallbackCounts callbackCounts() {
        return callbackProcessor == null ? null : callbackProcessor.counts();
    }

    @Override
    public CallbackShare callbackShare() {
        CallbackInlet taking = inlet;
        return taking == null ? null : taking.share();
    }

    private PositionRepository positions() {
        return resumeStrategy == null ? options.positions() : new StateRepositoryPositions(repository);
    }

    /** What tells apart where positions are kept. */
    private Object owner() {
        return repository == null ? options.repository() : repository;
    }

    private ItemDelivery.Consumer consumer() {
        return new ItemDelivery.Consumer() {

            @Override
            public void report(String text, Exchange exchange, Throwable cause) {
                FeedConsumer.this.report(text, exchange, cause);
            }

            @Override
            public void ended(FeedItem item, boolean isDone) {
                CallbackInlet taking = inlet;
                if (taking != null) {
                    taking.ended(item, isDone);
                }
            }

            @Override
            public void stopRoute(String reason, Throwable cause) {
                FeedConsumer.this.stopRoute(reason, cause);
            }
        };
    }

    /** A poll that waits for the first list of partitions ends now: Camel waits for the poll. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        lists.interrupt();
        return super.deferShutdown(shutdownRunningTask);
    }

    /** What was taken before the suspension does not wait for the next poll. */
    @Override
    protected void doResume() throws Exception {
        super.doResume();
        CallbackThread delivering = callbacks;
        if (delivering != null) {
            delivering.deliverSoon();
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        closeFeed();
    }

    /** Nothing reads any more; what ends from now on changes nothing; the position is committed; others may open it. */
    private void closeFeed() throws Exception {
        if (callbackServer != null) {
            callbackServer.stop();
            callbackServer = null;
        }
        RunningFeeds.of(getEndpoint().getCamelContext()).remove(this);
        lists.stop();
        if (callbacks != null) {
            callbacks.stop();
            callbacks = null;
        }
        if (leases != null) {
            leases.stopPolling();
        }
        if (readers != null) {
            readers.stop();
        }
        if (delivery != null) {
            delivery.stop();
        }
        if (deadLetters != null) {
            deadLetters.stop();
            deadLetters = null;
        }
        if (transaction != null) {
            transaction.stop();
        }
        try {
            if (feed != null) {
                feed.close();
            }
        } catch (PositionFencedException e) {
            LOG.info("{}: the position is not committed by this process: {}", binding.name(), e.getMessage());
        } finally {
            if (feed != null) {
                registry.close(owner(), positionName, feed);
            }
            closeInlet();
            if (leases != null) {
                leases.stop();
                leases = null;
            }
            if (store != null) {
                store.close();
                store = null;
            }
        }
    }

    /** Behind the feed: what is done is in its position before it leaves the inbox. */
    private void closeInlet() {
        CallbackInlet taking = inlet;
        inlet = null;
        if (taking != null) {
            taking.close();
        }
        if (eventStore != null) {
            eventStore.close();
            eventStore = null;
        }
    }

    private ExecutorServiceManager threads() {
        return getEndpoint().getCamelContext().getExecutorServiceManager();
    }

    /** A graceful stop waits for the acknowledgements too. */
    @Override
    public int getPendingExchangesSize() {
        ItemDelivery running = delivery;
        return super.getPendingExchangesSize() + (running == null ? 0 : running.pending());
    }

    @Override
    public FeedStatus status() {
        Feed running = feed;
        return running == null ? FeedStatus.NOT_STARTED : running.status();
    }

    @Override
    public List<PartitionStatus> partitions() {
        Feed running = feed;
        return running == null ? List.of() : running.partitions();
    }

    @Override
    public String api() {
        return binding.action().api().id();
    }

    @Override
    public String action() {
        return binding.action().action().name();
    }

    @Override
    public long getRedelivered() {
        return redelivered.sum();
    }

    @Override
    public PositionWrites positionWrites() {
        return writes;
    }

    @Override
    public Duration lag() {
        Instant readUpTo = status().readUpTo();
        return readUpTo == null ? null : Duration.between(readUpTo, vendorsPresent());
    }

    @Override
    public Instant lastPoll() {
        return lastPoll;
    }

    /** Calls per second that the list is read with at most, 0 for no limit. */
    int rateLimit() {
        return binding.client().rateLimit();
    }

    @Override
    public String getPositionName() {
        return positionName;
    }

    /** The leases of this node, where several share the feed; null otherwise. */
    LeasedPartitions leasedPartitions() {
        LeaseThreads running = leases;
        return running == null ? null : running.partitions();
    }

    /** The vendor's time. */
    Instant vendorsPresent() {
        return binding.client().clock().now();
    }

    /** Scheme and path of the endpoint, without options. */
    String endpointName() {
        return binding.name();
    }

    /** Why the last poll failed, or null when it worked. */
    String lastFailure() {
        Throwable failure = getLastError();
        return failure == null ? null : String.valueOf(failure.getMessage());
    }

    @Override
    public List<Rewound> rewind(String partition, Instant to, String by) {
        Feed running = feed;
        if (running == null) {
            throw new IllegalStateException(binding.name() + ": the route is not running. Its position was not moved.");
        }
        List<Rewound> moves;
        try {
            moves = running.rewind(partition, to);
        } catch (PositionFencedException e) {
            stopRoute(binding.name() + ": another process has taken the feed over", e);
            throw new IllegalStateException(e.getMessage());
        }
        for (Rewound move : moves) {
            LOG.atLevel(moves.size() > MOVES_LOGGED ? Level.DEBUG : Level.INFO)
                    .log(
                            "{}{}: moved back from {} to {} by {}",
                            binding.name(),
                            move.partition().isEmpty() ? "" : " for " + move.partition(),
                            move.from(),
                            move.to(),
                            by);
        }
        if (moves.size() > MOVES_LOGGED) {
            LOG.info("{}: {} partitions moved back to {} by {}", binding.name(), moves.size(), to, by);
        }
        return moves;
    }

    @Override
    public void setResumeStrategy(ResumeStrategy resumeStrategy) {
        this.resumeStrategy = resumeStrategy;
    }

    @Override
    public ResumeStrategy getResumeStrategy() {
        return resumeStrategy;
    }

    @Override
    public String adapterFactoryService() {
        return FeedResumeAdapter.SERVICE;
    }

    @Override
    protected int poll() throws Exception {
        polling.lockInterruptibly();
        try {
            return pollOnce();
        } finally {
            polling.unlock();
        }
    }

    private int pollOnce() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        int limit = getMaxMessagesPerPoll() > 0 ? getMaxMessagesPerPoll() : Integer.MAX_VALUE;
        int delivered = 0;
        int fresh = 0;
        boolean isCut;
        RuntimeException failure = null;
        delivery.beginPoll();
        try {
            inTurn(() -> {
                feed.beginPoll();
                return null;
            });
            do {
                failure = read();
                if (inlet != null) {
                    inlet.offerWaiting();
                }
                feed.takeUnacknowledged().forEach(delivery::acknowledgeOnly);
                List<FeedItem> items = feed.take(limit - delivered);
                if (failure == null && delivered + items.size() < limit) {
                    readAhead.begin();
                }
                int processed = inTurn(() -> processBatch(new ArrayDeque<>(items)));
                isCut = processed < items.size();
                delivered += processed;
                fresh += (int)
                        items.stream().filter(item -> item.redelivery() == 0).count();
            } while (failure == null
                    && !isCut
                    && (readAhead.hasBegun() || feed.hasMore())
                    && delivered < limit
                    && mayGoOn());
            if (readAhead.hasBegun() && failure == null) {
                failure = read();
            }
        } catch (InterruptedException e) {
            // the consumer stops; what was not delivered is read again
            Thread.currentThread().interrupt();
        }
        endPoll();
        lastPoll = clock.instant();
        if (failure != null) {
            throw failure;
        }
        // an item that fails again and again must not keep a greedy consumer busy; but a poll that redelivers it is not
        // idle
        return isGreedy() ? fresh : delivered;
    }

    private <T> T inTurn(Supplier<T> step) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return step.get();
        } finally {
            turn.unlock();
        }
    }

    /** Delivers what callbacks told; of the callback thread. */
    private void deliverOffered() {
        try {
            int offered;
            int processed;
            do {
                List<FeedItem> items = inTurn(() -> feed.takeOffered(OFFERED_AT_ONCE));
                offered = items.size();
                processed = offered == 0 ? 0 : inTurn(() -> processBatch(new ArrayDeque<>(items)));
            } while (offered > 0 && processed == offered && isRunAllowed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was read before a failure is delivered all the same, and then the poll fails. */
    private RuntimeException read() throws InterruptedException {
        try {
            readAhead.read();
            forceConsumerAsReady();
            return null;
        } catch (PositionFencedException e) {
            stopRoute(binding.name() + ": another process has taken the feed over", e);
            return e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void endPoll() {
        try {
            feed.endPoll();
        } catch (PositionFencedException e) {
            stopRoute(binding.name() + ": another process has taken the feed over", e);
        }
    }

    private boolean mayGoOn() {
        return isPollAllowed() && isBatchAllowed();
    }

    /** Delivers the items one after the other; gives back to the feed what a stop leaves over. */
    @Override
    public int processBatch(Queue<Object> items) {
        int size = items.size();
        int index = 0;
        try {
            while (!items.isEmpty() && isBatchAllowed() && delivery.awaitTurn(this::isBatchAllowed)) {
                FeedItem item = (FeedItem) items.poll();
                pendingExchanges = items.size();
                if (feed.isHeld(item)) {
                    deliver(item, index++, size);
                } else {
                    feed.returned(item);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        items.forEach(item -> feed.returned((FeedItem) item));
        return index;
    }

    private void deliver(FeedItem item, int index, int size) {
        if (item.redelivery() > 0) {
            redelivered.increment();
        }
        ItemDelivery.Delivery way = delivery.begin(item);
        Exchange exchange = createExchange(true);
        try {
            message.fill(item, exchange);
        } catch (RuntimeException e) {
            releaseExchange(exchange, true);
            way.fail(null, e);
            return;
        }
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        if (transaction != null) {
            deliverInTransaction(item, exchange, way);
            return;
        }
        exchange.getExchangeExtension().addOnCompletion(way);
        try {
            // not the usual callback, which would tell of a failure once more
            getAsyncProcessor().process(exchange, EmptyAsyncCallback.get());
        } catch (Throwable e) {
            endBroken(exchange, way, e);
        }
    }

    /** The unit of work, and so the exchange, ends after the transaction. */
    private void deliverInTransaction(FeedItem item, Exchange exchange, ItemDelivery.Delivery way) {
        ItemCommit commit;
        try {
            commit = feed.commit(item);
        } catch (RuntimeException e) {
            releaseExchange(exchange, true);
            delivery.refuse(item, e);
            return;
        }
        try {
            // one of a pool is there already, and not begun
            createUoW(exchange).onPrepare(exchange);
            way.transactionEnded(transaction.run(exchange, commit));
        } catch (NotTransactedException e) {
            way.committedAlone(e);
        } catch (Exception e) {
            exchange.setException(e);
        }
        try {
            // not by the exchange, which a route may hand over to others
            way.end(exchange);
        } finally {
            doneUoW(exchange);
        }
    }

    /**
     * Most Errors pass Camel's error handling and leave the rest of the route's tasks in the queue of this thread, the end of the exchange
     * among them: they are run now, and not with the next item.
     */
    private void endBroken(Exchange exchange, ItemDelivery.Delivery way, Throwable cause) {
        exchange.setException(cause);
        ReactiveExecutor queue =
                exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        boolean hasRun;
        do {
            hasRun = queue.executeFromQueue();
        } while (hasRun);
        if (!way.hasEnded()) {
            UnitOfWorkHelper.doneUow(exchange.getUnitOfWork(), exchange);
            // or each stop of the route would wait for this exchange until its time-out
            exchange.getContext().getInflightRepository().remove(exchange, getRouteId());
            way.fail(exchange, cause);
        }
    }

    /** @param exchange whose route has dealt with the failure already, or null */
    private void report(String text, Exchange exchange, Throwable cause) {
        if (exchange != null && ((ScheduledPollEndpoint) getEndpoint()).isBridgeErrorHandler()) {
            // the bridge would bring the same failure to the route's error handling a second time
            LOG.warn(text, cause);
        } else {
            getExceptionHandler().handleException(text, exchange, cause);
        }
    }

    /**
     * On a thread of its own: the one that asks for it may be one that the stop waits for. A former leader that another process has relieved
     * keeps its route behind {@code master:}, so that it can be the leader again.
     */
    private void stopRoute(String reason, Throwable cause) {
        boolean keepsRoute = cause instanceof PositionFencedException
                && getRoute() != null
                && getRoute().getConsumer() != this;
        LOG.error("{}. {}", reason, keepsRoute ? "This node stops polling" : "The route is stopped", cause);
        threads()
                .newThread(binding.name() + "-stop", () -> {
                    try {
                        if (keepsRoute) {
                            stop();
                        } else {
                            getEndpoint().getCamelContext().getRouteController().stopRoute(getRouteId());
                        }
                    } catch (Exception e) {
                        LOG.error("{}: the route cannot be stopped", binding.name(), e);
                    }
                })
                .start();
    }
}
