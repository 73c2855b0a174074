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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.callback.CallbackAnswer;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.position.Inbox;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a feed for items of callbacks and of other routes, from its start to its stop. {@link #receive} is called by threads of the
 * HTTP server, or of routes, and stores there;
 * {@link #offerWaiting} by the polling thread; {@link #ended} by whichever thread ends an exchange.
 */
final class CallbackInlet {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackInlet.class);

    /** So long before the vendor stops waiting a callback is answered at the latest. */
    private static final long RESERVE_MILLIS = 2_000;

    private static final long NOT_READY_MILLIS = 20_000;

    /** Bound of memory. */
    private static final int MAX_POLLED_FIRST = 10_000;

    /** So many entries that are done wait for the next poll, which may be far away. */
    private static final int MAX_DONE = 1_000;

    /**
     * An item that was received and is not done.
     *
     * @param answer completed when it is done
     * @param entry its key in the inbox
     */
    private record Held(CompletableFuture<CallbackAnswer> answer, String entry) {

        Held(String entry) {
            this(new CompletableFuture<>(), entry);
        }
    }

    /** What the consumer does for callbacks. */
    interface Consumer {

        /** Whether it takes items now: it is neither stopped nor suspended. */
        boolean isTaking();

        /** Items that were offered wait to be delivered. Returns at once. */
        void deliverSoon();

        /** The list is to be read now. Returns at once. */
        void pollSoon();
    }

    private final String name;
    private final CallbackOptions options;
    private final Function<JsonNode, FeedItem> items;
    private final Feed feed;
    private final Inbox inbox;
    private final Consumer consumer;
    private final Duration answerWithin;

    /** By {@link ReceivedItem#id}. */
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Items that the feed could not take yet, by {@link ReceivedItem#id}. */
    private final Map<String, FeedItem> waiting = new ConcurrentHashMap<>();

    /** Keys in the inbox of items that are done. */
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    private final AtomicInteger doneCount = new AtomicInteger();

    /** Items that the list told, the latest of them: a callback may still come. */
    private final Set<String> polledFirst =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MAX_POLLED_FIRST;
                }
            }));

    /** How many items wait for another node, as of the last poll. */
    private volatile int stored;

    private final AtomicLong pushed = new AtomicLong();
    private final AtomicLong polled = new AtomicLong();
    private final AtomicLong toldLater = new AtomicLong();

    /**
     * @param answerWithin how long who sends waits for an answer; null for as long as an exchange takes
     * @param items makes an item of the state that the inbox keeps
     * @param inbox where what was received is kept until it is done; null where it is answered when it is done
     */
    CallbackInlet(
            String name,
            Duration answerWithin,
            CallbackOptions options,
            Function<JsonNode, FeedItem> items,
            Feed feed,
            Inbox inbox,
            Consumer consumer) {
        this.name = name;
        this.options = options;
        this.items = items;
        this.feed = feed;
        this.inbox = inbox;
        this.consumer = consumer;
        this.answerWithin = answerWithin;
    }

    /** What an earlier run received and did not end waits for the feed. */
    void start() {
        if (inbox != null && options.delivers()) {
            inbox.load().forEach(this::restore);
        }
    }

    private void restore(PositionEntry entry) {
        FeedItem item = item(entry);
        String id = ReceivedItem.id(item);
        if (held.putIfAbsent(id, new Held(entry.key())) == null) {
            waiting.put(id, item);
        }
    }

    /**
     * Takes items that came together.
     *
     * @param received at least one
     * @return completed when they are stored, or done
     */
    CompletionStage<CallbackAnswer> receive(List<ReceivedItem> received) {
        if (!consumer.isTaking()) {
            return CompletableFuture.completedFuture(CallbackAnswer.STOPPED);
        }
        if (options.verification() == CallbackOptions.Verification.POLL) {
            consumer.pollSoon();
            return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
        }
        int before = held.size() + stored;
        // what came together cannot come apart: it is taken when nothing else waits
        if (before > 0 && before + received.size() > options.inboxSize()) {
            return CompletableFuture.completedFuture(CallbackAnswer.FULL);
        }
        if (doneCount.get() >= MAX_DONE) {
            removeDone();
        }
        List<CompletableFuture<CallbackAnswer>> answers = new ArrayList<>();
        for (ReceivedItem item : received) {
            answers.add(inbox == null ? offer(item.item()) : store(item));
        }
        consumer.deliverSoon();
        return together(answers);
    }

    private static CompletableFuture<CallbackAnswer> together(List<CompletableFuture<CallbackAnswer>> answers) {
        CompletableFuture<CallbackAnswer> all = CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
        for (CompletableFuture<CallbackAnswer> answer : answers) {
            all = all.thenCombine(answer, (one, other) -> one == CallbackAnswer.ACCEPTED ? other : one);
        }
        return all;
    }

    private CompletableFuture<CallbackAnswer> store(ReceivedItem received) {
        PositionEntry entry = received.entry();
        String id = ReceivedItem.id(received.item());
        boolean isNew = held.putIfAbsent(id, new Held(entry.key())) == null;
        try {
            inbox.put(entry);
        } catch (RuntimeException e) {
            if (isNew) {
                held.remove(id);
            }
            LOG.warn("{}: an item cannot be stored and is refused, so that it is sent again", name, e);
            return CompletableFuture.completedFuture(CallbackAnswer.FAILED);
        }
        if (options.delivers()) {
            offerHeld(received.item());
        } else {
            held.remove(id);
        }
        return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
    }

    private void offerHeld(FeedItem item) {
        switch (feed.offer(item)) {
            case TAKEN, UNDER_WAY -> waiting.remove(ReceivedItem.id(item));
            case DONE -> {
                noteToldLater(item);
                finished(item);
            }
            case NOT_READY -> waiting.put(ReceivedItem.id(item), item);
        }
    }

    /** Answered when the item is done, or not in time: then it is sent again, and found done or under way. */
    private CompletableFuture<CallbackAnswer> offer(FeedItem item) {
        String id = ReceivedItem.id(item);
        Held mine = new Held((String) null);
        Held other = held.putIfAbsent(id, mine);
        if (other != null) {
            return answerWithin == null ? other.answer() : CompletableFuture.completedFuture(CallbackAnswer.FAILED);
        }
        Offer offer = feed.offer(item);
        if (offer == Offer.NOT_READY) {
            waiting.put(id, item);
        }
        if (offer == Offer.TAKEN || offer == Offer.NOT_READY) {
            return inTime(mine.answer(), offer);
        }
        if (offer == Offer.UNDER_WAY && answerWithin == null) {
            return mine.answer();
        }
        held.remove(id);
        if (offer == Offer.DONE) {
            noteToldLater(item);
            mine.answer().complete(CallbackAnswer.ACCEPTED);
        } else {
            mine.answer().complete(CallbackAnswer.FAILED);
        }
        return mine.answer();
    }

    private CompletableFuture<CallbackAnswer> inTime(CompletableFuture<CallbackAnswer> answer, Offer offer) {
        if (answerWithin != null) {
            return answer.completeOnTimeout(
                    CallbackAnswer.FAILED, answerWithin.toMillis() - RESERVE_MILLIS, TimeUnit.MILLISECONDS);
        }
        // a partition that is not listed may never be
        return offer == Offer.NOT_READY
                ? answer.completeOnTimeout(CallbackAnswer.FAILED, NOT_READY_MILLIS, TimeUnit.MILLISECONDS)
                : answer;
    }

    /** Offers what the feed could not take before, and what other nodes have stored; removes what is done. */
    void offerWaiting() {
        if (!options.delivers()) {
            stored = inbox.load().size();
            return;
        }
        if (inbox != null) {
            removeDone();
            if (inbox.isShared()) {
                inbox.load().forEach(this::restore);
            }
        }
        new ArrayList<>(waiting.values()).forEach(this::offerHeld);
        consumer.deliverSoon();
    }

    private void removeDone() {
        List<String> keys = new ArrayList<>();
        for (String key = done.poll(); key != null; key = done.poll()) {
            keys.add(key);
        }
        doneCount.addAndGet(-keys.size());
        if (!keys.isEmpty()) {
            try {
                inbox.remove(keys);
                inbox.flush();
            } catch (RuntimeException e) {
                giveBack(keys);
                throw e;
            }
        }
    }

    /**
     * An item has ended.
     *
     * @param isDone whether it is done; otherwise it failed
     */
    void ended(FeedItem item, boolean isDone) {
        if (isDone) {
            count(item);
            finished(item);
        } else if (inbox == null) {
            // it is redelivered, and counts among those that wait until it is done
            Held failed = held.replace(ReceivedItem.id(item), new Held((String) null));
            if (failed != null) {
                failed.answer().complete(CallbackAnswer.FAILED);
            }
        }
    }

    private void count(FeedItem item) {
        if (item.origin() == Origin.POLL) {
            polled.incrementAndGet();
            if (held.containsKey(ReceivedItem.id(item))) {
                // its callback came while it was under way
                toldLater.incrementAndGet();
            } else {
                polledFirst.add(ReceivedItem.id(item));
            }
        } else {
            pushed.incrementAndGet();
        }
    }

    /** A callback of an event that is done: the list told it first, or it is repeated. */
    private void noteToldLater(FeedItem item) {
        if (polledFirst.remove(ReceivedItem.id(item))) {
            toldLater.incrementAndGet();
        }
    }

    /** What was delivered, by the way it came. */
    CallbackShare share() {
        return new CallbackShare(pushed.get(), polled.get(), toldLater.get(), held.size());
    }

    private void finished(FeedItem item) {
        String id = ReceivedItem.id(item);
        Held ended = held.remove(id);
        waiting.remove(id);
        if (ended != null) {
            ended.answer().complete(CallbackAnswer.ACCEPTED);
            if (inbox != null) {
                done.add(ended.entry());
                doneCount.incrementAndGet();
            }
        }
    }

    /** Removed with the next ones; an item that is done may be offered once more. */
    private void giveBack(List<String> keys) {
        done.addAll(keys);
        doneCount.addAndGet(keys.size());
    }

    /** Who still waits for an answer hears that the feed has stopped. */
    void close() {
        if (inbox != null) {
            removeDone();
            inbox.close();
        }
        held.values().forEach(left -> left.answer().complete(CallbackAnswer.STOPPED));
    }

    private FeedItem item(PositionEntry entry) {
        try {
            return items.apply(ExactJson.parse(entry.state()));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalStateException(
                    name + ": the stored item '" + entry.key()
                            + "' cannot be read. Delete the inbox of this feed, or set another offsetKey.",
                    e);
        }
    }
}
