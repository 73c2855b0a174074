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

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a feed reads next. A pass begins the lookback before the frontier and goes window by window up to now less the grace period;
 * then the next one begins. Windows shrink where items are dense and grow again where they are not.
 *
 * <p>Where the vendor no longer keeps what is wanted, the pass goes on at the oldest moment still kept, a minute later for safety.
 *
 * <p>Run by the polling thread; {@link #isBehind} and {@link #gap} may be asked by any.
 */
final class ReadPass {

    private static final Logger LOG = LoggerFactory.getLogger(ReadPass.class);

    /** A window that touches the limit of what is kept would be refused a moment later, in the middle of a walk. */
    static final Duration RETENTION_MARGIN = Duration.ofMinutes(1);

    /** A span of time that the vendor no longer kept when the feed came to it. */
    record Gap(Instant from, Instant to) {}

    private final FeedSettings settings;
    private final WindowPlan plan;
    private volatile boolean behind;
    private volatile Gap gap;
    /** Where the next window begins, or null before a pass. */
    private Instant cursor;
    /** Length of windows while items are dense, or null for the longest. */
    private Duration span;

    private Instant from;
    private Instant cut;

    ReadPass(FeedSettings settings) {
        this.settings = settings;
        this.plan = new WindowPlan(settings.windowTime(), settings.maxSpan());
    }

    /** The oldest moment a feed may start at, or null where it is unknown. The first window is read a little later than this. */
    Instant earliestStart(Instant now) {
        return settings.retention() == null ? null : oldestKept(now.plus(RETENTION_MARGIN));
    }

    /**
     * The window to read now, or null when there is none yet.
     *
     * @param frontier up to this was read
     * @param wanted nothing before this is wanted
     */
    Window next(Instant now, Instant frontier, Instant wanted) {
        Instant lookedBack = frontier.minus(settings.lookback());
        Instant start = lookedBack.isAfter(wanted) ? lookedBack : wanted;
        cut = now.minus(settings.gracePeriod());
        from = kept(cursor != null ? cursor : start, frontier, now);
        Window window = plan.next(from, cut, span);
        if (window == null) {
            end();
        }
        return window;
    }

    /** The first half of a window that was too full. */
    Window narrower(Window tooFull) {
        span = plan.halved(tooFull);
        LOG.debug("{}: more than {} items in {}, trying {}", settings.name(), settings.maxWindowItems(), tooFull, span);
        return plan.next(from, cut, span);
    }

    /** The window is read; the pass goes on behind it. */
    void done(Window window, int count) {
        if (window.until().equals(cut)) {
            end();
        } else {
            cursor = window.until();
            behind = true;
        }
        if (count <= settings.maxWindowItems() / 4) {
            span = plan.doubled(span);
        }
    }

    /** The next window begins a new pass. */
    void end() {
        cursor = null;
        behind = false;
    }

    /** Whether there is more to read at once. */
    boolean isBehind() {
        return behind;
    }

    /** The latest gap, or null. */
    Gap gap() {
        return gap;
    }

    private Instant kept(Instant start, Instant frontier, Instant now) {
        if (settings.retention() == null) {
            return start;
        }
        Instant oldest = oldestKept(now);
        if (frontier.isBefore(oldest)) {
            note(new Gap(frontier, oldest));
        }
        return start.isBefore(oldest) ? oldest : start;
    }

    private Instant oldestKept(Instant now) {
        return plan.oldest(now.plus(RETENTION_MARGIN), settings.retention());
    }

    /** While the vendor cannot be read, the same gap grows from poll to poll; it is told once. */
    private void note(Gap lost) {
        Gap known = gap;
        gap = lost;
        if (known == null || !known.from().equals(lost.from())) {
            LOG.warn(
                    "{}: items from {} to {} ({}) may be lost: the feed has read up to the former, and the vendor keeps items for {}."
                            + " It goes on at the latter.",
                    settings.name(),
                    lost.from(),
                    lost.to(),
                    Duration.between(lost.from(), lost.to()),
                    settings.retention());
        }
    }
}
