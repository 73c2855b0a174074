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
package io.github.camelvideo.simulator.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import java.util.List;

/**
 * The page of a list that a call asks for. A list whose default page size is not documented comes as a whole.
 *
 * @param number what the caller sent for the page: its number or the offset of its first item
 * @param from index of its first item
 */
record Page(Paging paging, long number, long size, long from) {

    static Page of(Paging paging, Parameters parameters, int reach, String invalid) {
        long number = parameters.number(paging.pageParameter(), paging.firstPage());
        long fallback = paging.defaultSize() == null ? Integer.MAX_VALUE : paging.defaultSize();
        long size = paging.sizeParameter() == null ? fallback : parameters.number(paging.sizeParameter(), fallback);
        boolean offset = paging.style() == Paging.Style.OFFSET;
        Refusal.unless(
                number >= paging.firstPage() && size >= (offset ? 0 : 1),
                invalid,
                paging.pageParameter() + "=" + number + ", " + paging.sizeParameter() + "=" + size
                        + ": there is no such page");
        long pages = number - paging.firstPage();
        Refusal.unless(
                pages <= (offset ? reach : (reach - 1) / size),
                invalid,
                paging.pageParameter() + "=" + number + ": only the first " + reach + " records can be read");
        return new Page(paging, number, size, offset ? pages : pages * size);
    }

    <T> List<T> cut(List<T> all) {
        return all.stream().skip(from).limit(size).toList();
    }

    /** Writes the counts under all names that the vendors have for them; the declared ones stay in the answer. */
    void describe(ObjectNode content, int total) {
        long pages = (total + size - 1) / Math.max(1, size);
        for (String name : List.of("Page", "PageNum", "PageNumber")) {
            content.put(name, number);
        }
        content.put("PageSize", size).put("PageCount", pages).put("TotalPage", pages);
        if (paging.total() != null) {
            content.put(paging.total(), total);
        }
    }
}
