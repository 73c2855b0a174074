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

import io.github.camelvideo.feed.FeedStatus.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a feed reads next. A pass begins some way before what was read, see {@link LookbackDepth}, and goes window by window up to the
 * present less the grace period; then the next one begins. Windows shrink where items are dense or reading fails, and grow again where
 * they do not.
 *
 * <p>Where the vendor no longer keeps what is wanted, the pass goes on at the oldest moment still kept, a minute later for safety.
 *
 * <p>Run by the reading thread; {@link #isBehind}, {@link #gap} and {@link #incomplete} may be asked by any.
 */
final class WindowCursor {

    private static final Logger LOG = LoggerFactory.getLogger(WindowCursor.class);

    /** A window that touches the limit of what is kept would be refused a moment later, in the middle of a walk. */
    static final Duration RETENTION_MARGIN = Duration.ofMinutes(1);

    /** The end of a list is proven at least that often, and whenever that costs little beside the pages read anyway. */
    private static final Duration PROOF_INTERVAL = Duration.ofMinutes(1);

    /** A span whose lists never stand still is given up when the feed is that far beyond it, or four times the lookback. */
    private static final Duration MIN_SETTLING_TIME = Duration.ofHours(1);

    private final String name;
    private final LogSettings settings;
    private final WindowSplitter splitter;
    private final LookbackDepth depth;
    private volatile boolean behind;
    private volatile Span gap;
    private volatile Span incomplete;
    /** Where the next window begins, or null before a pass. */
    private Instant nextBegin;
    /** Length of windows while they must be short, or null for the longest. */
    private Duration span;
    /** Up to this all lists were certainly read to their ends; null before the first pass. */
    private Instant provenUpTo;
    /** Up to this the last pass has read; null before the first. */
    private Instant readCut;
    /** Spans that cannot be read, and are not tried again. */
    private final Deque<Span> leftOut = new ArrayDeque<>();
    /** When the last pass over the whole lookback began that has ended; null before the first. */
    private Instant wholeReadAt;

    // of the pass
    private boolean whole;
    private boolean proving;
    private Instant begunAt;
    // of the window
    private int lastCount;
    private Instant from;
    private Instant cut;
    /** The present, or a span behind the begin that is left out. */
    private Instant limit;

    WindowCursor(String name, LogSettings settings) {
        this.name = name;
        this.settings = settings;
        this.splitter = settings.splitter();
        this.depth = new LookbackDepth(settings.lookback());
    }

    /** The oldest moment a feed may start at, or null where it is unknown. The first window is read a little later than this. */
    Instant earliestStart(Instant now) {
        return oldestKept(now.plus(RETENTION_MARGIN));
    }

    /** Begins anew, as after a restart. */
    void restart() {
        nextBegin = null;
        provenUpTo = null;
        wholeReadAt = null;
        readCut = null;
        behind = false;
    }

    /**
     * The window to read now, or null when there is none yet.
     *
     * @param now the vendor's time
     */
    Window next(Instant now, ReadFrom progress) {
        cut = splitter.cut(
                now.minus(settings.gracePeriod()).plus(settings.extent().ahead()));
        if (nextBegin == null) {
            if (settings.readsNewOnly() && cut.equals(readCut)) {
                return null;
            }
            nextBegin = beginPass(progress);
            shortenFirst();
        }
        // the clock may have been corrected since: a moment to come would put off the next pass over the whole lookback
        begunAt = earlier(begunAt, cut);
        from = kept(nextBegin, progress.readUpTo(), now);
        limitAtLeftOut();
        Window window = splitter.next(from, limit, span);
        if (window == null) {
            end();
        }
        return window;
    }

    private Instant beginPass(ReadFrom progress) {
        begunAt = cut;
        if (provenUpTo == null) {
            whole = true;
            proving = true;
            provenUpTo = progress.wanted();
            return progress.wanted();
        }
        whole = settings.readsWhole() || wholeReadAt == null || !cut.isBefore(wholeReadAt.plus(settings.lookback()));
        boolean isDue = !cut.isBefore(provenUpTo.plus(PROOF_INTERVAL));
        boolean isCheap = settings.pageSize() != null && lastCount >= 3 * settings.pageSize();
        proving = whole || isDue || isCheap;
        Instant known = proving ? earlier(provenUpTo, progress.readUpTo()) : progress.readUpTo();
        Instant start = whole ? keepFrom() : known.minus(depth.near());
        return start.isAfter(progress.wanted()) ? start : progress.wanted();
    }

    /** Short windows of quiet times say nothing about how much there is in weeks that were missed. */
    private void shortenFirst() {
        Duration first = settings.firstSpan();
        if (first != null && (span == null || span.compareTo(first) > 0)) {
            span = first;
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return b == null || a.isBefore(b) ? a : b;
    }

    /** Whether the windows of this pass must be read to an end that is certain. */
    boolean isProving() {
        return proving || behind;
    }

    /** Items before this are not read again. The first pass may take long; what turns up behind it meanwhile is for the second. */
    Instant keepFrom() {
        Instant readAt = wholeReadAt == null ? begunAt : wholeReadAt;
        return earlier(provenUpTo, readAt).minus(settings.lookback());
    }

    /** The first half of a window that is too full or cannot be read. */
    Window narrower(Window window) {
        span = splitter.halved(window);
        LOG.debug("{}: window {} to {} is read in parts of {}", name, window.begin(), window.end(), span);
        return splitter.next(from, limit, span);
    }

    /** A window that cannot be read, inside a span that is known for it or up to one, would hold up all others in each pass. */
    private void limitAtLeftOut() {
        limit = cut;
        leftOut.removeIf(bad -> bad.to().isBefore(keepFrom()));
        for (Span bad : leftOut) {
            if (!from.isBefore(bad.from()) && from.isBefore(bad.to())) {
                from = bad.to();
            }
            if (from.isBefore(bad.from()) && bad.from().isBefore(limit)) {
                limit = bad.from();
            }
        }
    }

    /**
     * The window is read; the pass goes on behind it.
     *
     * @param readUpTo up to this the vendor was read: the end of the window, or the vendor's present where that is earlier
     */
    void done(Window window, Instant readUpTo, int count, boolean settled) {
        lastCount = count;
        if (settled && !window.begin().isAfter(provenUpTo)) {
            provenUpTo = readUpTo.isAfter(provenUpTo) ? readUpTo : provenUpTo;
        }
        if (!settled && isProving() && window.divisible()) {
            span = splitter.halved(window);
        } else if (count <= settings.maxWindowItems() / 4) {
            span = splitter.doubled(span);
        }
        giveUpOldest(readUpTo);
        if (readUpTo.isBefore(window.until())) {
            // the vendor's present is earlier than it was taken for
            cut = readUpTo;
            endPass();
        } else {
            goOnBehind(window);
        }
    }

    /** The pass goes on behind the window, whatever became of it. */
    void goOnBehind(Window window) {
        if (window.until().equals(cut)) {
            endPass();
        } else {
            nextBegin = window.until();
            behind = true;
        }
    }

    /** The pass goes back to windows that were left out. */
    void goBackTo(Instant begin) {
        nextBegin = begin;
        behind = false;
    }

    /** A span cannot be read while the one behind it can: it is given up. */
    void leaveOut(Span bad) {
        noteIncomplete(bad, "the vendor's responses cannot be used");
        leftOut.add(bad);
        if (!bad.from().isAfter(provenUpTo) && bad.to().isAfter(provenUpTo)) {
            provenUpTo = bad.to();
        }
    }

    /** Whether nothing can be read behind the window yet. */
    boolean isLast(Window window) {
        return window.until().equals(cut);
    }

    private void endPass() {
        if (whole) {
            wholeReadAt = earlier(begunAt, cut);
            depth.wholeRead();
        }
        readCut = cut;
        end();
    }

    private void end() {
        nextBegin = null;
        behind = false;
    }

    private void giveUpOldest(Instant readUpTo) {
        Duration settling = settings.lookback().multipliedBy(4);
        Instant oldest = readUpTo.minus(settling.compareTo(MIN_SETTLING_TIME) > 0 ? settling : MIN_SETTLING_TIME);
        if (provenUpTo.isBefore(oldest)) {
            noteIncomplete(new Span(provenUpTo, oldest), "its lists kept changing while they were read");
            provenUpTo = oldest;
        }
    }

    /** A span was given up: items of it may be missing. */
    void noteIncomplete(Span span, String reason) {
        Span before = incomplete;
        incomplete = before != null && before.to().equals(span.from()) ? new Span(before.from(), span.to()) : span;
        if (before == null || !incomplete.from().equals(before.from())) {
            LOG.warn(
                    "{}: the span from {} to {} could not be read completely: {}. Items of it may be missing; the feed continues behind it.",
                    name,
                    span.from(),
                    span.to(),
                    reason);
        }
    }

    void foundLate(Duration lateness) {
        depth.foundLate(lateness);
    }

    /** Whether there is more to read at once. */
    boolean isBehind() {
        return behind;
    }

    /** The latest span that the vendor no longer kept, or null. */
    Span gap() {
        return gap;
    }

    /** The latest span that was given up, or null. */
    Span incomplete() {
        return incomplete;
    }

    private Instant kept(Instant start, Instant readUpTo, Instant now) {
        if (settings.retention() == null) {
            return start;
        }
        Instant oldest = oldestKept(now);
        if (readUpTo.isBefore(oldest)) {
            note(new Span(readUpTo, oldest));
        }
        if (provenUpTo.isBefore(oldest)) {
            provenUpTo = oldest;
        }
        return start.isBefore(oldest) ? oldest : start;
    }

    /** The oldest moment that may be asked for, or null where it is unknown. */
    Instant oldestKept(Instant now) {
        return settings.retention() == null ? null : splitter.oldest(now.plus(RETENTION_MARGIN), settings.retention());
    }

    /** While the vendor cannot be read, the same gap grows from poll to poll; it is told once. */
    private void note(Span lost) {
        Span known = gap;
        gap = lost;
        if (known == null || !known.from().equals(lost.from())) {
            LOG.warn(
                    "{}: items from {} to {} ({}) may be lost. The feed had read up to the former, and the vendor keeps items for {}."
                            + " The feed resumes at the latter.",
                    name,
                    lost.from(),
                    lost.to(),
                    Duration.between(lost.from(), lost.to()),
                    settings.retention());
        }
    }
}
