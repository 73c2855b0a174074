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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.FeedSpec.TimeSource;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.FeedStatus.Span;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.Revision;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.item.ItemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list of items with a time, window by window; see {@link WindowCursor} for the order.
 *
 * <p>A window whose reading fails is not lost: what was read of it is given out, and the next reading continues at the failed page. Where
 * the same page fails again, the window is halved. A window of the finest span that the vendor answers again and again in a way that
 * cannot be used is left out if the one behind it can be read; then the user is told which span is missing.
 *
 * <p>No window is taken to be read beyond the vendor's own time in its answers, whatever this machine's clock shows.
 */
public final class LogSource implements FeedSource {

    private static final Logger LOG = LoggerFactory.getLogger(LogSource.class);

    /** So often a window is tried before it is left out: a vendor that fails at random must not cost a span. */
    private static final int TRIES_BEFORE_LEFT_OUT = 8;

    /** So often one behind another that is left out: they share their border, and so what cannot be read. */
    private static final int TRIES_BESIDE_LEFT_OUT = 4;

    /** With more in a row, the trouble is not that of a single item. */
    private static final int MAX_LEFT_OUT = 3;

    /** After that many the total is no longer believed until it is right. One says little: a row listed twice makes a total wrong, too. */
    private static final int MAX_WRONG_TOTALS = 2;

    /** Devices and vendors that keep good time differ by that much. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Signs of a digest that tell the states of one item from each other: 96 bits. */
    private static final int STATE_LENGTH = 16;

    private final String name;
    private final Partition partition;
    private final LogSettings settings;
    private final LogParameters parameters;
    private final Paging paging;
    private final ItemReader items;
    private final PageReader vendor;
    private final VendorClock clock;
    private final WindowCursor cursor;
    /** Null without sweeps. */
    private final Sweep sweep;
    /** Null where a bucket that is not listed is no item. */
    private final MissingBuckets missing;

    private final ListedBefore listedBefore = new ListedBefore();

    // of the reading under way, which may have been interrupted by a failure
    private Window window;
    private volatile ListReading<JsonNode> reading;
    private int progress;
    private int failures;
    /** Windows that could not be read, while it is tried whether the one behind them can. */
    private Span leftOut;

    private int windowsLeftOut;

    /** Readings in a row that found the vendor's total wrong. */
    private int wrongTotals;

    private boolean misdatedLogged;

    /**
     * @param name how messages name the feed
     * @param partition the part of the feed to read, given to each item
     * @param settings options, catalog and defaults
     * @param parameters all parameters but those of page and window
     * @param paging how the action pages, or null
     * @param items reads items out of answers
     * @param vendor calls the action
     */
    LogSource(
            String name,
            Partition partition,
            LogSettings settings,
            LogParameters parameters,
            Paging paging,
            ItemReader items,
            PageReader vendor,
            VendorClock clock) {
        this.name = name;
        this.partition = partition;
        this.settings = settings;
        this.parameters = parameters;
        this.paging = paging;
        this.items = items;
        this.vendor = vendor;
        this.clock = clock;
        this.cursor = new WindowCursor(name, settings);
        this.sweep = settings.sweepSpan() == null ? null : new Sweep(name, settings, sweepLists());
        this.missing = settings.buckets() != null
                        && settings.hasWindow()
                        && settings.buckets().options().missing() == FeedOptions.Missing.ZERO
                ? new MissingBuckets(settings.buckets(), items)
                : null;
    }

    @Override
    public Batch read(ReadFrom from) throws InterruptedException {
        if (reading == null && sweep != null && sweep.isTurn()) {
            Instant now = clock.now();
            return sweep.read(now, cursor.oldestKept(now), from);
        }
        if (reading == null) {
            Window next = cursor.next(clock.now(), from);
            if (next == null) {
                return passEnded(Batch.EMPTY, from);
            }
            begin(next);
        }
        try {
            reading.run();
            while (reading.isTooFull()) {
                begin(cursor.narrower(window));
                reading.run();
            }
        } catch (RuntimeException failure) {
            return interrupted(failure, from.wanted());
        }
        Batch read = done(from.wanted());
        return cursor.isBehind() ? read : passEnded(read, from);
    }

