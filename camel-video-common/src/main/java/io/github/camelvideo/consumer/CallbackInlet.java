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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.callback.CallbackAnswer;
import io.github.camelvideo.callback.CallbackEvent;
import io.github.camelvideo.callback.CallbackSink;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.Offer;
import io.github.camelvideo.feed.Origin;
import io.github.camelvideo.feed.position.Inbox;
import io.github.camelvideo.feed.position.PositionEntry;
import io.github.camelvideo.json.ExactJson;
import java.time.Instant;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of callbacks into a feed, from its start to its stop. {@link #receive} is called by threads of the HTTP server, and stores there;
 * {@link #offerWaiting} by the polling thread; {@link #ended} by whichever thread ends an exchange.
 */
final class CallbackInlet implements CallbackSink {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackInlet.class);

    /** So long before the vendor stops waiting a callback is answered at the latest. */
    private static final long RESERVE_MILLIS = 2_000;

    private static final long DEFAULT_WAIT_MILLIS = 20_000;

    /** Bound of memory. */
    private static final int MAX_POLLED_FIRST = 10_000;

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
    private final CallbackSpec spec;
    private final CallbackOptions options;
    private final EventItems items;
    private final Feed feed;
    private final Inbox inbox;
    private final Supplier<Instant> present;
    private final Consumer consumer;
    private final long waitMillis;

    /** Items that were received and are not done, by key. */
    private final Map<String, CompletableFuture<CallbackAnswer>> held = new ConcurrentHashMap<>();

    /** Items that the feed could not take yet, by key. */
    private final Map<String, FeedItem> waiting = new ConcurrentHashMap<>();

    /** Keys of items that are done and may still be in the inbox. */
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    /** Events that the list told, the latest of them: a callback may still come. */
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
     * @param inbox where what was received is kept until it is done; null where a callback is answered when it is done
     * @param present the vendor's time
     */
    CallbackInlet(
            String name,
            CallbackSpec spec,
            CallbackOptions options,
            EventItems items,
            Feed feed,
            Inbox inbox,
            Supplier<Instant> present,
            Consumer consumer) {
        this.name = name;
        this.spec = spec;
        this.options = options;
        this.items = items;
        this.feed = feed;
        this.inbox = inbox;
        this.present = present;
        this.consumer = consumer;
        this.waitMillis = (spec.repeat().answerWithin() == null
                        ? DEFAULT_WAIT_MILLIS
                        : spec.repeat().answerWithin().toMillis())
                - RESERVE_MILLIS;
    }

    /** What an earlier run received and did not end waits for the feed. */
    void start() {
        if (inbox != null && options.delivers()) {
            inbox.load().forEach(this::restore);
        }
    }

    private void restore(PositionEntry entry) {
        FeedItem item = item(entry);
        if (held.putIfAbsent(item.key(), new CompletableFuture<>()) == null) {
            waiting.put(item.key(), item);
        }
    }

    @Override
    public CompletionStage<CallbackAnswer> receive(List<CallbackEvent> events) {
        if (!consumer.isTaking()) {
            return CompletableFuture.completedFuture(CallbackAnswer.STOPPED);
        }
        if (options.verification() == CallbackOptions.Verification.POLL) {
            consumer.pollSoon();
            return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
        }
        if (held.size() + stored + events.size() > options.inboxSize()) {
            return CompletableFuture.completedFuture(CallbackAnswer.FULL);
        }
        Instant received = present.get();
        List<CompletableFuture<CallbackAnswer>> answers = new ArrayList<>();
        for (CallbackEvent event : events) {
            answers.add(inbox == null ? offer(items.of(event, received)) : store(event, received));
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

    private CompletableFuture<CallbackAnswer> store(CallbackEvent event, Instant received) {
        FeedItem item = items.of(event, received);
        held.putIfAbsent(item.key(), new CompletableFuture<>());
        try {
            inbox.put(entry(event, item, received));
        } catch (RuntimeException e) {
            held.remove(item.key());
            LOG.warn("{}: a callback cannot be stored and is refused, so that the vendor repeats it", name, e);
            return CompletableFuture.completedFuture(CallbackAnswer.FAILED);
        }
        if (options.delivers()) {
            offerHeld(item);
        } else {
            held.remove(item.key());
        }
        return CompletableFuture.completedFuture(CallbackAnswer.ACCEPTED);
    }

    private void offerHeld(FeedItem item) {
        switch (feed.offer(item)) {
            case TAKEN, UNDER_WAY -> waiting.remove(item.key());
            case DONE -> {
                noteToldLater(item);
                finished(item.key());
            }
            case NOT_READY -> waiting.put(item.key(), item);
        }
    }

    /** Answered when the item is done, or not in time: then the vendor repeats it, and finds it done or under way. */
    private CompletableFuture<CallbackAnswer> offer(FeedItem item) {
        CompletableFuture<CallbackAnswer> answer = new CompletableFuture<>();
        if (held.putIfAbsent(item.key(), answer) != null) {
            return CompletableFuture.completedFuture(CallbackAnswer.FAILED);
        }
        Offer offer = feed.offer(item);
        if (offer == Offer.NOT_READY) {
            waiting.put(item.key(), item);
        }
        if (offer == Offer.TAKEN || offer == Offer.NOT_READY) {
            return answer.completeOnTimeout(CallbackAnswer.FAILED, waitMillis, TimeUnit.MILLISECONDS);
        }
        held.remove(item.key());
        if (offer == Offer.DONE) {
            noteToldLater(item);
        }
        return CompletableFuture.completedFuture(offer == Offer.DONE ? CallbackAnswer.ACCEPTED : CallbackAnswer.FAILED);
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
        if (!keys.isEmpty()) {
            inbox.remove(keys);
            inbox.flush();
        }
    }

    /**
     * An item has ended.
     *
     * @param isDone whether it is done; otherwise it failed
     */
    void ended(FeedItem item, boolean isDone) {
        if (item.event() == null) {
            return;
        }
        if (isDone) {
            count(item);
            finished(item.key());
        } else if (inbox == null) {
            CompletableFuture<CallbackAnswer> answer = held.remove(item.key());
            if (answer != null) {
                answer.complete(CallbackAnswer.FAILED);
            }
        }
    }

    private void count(FeedItem item) {
        if (item.origin() == Origin.POLL) {
            polled.incrementAndGet();
            polledFirst.add(item.key());
        } else {
            pushed.incrementAndGet();
        }
    }

    /** A callback of an event that is done: the list told it first, or it is repeated. */
    private void noteToldLater(FeedItem item) {
        if (polledFirst.remove(item.key())) {
            toldLater.incrementAndGet();
        }
    }

    /** What was delivered, by the way it came. */
    CallbackShare share() {
        return new CallbackShare(pushed.get(), polled.get(), toldLater.get(), held.size());
    }

    private void finished(String key) {
        CompletableFuture<CallbackAnswer> answer = held.remove(key);
        waiting.remove(key);
        if (answer != null) {
            answer.complete(CallbackAnswer.ACCEPTED);
            if (inbox != null) {
                done.add(key);
            }
        }
    }

    void close() {
        if (inbox != null) {
            removeDone();
            inbox.close();
        }
    }

    private static PositionEntry entry(CallbackEvent event, FeedItem item, Instant received) {
        ObjectNode state = ExactJson.object()
                .put("event", event.name())
                .put("key", event.key())
                .put("received", received.toString());
        if (event.time() != null) {
            state.put("time", event.time().toString());
        }
        state.set("fields", event.fields());
        return new PositionEntry(item.key(), null, state.toString());
    }

    private FeedItem item(PositionEntry entry) {
        try {
            JsonNode state = ExactJson.parse(entry.state());
            String event = state.path("event").asText();
            CallbackEvent stored = new CallbackEvent(
                    event,
                    (ObjectNode) state.path("fields"),
                    state.path("key").asText(),
                    state.has("time") ? Instant.parse(state.path("time").asText()) : null,
                    false,
                    spec.events().get(event));
            return items.of(stored, Instant.parse(state.path("received").asText()));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalStateException(
                    name + ": the stored callback '" + entry.key()
                            + "' cannot be read. Delete the inbox of this feed, or set another offsetKey.",
                    e);
        }
    }
}
