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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Paging;

/**
 * What is to be read of one list.
 *
 * @param paging how the action pages; null where it does not
 * @param firstPage all parameters of the first page
 * @param reader finds items and their keys in a response
 * @param vendor is asked for each page
 * @param maxItems a longer list is too full; {@link Integer#MAX_VALUE} for no bound
 * @param prove whether the end of the list must be certain; otherwise the list is walked once, to where it seems to end
 */
record ListRequest(
        Paging paging, ObjectNode firstPage, ItemReader reader, PageReader vendor, int maxItems, boolean prove) {

    boolean isByToken() {
        return paging != null && paging.style() == Paging.Style.CURSOR;
    }
}
