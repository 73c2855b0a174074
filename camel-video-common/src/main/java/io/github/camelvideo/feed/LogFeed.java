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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.feed.CompletionTracker.Received;
import io.github.camelvideo.feed.ListReader.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A list of items with a time and an identity, each handed over until it is done and not again after that, also over restarts.
 *
 * <p>Reading goes in passes from the lookback before the frontier to now, see {@link ReadPass}; each {@link #read} reads one window
 * at most. An item that appears later than the lookback reaches, or that happened before the feed's start, is dropped; the former is
 * counted in {@link FeedStatus#tooLate}. An item later than its window waits for the next one. An item whose time cannot be read is
 * delivered with the end of its window as time.
 *
 * <p>{@link #start} and {@link #read} are called by one thread at a time, the polling one, and wait for the vendor there;
 * {@link #completed}, {@link #failed}, {@link #returned} and {@link #status} by any.
 */
final class LogFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(LogFeed.class);

    private final FeedSettings settings;
    private final String value;
    private final Instant since;
    private final FeedParameters parameters;
    private final ItemReader items;
    private final ListReader lists;
    private final PositionStore store;
    private final Clock clock;
    private final ReadPass pass;
    private volatile CompletionTracker tracker;
    private volatile PositionSaver saver;
    private volatile long tooLate;
    private boolean unsettled;
    private boolean toldOfUnreadableTime;

    /**
     * @param value the value this feed runs for, given to each item, or null
     * @param since the moment that {@code startFrom} counts from where no position is stored, or null for that of the start
     */
    LogFeed(
            FeedSettings settings,
            String value,
            Instant since,
            FeedParameters parameters,
            ItemReader items,
            ListReader lists,
            PositionStore store,
            Clock clock) {
        this.settings = settings;
        this.value = value;
        this.since = since;
        this.parameters = parameters;
        this.items = items;
        this.lists = lists;
        this.store = store;
        this.clock = clock;
        this.pass = new ReadPass(settings);
    }

    @Override
    public void start() {
        Position stored = store.load().orElse(null);
        Position position = stored == null ? Position.startingAt(firstMoment()) : stored;
        CompletionTracker started = new CompletionTracker(position, settings.lookback(), settings::floor);
        PositionSaver saving = new PositionSaver(store, started::position);
        if (stored == null) {
            // at once, so that "now" stays the first start even when the process dies before the first item
            saving.save();
        }
        saver = saving;
        tracker = started;
        // thousands of values would fill the log
        LOG.atLevel(value == null ? Level.INFO : Level.DEBUG)
                .log(
                        "{}: {} '{}', watermark={}, delivered keys={}",
                        settings.name(),
                        stored == null ? "started without a position, storing it under" : "position restored from",
                        store.key(),
                        position.watermark(),
                        position.delivered().values().stream()
                                .mapToInt(Set::size)
                                .sum());
    }

    private Instant firstMoment() {
        Instant now = clock.instant();
        return settings.floorToItems(
                settings.startFrom().resolve(since == null ? now : since, pass.earliestStart(now)));
    }

    @Override
    public void beginPoll() {
        running().releaseFailed();
    }

    @Override
    public void read() throws InterruptedException {
        CompletionTracker running = running();
        if (running.waiting() == 0 && hasRoom()) {
            readWindow(running);
        }
    }

    @Override
    public List<FeedItem> take(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    settings.name() + ": limit=" + limit + " items were asked for. Give at least 1.");
        }
        return running().take(limit);
    }

    private void readWindow(CompletionTracker running) throws InterruptedException {
        Window window = pass.next(clock.instant(), running.frontier(), running.from());
        if (window == null) {
            return;
        }
        Reading reading = read(window);
        while (reading.tooFull()) {
            window = pass.narrower(window);
            reading = read(window);
        }
        List<Received> received = received(reading.items(), window, running.from());
        if (reading.settled()) {
            running.receive(received, window.until());
            pass.done(window, reading.items().size());
            unsettled = false;
        } else {
            running.receive(received, null);
            pass.end();
            tellOfUnsettled(window, received.size());
        }
        if (running.unfinished() == 0) {
            // nobody else will store that the frontier moved
            saver.save();
        }
    }

    private Reading read(Window window) throws InterruptedException {
        boolean divisible = window.divisible() && parameters.hasWindow();
        return lists.read(parameters.of(window), divisible ? settings.maxWindowItems() : Integer.MAX_VALUE);
    }

    private List<Received> received(Map<String, JsonNode> read, Window window, Instant wanted) {
        List<Received> received = new ArrayList<>(read.size());
        read.forEach((key, body) -> {
            Instant time = items.time(body);
            if (time == null) {
                tellOfUnreadableTime(body);
                // the watermark must not pass the earliest moment this item may belong to
                received.add(new Received(new FeedItem(key, window.until(), body, 0, value), window.begin()));
            } else if (time.isBefore(wanted)) {
                // between the window's begin and the moment wanted lies only what rounding added
                tooLate += time.isBefore(window.begin()) && parameters.hasWindow() ? 1 : 0;
            } else if (!time.isAfter(window.until())) {
                received.add(new Received(new FeedItem(key, time, body, 0, value), time));
            }
        });
        return received;
    }

    private void tellOfUnsettled(Window window, int count) {
        if (!unsettled) {
            LOG.warn(
                    "{}: the list from {} to {} did not stand still while it was read several times. The {} items seen are delivered;"
                            + " the position stays, and the next poll reads this span again.",
                    settings.name(),
                    window.begin(),
                    window.end(),
                    count);
        }
        unsettled = true;
    }

    private void tellOfUnreadableTime(JsonNode body) {
        if (!toldOfUnreadableTime) {
            LOG.warn(
                    "{}: cannot read the time of an item, {}. It and others like it get the end of their window as time."
                            + " Correct 'time' of the feed in the catalog.",
                    settings.name(),
                    items.timeText(body));
        }
        toldOfUnreadableTime = true;
    }

    @Override
    public boolean hasMore() {
        return running().waiting() > 0 || pass.isBehind() && hasRoom();
    }

    /** Memory is bounded by this: what is not done yet must not pile up. */
    private boolean hasRoom() {
        return running().unfinished() < settings.maxWindowItems();
    }

    @Override
    public void completed(FeedItem item) {
        if (running().complete(item.key())) {
            saver.save();
        }
    }

    @Override
    public boolean failed(FeedItem item) {
        boolean again = settings.onFailure() == OnFailure.REDELIVER
                && (settings.maxRedeliveries() < 0 || item.redelivery() < settings.maxRedeliveries());
        if (again) {
            running().fail(item.key());
            return false;
        }
        if (running().skip(item.key())) {
            saver.save();
        }
        return true;
    }

    @Override
    public void returned(FeedItem item) {
        running().giveBack(item.key());
    }

    @Override
    public FeedStatus status() {
        CompletionTracker started = tracker;
        return started == null
                ? new FeedStatus(null, null, 0, 0, 0, 0, 0, 0, null, null, null)
                : started.status(pass.gap(), tooLate);
    }

    private CompletionTracker running() {
        CompletionTracker started = tracker;
        if (started == null) {
            throw new IllegalStateException(settings.name() + ": the feed is not started. Call start() first.");
        }
        return started;
    }
}