    /** It is the turn of a sweep, where one is due. */
    private Batch passEnded(Batch read, ReadFrom from) {
        Instant counting = sweep == null ? null : sweep.passEnded(clock.now(), from);
        return counting == null ? read : read.withSweepEnded(counting);
    }

    private Sweep.Lists sweepLists() {
        return new Sweep.Lists() {

            @Override
            public ListReading<JsonNode> begin(Window older) {
                return ListReading.ofItems(request(older, true), wrongTotals < MAX_WRONG_TOTALS);
            }

            @Override
            public List<ListedItem> items(ListReading<JsonNode> complete, Window older, Instant wanted) {
                return listing(complete.seen(), older, wanted);
            }
        };
    }

    private void begin(Window next) {
        window = next;
        progress = 0;
        failures = 0;
        reading = ListReading.ofItems(
                request(next, cursor.isProving() || leftOut != null), wrongTotals < MAX_WRONG_TOTALS);
    }

    private ListRequest request(Window next, boolean proves) {
        return new ListRequest(
                paging,
                parameters.firstPage(paging, settings.pageSize(), next),
                items,
                vendor,
                next.divisible() && settings.hasWindow() ? settings.maxWindowItems() : Integer.MAX_VALUE,
                proves);
    }

    private Batch done(Instant wanted) {
        Window read = window;
        ListReading<JsonNode> complete = reading;
        reading = null;
        if (complete.isTotalRight()) {
            wrongTotals = 0;
        } else if (!complete.totalCounts()) {
            wrongTotals++;
        }
        if (leftOut != null) {
            cursor.leaveOut(leftOut);
            leftOut = null;
        }
        Instant readUpTo = notBeyondPresent(read.until(), complete.asOf());
        List<ListedItem> listed = listing(complete.seen(), read, wanted);
        if (missing != null) {
            addMissing(listed, read, wanted);
        }
        listedBefore.listComplete();
        cursor.done(read, readUpTo, complete.seen().size(), complete.isSettled());
        return new Batch(listed, notAhead(readUpTo), cursor.keepFrom(), null);
    }

    private void addMissing(List<ListedItem> listed, Window read, Instant wanted) {
        Set<String> keys = new HashSet<>();
        for (ListedItem item : listed) {
            missing.listed(item.item().body());
            keys.add(item.item().key());
        }
        Instant present = clock.now();
        for (MissingBuckets.Missing item : missing.of(read, keys)) {
            if (!item.bucket().isBefore(wanted)) {
                ItemTime time = ItemTime.at(item.bucket());
                FeedItem zero = FeedItem.listed(id("", item.body(), time, present), item.bucket(), item.body());
                listed.add(new ListedItem(zero, item.bucket(), item.bucket(), false));
            }
        }
    }

    /** A window may reach beyond the present; nothing has been read up to a moment to come. */
    private Instant notAhead(Instant readUpTo) {
        if (settings.extent().ahead().isZero()) {
            return readUpTo;
        }
        Instant present = clock.now().minus(settings.gracePeriod());
        return readUpTo.isAfter(present) ? present : readUpTo;
    }

    /** What the vendor's clock has not reached yet, the vendor cannot have listed; and it may list late by the grace period. */
    private Instant notBeyondPresent(Instant until, Instant vendorsPresent) {
        Instant bound = vendorsPresent == null
                ? until
                : vendorsPresent
                        .minus(settings.gracePeriod())
                        .plus(settings.extent().ahead());
        return bound.isBefore(until) ? bound : until;
    }

    private Batch interrupted(RuntimeException failure, Instant wanted) {
        List<ListedItem> listed = listing(reading.seen(), window, wanted);
        int reached = reading.progress();
        if (reached > progress) {
            // a long list that fails here and there is not one that cannot be read
            failures = 0;
        }
        boolean isStuck = failures > 0;
        progress = reached;
        failures++;
        if (isStuck && ReadFailure.mayDependOnWindow(failure)) {
            narrowOrLeaveOut(failure);
        }
        if (listed.isEmpty()) {
            throw failure;
        }
        return new Batch(listed, null, null, failure);
    }

