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
import io.github.camelvideo.json.ItemPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The calls that read a list page by page. Immutable. */
public final class Paginator {

    private static final int DEFAULT_PAGE_SIZE = 100;

    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private final Paging paging;
    private final ItemPath items;

    /** @throws IllegalArgumentException when the path of the items is not of the form of {@link ItemPath} */
    public Paginator(Paging paging) {
        this.paging = paging;
        this.items = ItemPath.of(paging.items());
    }

    /** The paging parameters of the first page, for a caller who gave none: large pages make few calls. */
    public Map<String, Object> firstPage() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (paging.style() != Paging.Style.CURSOR) {
            parameters.put(paging.pageParameter(), paging.firstPage());
        }
        if (paging.sizeParameter() != null) {
            parameters.put(paging.sizeParameter(), paging.maxSize() == null ? DEFAULT_PAGE_SIZE : paging.maxSize());
        }
        return parameters;
    }

    /**
     * The parameters of the first page.
     *
     * @param parameters what every page is asked with; not changed
     * @param pageSize items to ask for, or null to leave it to the vendor
     */
    public ObjectNode first(ObjectNode parameters, Integer pageSize) {
        ObjectNode page = parameters.deepCopy();
        if (paging.style() != Paging.Style.CURSOR) {
            page.put(paging.pageParameter(), paging.firstPage());
        }
        if (paging.sizeParameter() != null && pageSize != null) {
            page.put(paging.sizeParameter(), pageSize);
        }
        return page;
    }

    /**
     * The items of an answer. Missing, null and empty mean none.
     *
     * @throws IllegalArgumentException when something else stands where the list should be
     */
    public List<JsonNode> items(JsonNode answer) {
        return items.find(answer);
    }

    /** How many items there are in all by the vendor's word, or null where it says nothing that is a number. */
    public Long total(JsonNode answer) {
        if (paging.total() == null) {
            return null;
        }
        JsonNode count = ExactJson.at(answer, paging.total());
        if (count.isInt() && count.intValue() >= 0) {
            // as nearly always
            return count.longValue();
        }
        String total = count.asText("");
        return COUNT.matcher(total).matches() ? Long.valueOf(total) : null;
    }

    /**
     * The parameters of the page after an answer, or null when that was the last one.
     *
     * @param asked the parameters of the answered page; not changed
     * @param read how many items were read with all pages so far
     */
    public ObjectNode next(ObjectNode asked, JsonNode answer, long read) {
        int onPage = items(answer).size();
        return paging.style() == Paging.Style.CURSOR
                ? afterCursor(asked, answer, onPage)
                : afterNumber(asked, total(answer), onPage, read);
    }

    private ObjectNode afterCursor(ObjectNode asked, JsonNode answer, int onPage) {
        String cursor = ExactJson.at(answer, paging.outputToken()).asText("");
        // a cursor that stands still would be followed for ever
        boolean isEnd = cursor.isEmpty()
                || cursor.equals(asked.path(paging.pageParameter()).asText(""))
                || onPage == 0;
        return isEnd ? null : asked.deepCopy().put(paging.pageParameter(), cursor);
    }

    private ObjectNode afterNumber(ObjectNode asked, Long total, int onPage, long read) {
        long number = asked.path(paging.pageParameter()).asLong(paging.firstPage());
        boolean byOffset = paging.style() == Paging.Style.OFFSET;
        // a call may begin in the middle of the list
        long passed = byOffset ? number - paging.firstPage() + onPage : read;
        boolean isEnd = total != null ? passed >= total : isShort(asked, onPage);
        if (isEnd || onPage == 0) {
            return null;
        }
        return asked.deepCopy().put(paging.pageParameter(), byOffset ? number + onPage : number + 1);
    }

    private boolean isShort(ObjectNode asked, int onPage) {
        return paging.sizeParameter() != null
                && asked.has(paging.sizeParameter())
                && onPage < asked.get(paging.sizeParameter()).asInt();
    }
}
