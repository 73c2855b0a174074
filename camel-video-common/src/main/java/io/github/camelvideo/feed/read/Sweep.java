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
import io.github.camelvideo.feed.FeedStatus.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slow second pass over windows that are older than the lookback, oldest first. A sweep begins some time after the one before has
 * begun, and reads one window after each pass over what is new, so that fresh items wait for one call at most.
 *
 * <p>A window that cannot be read is tried again after the next pass, shorter where that may help. It does not fail the poll: what is new was read.
 * One that the vendor answers again and again in a way that cannot be used is left to the next sweep.
 *
 * <p>Run by the reading thread; {@link #isTurn} and {@link #failed()} may be asked by any.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** So often a window is tried before it is left to the next sweep. */
    private static final int TRIES = 8;

    /** What a sweep needs of the source it belongs to. */
    interface Lists {

        /** Begins to read the list of a window to an end that is certain. */
        ListReading<JsonNode> begin(Window window);

        /** The items of a list that are from a moment on. */
        List<ListedItem> items(ListReading<JsonNode> reading, Window window, Instant wanted);
    }

    private final String name;
    private final LogSettings settings;
    private final WindowSplitter splitter;
    private final Lists lists;
    private volatile boolean turn;
    private volatile Span failed;
    /** Null while there is no sweep. */
    private Instant begunAt;
    // of the sweep
    private Instant end;
    private Instant nextBegin;
    /** Length of windows while they must be short, or null for the longest. */
    private Duration length;
    // of the window, which may have been interrupted by a failure
    private Window window;
    private ListReading<JsonNode> reading;
    private int progress;
    private int failures;

    Sweep(String name, LogSettings settings, Lists lists) {
        this.name = name;
        this.settings = settings;
        this.splitter = settings.splitter();
        this.lists = lists;
    }

    /** Begins anew, as after a restart. */
    void restart() {
        turn = false;
        begunAt = null;
        reading = null;
        failed = null;
    }

    /** Whether a window of a sweep is to be read now. */
    boolean isTurn() {
        return turn;
    }

    /** The latest window that could not be read and was not read since, or null. */
    Span failed() {
        return failed;
    }

    /**
     * All that is new was read.
     *
     * @return when sweeps count from, if that is not known yet; null otherwise
     */
    Instant passEnded(Instant now, ReadFrom from) {
        Instant last = from.sweep().last();
        if (last == null) {
            return now;
        }
        // a clock that was set back must not put off the next sweep for long
        turn = begunAt != null
                || last.isAfter(now)
                || !now.isBefore(last.plus(settings.sweep().every()));
        return null;
    }

    /**
     * Reads one window.
     *
     * @param oldest the oldest moment that the vendor keeps, or null where that is unknown
     */
    Batch read(Instant now, Instant oldest, ReadFrom from) throws InterruptedException {
        turn = false;
        if (begunAt == null) {
            begunAt = now;
            end = from.wanted();
            nextBegin = null;
            length = null;
        }
        // more may be remembered than a sweep is to read
        Instant span = now.minus(settings.sweep().span());
        Instant known = from.sweep().from();
        Instant first = splitter.oldest(known.isAfter(span) ? known : span, Duration.ZERO);
        first = oldest != null && oldest.isAfter(first) ? oldest : first;
        forgetFailureBefore(first);
        if (reading != null && window.begin().isBefore(first)) {
            // of what was delivered then, too little is known by now
            reading = null;
        }
        if (reading == null) {
            Instant begin = nextBegin == null || nextBegin.isBefore(first) ? first : nextBegin;
            Window next = begin.isBefore(end) ? splitter.next(begin, end, length) : null;
            if (next == null) {
                return ended(List.of());
            }
            failures = 0;
            begin(next);
        }
        try {
            readWindow();
        } catch (RuntimeException failure) {
            return failed(failure);
        }
        List<ListedItem> items = lists.items(reading, window, window.begin()).stream()
                .map(item -> item.item().time().isBefore(end) || item.misdated() ? item.older() : item)
                .toList();
        if (reading.seen().size() <= settings.maxWindowItems() / 4) {
            length = splitter.doubled(length);
        }
        if (failures > 0) {
            LOG.info("{}: the window of a sweep from {} to {} can be read again", name, window.begin(), window.end());
        }
        if (failed != null && !window.begin().isAfter(failed.from())) {
            forgetFailureBefore(window.until());
        }
        return goOnBehind(window, items);
    }

    /** What failed may have been read in parts, or be older than sweeps reach. */
    private void forgetFailureBefore(Instant moment) {
        Span span = failed;
        if (span != null && moment.isAfter(span.from())) {
            failed = moment.isBefore(span.to()) ? new Span(moment, span.to()) : null;
        }
    }

    private void begin(Window next) {
        window = next;
        progress = 0;
        reading = lists.begin(next);
    }

    private void readWindow() throws InterruptedException {
        reading.run();
        while (reading.isTooFull()) {
            length = splitter.halved(window);
            begin(splitter.next(window.begin(), end, length));
            reading.run();
        }
    }

    private Batch goOnBehind(Window read, List<ListedItem> items) {
        reading = null;
        nextBegin = read.until();
        return nextBegin.isBefore(end) ? Batch.swept(items, null) : ended(items);
    }

    private Batch ended(List<ListedItem> items) {
        Instant begun = begunAt;
        begunAt = null;
        return Batch.swept(items, begun);
    }

    private Batch failed(RuntimeException failure) {
        failed = new Span(window.begin(), window.until());
        int reached = reading.progress();
        failures = reached > progress ? 1 : failures + 1;
        progress = reached;
        if (failures == 1) {
            LOG.warn(
                    "{}: the window of a sweep from {} to {} cannot be read; new items can. It is retried after the next poll: {}",
                    name,
                    window.begin(),
                    window.end(),
                    failure.getMessage());
        } else {
            LOG.debug(
                    "{}: the window of a sweep from {} to {} cannot be read",
                    name,
                    window.begin(),
                    window.end(),
                    failure);
        }
        if (failures > 1 && window.divisible() && ReadFailure.mayDependOnWindow(failure)) {
            length = splitter.halved(window);
            begin(splitter.next(window.begin(), end, length));
        } else if (failures >= TRIES && ReadFailure.isAnswer(failure)) {
            Span left = new Span(window.begin(), window.until());
            LOG.warn("{}: the span from {} to {} is left to the next sweep", name, left.from(), left.to());
            return goOnBehind(window, List.of());
        }
        return Batch.swept(List.of(), null);
    }
}