    private void narrowOrLeaveOut(RuntimeException failure) {
        if (window.divisible() && settings.hasWindow()) {
            begin(cursor.narrower(window));
        } else if (failures >= (leftOut == null ? TRIES_BEFORE_LEFT_OUT : TRIES_BESIDE_LEFT_OUT)
                && ReadFailure.isAnswer(failure)
                && !cursor.isLast(window)) {
            leaveOut();
        }
    }

    private void leaveOut() {
        windowsLeftOut = leftOut == null ? 1 : windowsLeftOut + 1;
        leftOut = new Span(leftOut == null ? window.begin() : leftOut.from(), window.until());
        reading = null;
        if (windowsLeftOut > MAX_LEFT_OUT) {
            cursor.goBackTo(leftOut.from());
            leftOut = null;
        } else {
            cursor.goOnBehind(window);
        }
    }

    private List<ListedItem> listing(Map<String, JsonNode> seen, Window in, Instant wanted) {
        Instant present = clock.now();
        List<ListedItem> listed = new ArrayList<>(seen.size());
        seen.forEach((key, body) -> {
            ItemTime time = inWindow(time(body, in, present), in);
            ItemId id = id(key, body, time, present);
            boolean isNew = settings.hasWindow() || listedBefore.isNew(id);
            switch (place(time, in, wanted, present, isNew)) {
                case IN_WINDOW -> listed.add(inWindow(id, body, time, present, false));
                case EARLIER -> {
                    if (settings.followsStates()) {
                        listed.add(inWindow(id, body, time, present, true));
                    }
                }
                case NOWHERE -> {
                    logFirstMisdated(body, time, in);
                    listed.add(misdated(id, body, time, in));
                }
                case ELSEWHERE -> {}
            }
        });
        return listed;
    }

    /** An item whose states are followed is remembered for as long as it is listed, however old it is. */
    private ListedItem inWindow(ItemId id, JsonNode body, ItemTime time, Instant present, boolean old) {
        boolean isRemembered = settings.followsStates() && present.isAfter(time.latest());
        return new ListedItem(
                FeedItem.listed(id, time.earliest(), body),
                time.earliest(),
                isRemembered ? present : time.latest(),
                due(time),
                false,
                old);
    }

    /** A bucket is listed after its end; one that counts by receipt is never late. */
    private Instant due(ItemTime time) {
        Buckets buckets = settings.buckets();
        if (buckets == null) {
            return time.latest();
        }
        return buckets.source() == TimeSource.RECEIPT ? null : buckets.grid().next(time.latest());
    }

    private ItemTime time(JsonNode body, Window in, Instant present) {
        Buckets buckets = settings.buckets();
        if (buckets == null) {
            return items.time(body);
        }
        return switch (buckets.source()) {
            case ITEM -> buckets.bucket(items.time(body));
            case WINDOW -> ItemTime.at(in.begin());
            case RECEIPT -> ItemTime.at(buckets.grid().floor(present));
        };
    }

    /** Of two meanings the one inside the window, or the earlier one. */
    private static ItemTime inWindow(ItemTime time, Window in) {
        boolean isLater = time != null
                && time.isAmbiguous()
                && time.earliest().isBefore(in.begin())
                && time.latest().isBefore(in.listedBefore());
        return isLater ? ItemTime.at(time.latest()) : time;
    }

    private enum Placed {
        IN_WINDOW,
        /** It is from before what is wanted: it is done, or was never wanted. */
        EARLIER,
        /** It is of another window. */
        ELSEWHERE,
        /** The vendor listed it where by its time it does not belong, or it has none. */
        NOWHERE
    }

    private Placed place(ItemTime time, Window in, Instant wanted, Instant present, boolean isNew) {
        if (time == null) {
            return Placed.NOWHERE;
        }
        Instant moment = time.earliest();
        boolean isEarly = settings.hasWindow() && moment.isBefore(in.begin());
        boolean isLate = settings.hasWindow()
                ? !moment.isBefore(in.listedBefore())
                : moment.isAfter(present.plus(CLOCK_TOLERANCE)) && moment.isAfter(in.until());
        if ((isEarly || isLate) && settings.buckets() != null) {
            // a bucket that was not asked for may not be complete; it has a window of its own
            return Placed.ELSEWHERE;
        }
        if (isEarly || isLate) {
            // an hour that comes twice is listed with either of its two
            return isEarly && time.isAmbiguous() ? Placed.ELSEWHERE : Placed.NOWHERE;
        }
        if (moment.isBefore(wanted)) {
            return !settings.hasWindow() && isNew ? Placed.IN_WINDOW : Placed.EARLIER;
        }
        boolean isOfNextWindow =
                moment.isAfter(in.until()) && settings.extent().ahead().isZero();
        return isOfNextWindow ? Placed.ELSEWHERE : Placed.IN_WINDOW;
    }

