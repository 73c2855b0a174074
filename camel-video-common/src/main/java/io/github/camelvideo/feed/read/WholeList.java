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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.paging.Paginator;
import java.util.Collection;
import java.util.List;

/** Reads a list to an end that is certain, page by page. Immutable; each reading is of the thread that asks for it. */
public final class WholeList {

    private final String name;
    private final Paging paging;
    private final Integer pageSize;
    private final ItemReader items;
    private final PageReader vendor;
    private final RecentWindow window;

    /**
     * @param name how messages name the list
     * @param list what its items are
     * @param action whose list it is; where that is of a span of time, the last one is read
     */
    public WholeList(String name, ListSpec list, Action action, PageReader vendor, VendorClock clock) {
        this.name = name;
        this.paging = action.paging();
        this.window = RecentWindow.of(action, clock);
        this.pageSize = list.pageSize() != null || paging == null ? list.pageSize() : paging.defaultSize();
        this.items =
                new ItemReader(name, list, ItemType.UNKNOWN, paging == null ? null : paging.total(), null, List.of());
        this.vendor = vendor;
    }

    /**
     * The items of the list, in the vendor's order.
     *
     * @param parameters all parameters but those of the page
     * @throws IllegalStateException when the list changed while it was read
     * @throws RuntimeException when a page cannot be read
     */
    public Collection<JsonNode> read(ObjectNode parameters) throws InterruptedException {
        ObjectNode whole = window == null ? parameters : window.addTo(parameters);
        ObjectNode first = paging == null ? whole : new Paginator(paging).first(whole, pageSize);
        ListReading<JsonNode> reading =
                ListReading.ofItems(new ListRequest(paging, first, items, vendor, Integer.MAX_VALUE, true), true);
        reading.run();
        if (!reading.isSettled()) {
            throw new IllegalStateException(name + ": the list changed while it was read.");
        }
        return reading.seen().values();
    }
}
