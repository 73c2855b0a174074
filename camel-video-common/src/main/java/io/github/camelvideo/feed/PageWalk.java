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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.paging.Paginator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a list once, page after page, and tells what could be seen of its moving meanwhile. Run by the polling thread.
 *
 * <p>One object for one walk.
 */
final class PageWalk {

    private final Paginator pages;
    private final Integer pageSize;
    private final ItemReader reader;
    private final int maxItems;

    private final Map<String, JsonNode> items = new LinkedHashMap<>();
    private List<String> previousPage;
    private int rows;
    private Long total;
    private boolean totalMayMove;
    private boolean totalMoved;
    private boolean pageRepeated;

    /**
     * @param paging how the action pages, or null where one answer holds all
     * @param pageSize items asked for per page, or null to leave it to the vendor
     * @param maxItems where the list turns out longer, the walk ends early as too full
     */
    PageWalk(Paging paging, Integer pageSize, ItemReader reader, int maxItems) {
        this.pages = paging == null ? null : new Paginator(paging);
        this.pageSize = pageSize;
        this.reader = reader;
        this.maxItems = maxItems;
    }

    /** Reads to the end of the list, or until it is too full or cannot be read on. */
    PageWalk run(ObjectNode parameters, PageReader vendor) throws InterruptedException {
        if (pages == null) {
            take(vendor.read(parameters));
            return this;
        }
        ObjectNode asked = pages.first(parameters, pageSize);
        while (asked != null && !tooFull()) {
            JsonNode answer = vendor.read(asked);
            boolean isNew = take(answer);
            noteTotal(answer);
            // without a total nothing would end a list whose vendor ignores the number of the page
            boolean goesOn = isNew || total != null;
            asked = goesOn ? pages.next(asked, answer, rows) : null;
        }
        return this;
    }

    /** What was read, by key, in the vendor's order. */
    Map<String, JsonNode> items() {
        return items;
    }

    boolean tooFull() {
        return items.size() > maxItems || total != null && total > maxItems;
    }

    /**
     * Whether this walk alone shows that nothing is missing. A total that moved is a sign that rows moved from page to page, even where
     * the count is right in the end.
     */
    boolean isSettled() {
        return !pageRepeated && !totalMoved && (total == null || total == items.size());
    }

    /** Whether this walk and the one before, seeing the same, prove that the list stands still and only its total is wrong. */
    boolean confirms(PageWalk before) {
        return !pageRepeated && !before.pageRepeated && items.keySet().equals(before.items.keySet());
    }

    /** Takes in one page; false when it is the one before once more. */
    private boolean take(JsonNode answer) {
        List<String> page = new ArrayList<>();
        for (JsonNode item : reader.items(answer)) {
            String key = reader.key(item);
            page.add(key);
            items.put(key, item);
        }
        rows += page.size();
        boolean same = page.size() > 1 && page.equals(previousPage);
        pageRepeated |= same;
        totalMayMove = previousPage != null;
        previousPage = page;
        return !same;
    }

    private void noteTotal(JsonNode answer) {
        Long counted = pages.total(answer);
        totalMoved |= totalMayMove && !Objects.equals(total, counted);
        total = counted;
    }
}