    private ListedItem misdated(ItemId id, JsonNode body, ItemTime time, Window in) {
        FeedItem item = FeedItem.listed(id, time == null ? in.until() : time.earliest(), body);
        // the watermark must not pass the earliest moment it may belong to, nor the key be forgotten before the last
        Instant latest = time == null || time.latest().isBefore(in.until()) ? in.until() : time.latest();
        return new ListedItem(item, in.begin(), latest, true);
    }

    private ItemId id(String key, JsonNode body, ItemTime time, Instant present) {
        Buckets buckets = settings.buckets();
        if (buckets == null || time == null) {
            return new ItemId(partition, key, revision(settings.revision(), body));
        }
        Instant bucket = time.earliest();
        String state = buckets.options().emit() == FeedOptions.Emit.FINAL
                ? ""
                : revision(ItemKey.digestOf(body, List.of()), buckets.isFinal(bucket, present));
        return new ItemId(partition, buckets.key(bucket, body), state);
    }

    /**
     * The state that an item of a log is in.
     *
     * @param fields that make another state of it when they change; empty where items never change
     */
    static String revision(List<String> fields, JsonNode body) {
        return fields.isEmpty() ? "" : revision(ItemKey.digestOf(body, fields), false);
    }

    private static String revision(String digest, boolean isFinal) {
        return Revision.first(digest.substring(digest.length() - STATE_LENGTH), isFinal)
                .text();
    }

    private void logFirstMisdated(JsonNode body, ItemTime time, Window in) {
        if (!misdatedLogged) {
            LOG.warn(
                    "{}: the time of an item listed from {} to {} is {}: {}. The item is delivered, like others of its kind, which are"
                            + " counted in the health check. If all items are like this, correct 'time' of the feed in the catalog.",
                    name,
                    in.begin(),
                    in.end(),
                    time == null ? "unreadable" : "outside that span",
                    items.timeText(body));
        }
        misdatedLogged = true;
    }

    @Override
    public void probe() throws InterruptedException {
        Instant now = clock.now();
        Instant end = settings.windowTime().floor(now);
        // some vendors refuse a window without length
        Instant begin = settings.windowTime().floor(end.minusMillis(1));
        Window shortest = new Window(begin, end, settings.windowTime().next(end), now, false);
        vendor.read(parameters.firstPage(paging, settings.pageSize(), shortest));
    }

    @Override
    public void restart() {
        cursor.restart();
        reading = null;
        leftOut = null;
        if (sweep != null) {
            sweep.restart();
        }
    }

    @Override
    public boolean isBehind() {
        return reading != null || cursor.isBehind() || sweep != null && sweep.isTurn();
    }

    @Override
    public void foundLate(Duration lateness) {
        cursor.foundLate(lateness);
    }

    @Override
    public ReadTrouble trouble() {
        return new ReadTrouble(cursor.gap(), cursor.incomplete(), sweep == null ? null : sweep.failed());
    }

    @Override
    public Instant startingPoint(Instant startedAt) {
        return settings.floorToItems(settings.startFrom().resolve(startedAt, cursor.earliestStart(startedAt)));
    }

    /**
     * Items that a list without a window showed before, in their states. It shows old items each time, so that an item of a time long past is new only if
     * it was not there before.
     */
    private final class ListedBefore {

        private Set<ItemId> before;
        private Set<ItemId> now = new HashSet<>();

        boolean isNew(ItemId id) {
            now.add(id);
            return before != null && !before.contains(id);
        }

        void listComplete() {
            before = now;
            now = new HashSet<>();
        }
    }
}
