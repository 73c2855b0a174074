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
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a list that may move while it is paged: rows that appear or vanish push others over a page border, where they are missed or
 * read twice. It is read again until it stood still, and everything seen in any walk is kept.
 *
 * <p>What one walk cannot show is a row vanishing and another appearing between the same two pages. New rows do not appear in a
 * window of the past, except late ones; for these the lookback reads again.
 *
 * <p>Run by the polling thread.
 */
final class ListReader {

    private static final int MOST_WALKS = 4;

    private final Paging paging;
    private final Integer pageSize;
    private final ItemReader reader;
    private final PageReader vendor;

    ListReader(Paging paging, Integer pageSize, ItemReader reader, PageReader vendor) {
        this.paging = paging;
        this.pageSize = pageSize;
        this.reader = reader;
        this.vendor = vendor;
    }

    /**
     * What was read.
     *
     * @param items everything seen, by key
     * @param settled whether nothing can be missing
     * @param tooFull whether reading was ended because the list is too long; the items are then useless
     */
    record Reading(Map<String, JsonNode> items, boolean settled, boolean tooFull) {}

    /**
     * Reads the list until it is certain or has been walked often enough.
     *
     * @param maxItems a longer list is too full
     */
    Reading read(ObjectNode parameters, int maxItems) throws InterruptedException {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        PageWalk before = null;
        for (int walks = 1; walks <= MOST_WALKS; walks++) {
            PageWalk walk = new PageWalk(paging, pageSize, reader, maxItems).run(parameters, vendor);
            if (walk.tooFull()) {
                return new Reading(seen, false, true);
            }
            seen.putAll(walk.items());
            if (walk.isSettled() || before != null && walk.confirms(before)) {
                return new Reading(seen, true, false);
            }
            before = walk;
        }
        return new Reading(seen, false, false);
    }
}
