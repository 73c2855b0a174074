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
package io.github.camelvideo.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;
import java.util.Map;

/** The calls that read a list page by page. Immutable. */
public final class PageSequence {

    private static final int USUAL_SIZE = 100;

    private final Paging paging;

    public PageSequence(Paging paging) {
        this.paging = paging;
    }

    /** The paging parameters of the first page, for a caller who gave none: large pages make few calls. */
    public Map<String, Object> firstPage() {
        int size = paging.maxSize() == null ? USUAL_SIZE : paging.maxSize();
        if (paging.style() == Paging.Style.CURSOR) {
            return paging.size() == null ? Map.of() : Map.of(paging.size(), size);
        }
        return paging.size() == null
                ? Map.of(paging.number(), paging.first())
                : Map.of(paging.number(), paging.first(), paging.size(), size);
    }

    /** The items of an answer. Missing or null means none. */
    public JsonNode items(JsonNode answer) {
        return at(answer, paging.items());
    }

    /** How many items there are in all by the vendor's word, or null where it says nothing. */
    public Long total(JsonNode answer) {
        JsonNode total = paging.total() == null ? null : at(answer, paging.total());
        return total == null || !total.isValueNode() || total.isNull() ? null : Long.valueOf(total.asLong());
    }

    /**
     * The parameters of the page after an answer, or null when that was the last one.
     *
     * @param asked the parameters of the answered page; not changed
     * @param read how many items were read with all pages so far
     */
    public ObjectNode next(ObjectNode asked, JsonNode answer, long read) {
        int onPage = items(answer).size();
        if (paging.style() == Paging.Style.CURSOR) {
            String cursor = at(answer, paging.cursor()).asText("");
            return cursor.isEmpty() || onPage == 0 ? null : with(asked, cursor);
        }
        Long total = total(answer);
        boolean isShort = paging.size() != null
                && asked.has(paging.size())
                && onPage < asked.get(paging.size()).asInt();
        if (onPage == 0 || total != null && read >= total || total == null && isShort) {
            return null;
        }
        long number = asked.path(paging.number()).asLong(paging.first());
        return asked.deepCopy()
                .put(paging.number(), paging.style() == Paging.Style.OFFSET ? number + onPage : number + 1);
    }

    private ObjectNode with(ObjectNode asked, String cursor) {
        return asked.deepCopy().put(paging.number(), cursor);
    }

    private static JsonNode at(JsonNode answer, String path) {
        JsonNode node = answer;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
