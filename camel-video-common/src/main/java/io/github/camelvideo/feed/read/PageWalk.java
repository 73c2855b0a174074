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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a list once, page after page. A walk that a failing page interrupts can be continued at that page. */
final class PageWalk {

    private final ListWalk pages;
    private final ListRequest request;
    private final boolean totalCounts;
    private final Map<String, JsonNode> items = new LinkedHashMap<>();
    private Set<String> pageBefore = Set.of();
    private boolean moved;
    private Instant asOf;

    /** @param totalCounts whether the vendor's totals are to be believed */
    PageWalk(ListRequest request, boolean totalCounts) {
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
        int seen = items.size();
        Set<String> page = new HashSet<>();
        for (JsonNode item : request.reader().items(answer.body())) {
            if (!item.isNull()) {
                String key = request.reader().key(item);
                items.put(key, item);
                page.add(key);
                onPage++;
            }
        }
        if (answer.date() != null && (asOf == null || answer.date().isBefore(asOf))) {
            asOf = answer.date();
        }
        boolean isNew = items.size() > seen;
        // rows of several pages once more: new ones have pushed them, and others behind this page
        moved |= !isNew && onPage > 0 && !page.equals(pageBefore);
        pageBefore = page;
        pages.read(answer.body(), onPage, isNew, request.prove());
    }

    /** What was read so far, by key, in the vendor's order. */
    Map<String, JsonNode> items() {
        return items;
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
                && (items.size() > request.maxItems()
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
        return pages.total() == null || pages.total() == items.size();
    }

    /** Whether the vendor counts what was listed. */
    boolean isTotalRight() {
        return isComplete() && !items.isEmpty() && pages.total() != null && isCountRight();
    }

    /** Whether this walk and the one before, seeing the same, show that the list stands still and only its total is wrong. */
    boolean confirms(PageWalk before) {
        return isComplete() && before.isComplete() && items.keySet().equals(before.items.keySet());
    }

    private boolean isComplete() {
        return pages.isProven() && !pages.hasGap();
    }
}
