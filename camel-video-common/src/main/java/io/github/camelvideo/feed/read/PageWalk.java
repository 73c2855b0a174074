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
import io.github.camelvideo.paging.ListWalk;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads a list once, page after page. A walk that a failing page interrupts can be continued at that page.
 *
 * @param <T> what is kept of an item
 */
final class PageWalk<T> {

    private final ListWalk pages;
    private final ListRequest request;
    private final boolean totalCounts;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, T> seen;
    private final BiFunction<String, JsonNode, T> keep;
    private Set<String> pageBefore = Set.of();
    private boolean moved;
    private Instant asOf;

    /**
     * @param totalCounts whether the vendor's totals are to be believed
     * @param seen takes what is kept of each item, by key, in the vendor's order
     * @param keep what is kept of an item, by key and item
     */
    PageWalk(ListRequest request, boolean totalCounts, Map<String, T> seen, BiFunction<String, JsonNode, T> keep) {
        this.seen = seen;
        this.keep = keep;
        this.pages = new ListWalk(request.paging(), request.firstPage(), totalCounts);
        this.request = request;
        this.totalCounts = totalCounts;
    }

    /**
     * Reads to the end of the list, or until it is too full.
     *
     * @throws RuntimeException when a page cannot be read; called again, the walk continues there
     */
    void run() throws InterruptedException {
        while (pages.next() != null && !isTooFull()) {
            PageAnswer answer = request.vendor().read(pages.next());
            take(answer);
        }
    }

    private void take(PageAnswer answer) {
        int onPage = 0;
        int before = keys.size();
        Set<String> page = new HashSet<>();
        for (JsonNode item : request.reader().items(answer.body())) {
            if (!item.isNull()) {
                String key = request.reader().key(item);
                keys.add(key);
                seen.put(key, keep.apply(key, item));
                page.add(key);
                onPage++;
            }
        }
        if (answer.date() != null && (asOf == null || answer.date().isBefore(asOf))) {
            asOf = answer.date();
        }
        boolean isNew = keys.size() > before;
        // rows of several pages once more: new ones have pushed them, and others behind this page
        moved |= !isNew && onPage > 0 && !page.equals(pageBefore);
        pageBefore = page;
        pages.read(answer.body(), onPage, isNew, request.prove());
    }

    /** Number of items read so far. */
    int count() {
        return keys.size();
    }

    /** The vendor's time when it answered first, or null when it does not say. */
    Instant asOf() {
        return asOf;
    }

    /** By what was seen, or by the vendor's total while it can be believed: reading on would be of no use. */
    boolean isTooFull() {
        // a total may exceed even what stands for no bound
        boolean isBounded = request.maxItems() < Integer.MAX_VALUE;
        return isBounded
                && (keys.size() > request.maxItems()
                        || totalCounts && pages.total() != null && pages.total() > request.maxItems());
    }

    /**
     * Whether this walk alone shows that nothing is missing. A total that moved is a sign that rows moved from page to page, even where
     * the count is right in the end.
     */
    boolean isSettled() {
        return isComplete() && !moved && (!totalCounts || !pages.hasTotalMoved() && isCountRight());
    }

    private boolean isCountRight() {
        return pages.total() == null || pages.total() == keys.size();
    }

    /** Whether the vendor counts what was listed. */
    boolean isTotalRight() {
        return isComplete() && !keys.isEmpty() && pages.total() != null && isCountRight();
    }

    /** Whether this walk and the one before, seeing the same, show that the list stands still and only its total is wrong. */
    boolean confirms(PageWalk<T> before) {
        return isComplete() && before.isComplete() && keys.equals(before.keys);
    }

    private boolean isComplete() {
        return pages.isProven() && !pages.hasGap();
    }
}
