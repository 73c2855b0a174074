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
import java.util.List;

/**
 * All items of a list whose items have no known identity, page after page, by the rules of {@link ListWalk}. A page that is the same as
 * the one before brings nothing new. For one thread at a time.
 */
public final class ListPages {

    private final Paginator pages;
    private final ListWalk walk;
    private List<JsonNode> previous = List.of();

    /** @param firstPage all parameters of the first page, which may be in the middle of the list; not changed */
    public ListPages(Paging paging, ObjectNode firstPage) {
        this.pages = new Paginator(paging);
        this.walk = new ListWalk(paging, firstPage, true);
    }

    /** The parameters of the page to read now, or null at the end of the list. */
    public ObjectNode next() {
        return walk.next();
    }

    /** The page of {@link #next} was read: its items, none if it is the page before once more. */
    public List<JsonNode> read(JsonNode answer) {
        List<JsonNode> items = pages.items(answer);
        boolean isNew = !items.isEmpty() && !items.equals(previous);
        walk.read(answer, items.size(), isNew, true);
        previous = items;
        return isNew ? items : List.of();
    }

    /** The vendor's count of the list, or null where it gives none. */
    public Long total() {
        return walk.total();
    }

    /** Whether the list ended before the vendor's count. */
    public boolean isShortOfTotal() {
        return walk.next() == null && walk.isShortOfTotal();
    }
}
