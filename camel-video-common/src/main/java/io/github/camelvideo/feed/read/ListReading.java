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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The reading of one list that may move while it is paged: rows that appear or vanish push others over a page border, where they are
 * missed or read twice. It is walked again until it stood still, and everything seen in any walk is kept. A reading that a failing page
 * interrupts can be continued at that page.
 *
 * <p>What one walk cannot show is a row vanishing and another appearing between the same two pages. New rows do not appear in a
 * window of the past, except late ones; for these the lookback reads again. A list behind page tokens is walked once: its token stands
 * for the moment of the first page.
 *
 * @param <T> what is kept of an item
 */
final class ListReading<T> {

    private static final int MAX_WALKS = 4;

    private final ListRequest request;
    private final BiFunction<String, JsonNode, T> keep;
    private final Map<String, T> seen = new LinkedHashMap<>();
    private boolean totalCounts;
    private Instant asOf;
    private PageWalk<T> before;
    private PageWalk<T> walk;
    private int walks;
    private boolean settled;
    private boolean tooFull;
    private boolean totalRight;

    /**
     * @param totalCounts whether the vendor's totals are to be believed
     * @param keep what is kept of an item, by key and item
     */
    ListReading(ListRequest request, boolean totalCounts, BiFunction<String, JsonNode, T> keep) {
        this.keep = keep;
        this.request = request;
        this.totalCounts = totalCounts;
    }

    /** A reading that keeps the items as they are. */
    static ListReading<JsonNode> ofItems(ListRequest request, boolean totalCounts) {
        return new ListReading<>(request, totalCounts, (key, item) -> item);
    }

    /**
     * Reads the list until it is certain, has been walked often enough, or is too full.
     *
     * @throws RuntimeException when a page cannot be read; called again, the reading continues there
     */
    void run() throws InterruptedException {
        do {
            if (walk == null) {
                walk = new PageWalk<>(request, totalCounts && !request.isByToken(), seen, keep);
                walks++;
            }
            try {
                walk.run();
            } finally {
                noteTime(walk);
            }
            tooFull = walk.isTooFull();
            conclude();
            before = walk;
            walk = null;
        } while (!settled && !tooFull && request.prove() && walks < MAX_WALKS && !request.isByToken());
    }

    private void noteTime(PageWalk<T> part) {
        if (part.asOf() != null && (asOf == null || part.asOf().isBefore(asOf))) {
            asOf = part.asOf();
        }
    }

    private void conclude() {
        totalRight = !tooFull && walk.isTotalRight();
        settled = !tooFull && walk.isSettled();
        if (!settled && !tooFull && before != null && walk.confirms(before)) {
            // two walks that saw the same prove a total too high, or one that counts pages; they never prove one too
            // low
            settled = true;
            totalCounts = false;
        }
    }

    /** What was kept of everything seen so far, by key, in the vendor's order. */
    Map<String, T> seen() {
        return seen;
    }

    /** The vendor's time when it answered first, or null when it does not say. */
    Instant asOf() {
        return asOf;
    }

    /** Whether nothing can be missing. */
    boolean isSettled() {
        return settled;
    }

    /** Whether reading was ended because the list is too long; what was seen is then no use. */
    boolean isTooFull() {
        return tooFull;
    }

    /** Whether the vendor's totals are still to be believed. */
    boolean totalCounts() {
        return totalCounts;
    }

    /** Whether the vendor counted what it listed; an empty list proves nothing. */
    boolean isTotalRight() {
        return totalRight;
    }

    /** How far the reading has come, to tell whether it got further: pages do not count, what they brought does. */
    int progress() {
        return walks * 1_000_000 + (walk == null ? 0 : walk.count());
    }
}
