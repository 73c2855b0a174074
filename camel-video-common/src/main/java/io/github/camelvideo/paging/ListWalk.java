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
package io.github.camelvideo.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.json.ExactJson;
import java.util.Objects;

/**
 * One walk over the pages of a list: what to ask for next, and what the end of the walk proves. For one thread.
 *
 * <p>Neither a short page nor a total ends a list, since vendors filter pages after cutting them and count wrongly. What ends it is an
 * empty page, or one that brings nothing new. An empty page is passed over a few times while the total says that more follows; a full
 * page is never the last. A list behind page tokens ends where there is no further token.
 */
public final class ListWalk {

    /** How many empty pages in a row a total or a token may lead to before it is no longer believed. */
    private static final int MAX_EMPTY_PAGES = 3;

    private final Paging paging;
    private final Paginator pages;
    private final boolean totalCounts;
    private final Integer size;
    private final long before;
    private ObjectNode asked;
    private long rows;
    private boolean begun;
    private Long total;
    private boolean totalMoved;
    private int emptyPages;
    private boolean gap;
    private boolean stuck;
    private boolean proven;

    /**
     * @param paging how the action pages, or null where one answer holds the whole list
     * @param firstPage all parameters of the first page; not changed
     * @param totalCounts whether the total is to be looked at: not where it was found to be wrong before
     */
    public ListWalk(Paging paging, ObjectNode firstPage, boolean totalCounts) {
        this.paging = paging;
        this.pages = paging == null ? null : new Paginator(paging);
        this.totalCounts = totalCounts;
        this.asked = firstPage;
        this.size = paging == null || paging.sizeParameter() == null || !firstPage.has(paging.sizeParameter())
                ? null
                : Integer.valueOf(firstPage.get(paging.sizeParameter()).asInt());
        this.before = paging == null ? 0 : itemsBefore(firstPage);
    }

    /** A caller may begin in the middle of the list. */
    private long itemsBefore(ObjectNode firstPage) {
        return switch (paging.style()) {
            case OFFSET -> at(firstPage) - paging.firstPage();
            case PAGE -> size == null ? 0 : (at(firstPage) - paging.firstPage()) * size;
            case CURSOR -> 0;
        };
    }

    /** The parameters of the page to read now, or null at the end of the walk. Asking twice gives the same page. */
    public ObjectNode next() {
        return asked;
    }

    /**
     * The page of {@link #next} was read.
     *
     * @param answer the vendor's answer
     * @param onPage number of items on the page
     * @param isNew whether at least one of them was not seen in this walk before
     * @param prove false to end the walk where page and total agree that it ends, without asking for the empty page that proves it
     */
    public void read(JsonNode answer, int onPage, boolean isNew, boolean prove) {
        rows += onPage;
        if (paging == null) {
            proven = true;
            asked = null;
            return;
        }
        count(pages.total(answer));
        if (isNew) {
            gap |= emptyPages > 0;
            emptyPages = 0;
        } else {
            emptyPages++;
        }
        if (paging.style() == Paging.Style.CURSOR) {
            followToken(answer);
        } else if (isNew) {
            asked = !prove && isEndByWord(onPage) ? null : step(onPage);
        } else {
            passEmptyPage(onPage);
        }
    }

    private void count(Long counted) {
        totalMoved |= begun && !Objects.equals(total, counted);
        begun = true;
        total = counted;
    }

    private void followToken(JsonNode answer) {
        String token = ExactJson.at(answer, paging.outputToken()).asText("");
        proven = token.isEmpty();
        // a token that stands still, or leads from nothing to nothing, would be followed for ever
        stuck = !proven
                && (token.equals(asked.path(paging.pageParameter()).asText("")) || emptyPages >= MAX_EMPTY_PAGES);
        asked = proven || stuck ? null : asked.deepCopy().put(paging.pageParameter(), token);
    }

    private void passEmptyPage(int onPage) {
        if (onPage == 0 && claimsMore() && emptyPages < MAX_EMPTY_PAGES) {
            asked = step(size == null ? 1 : size);
            return;
        }
        // a full page that only repeats says that the vendor does not turn pages
        stuck = onPage > 0 && isFull(onPage);
        proven = !stuck;
        asked = null;
    }

    private boolean claimsMore() {
        return totalCounts && total != null && before + rows < total;
    }

    private boolean isEndByWord(int onPage) {
        boolean isCounted = total != null && before + rows >= total;
        return size == null ? isCounted : onPage < size && !claimsMore();
    }

    /** Where the size of a page is unknown, any page may be full. */
    private boolean isFull(int onPage) {
        return size == null || onPage >= size;
    }

    private ObjectNode step(int items) {
        return asked.deepCopy()
                .put(paging.pageParameter(), at(asked) + (paging.style() == Paging.Style.OFFSET ? items : 1));
    }

    private long at(ObjectNode page) {
        return page.path(paging.pageParameter()).asLong(paging.firstPage());
    }

    /** Items on all pages read so far, repeated ones included. */
    public long rows() {
        return rows;
    }

    /** The vendor's count of the list in the last answer, or null where it gives none. */
    public Long total() {
        return total;
    }

    /** Whether fewer items were listed than the vendor counts. */
    boolean isShortOfTotal() {
        return total != null && before + rows < total;
    }

    /** Whether the total changed from page to page: rows moved, and some may have been missed. */
    public boolean hasTotalMoved() {
        return totalMoved;
    }

    /** Whether an empty page stood between others, so that its items are missing. */
    public boolean hasGap() {
        return gap;
    }

    /** Whether the walk ended because the vendor gave the same page again and again. */
    public boolean isStuck() {
        return stuck;
    }

    /** Whether the walk ended where the list ends. */
    public boolean isProven() {
        return proven;
    }
}
