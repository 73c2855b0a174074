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
package io.github.camelvideo.catalog;

/**
 * How an action returns a long list in pages.
 *
 * @param style how the next page is asked for
 * @param pageParameter parameter that says which page to return: an offset, a page number, or the input token of {@link Style#CURSOR}
 * @param sizeParameter parameter for the page size, or null
 * @param firstPage value of {@code pageParameter} for the first page
 * @param maxSize largest documented page size, or null where the document gives none
 * @param defaultSize documented page size when none is sent, or null
 * @param total path of the total counter in the answer, or null
 * @param items path of the list in the answer, an {@link io.github.camelvideo.json.ItemPath}
 * @param outputToken path of the token of the next page in the answer, only for {@link Style#CURSOR}
 */
public record Paging(
        Style style,
        String pageParameter,
        String sizeParameter,
        int firstPage,
        Integer maxSize,
        Integer defaultSize,
        String total,
        String items,
        String outputToken) {

    /** How the next page is asked for. */
    public enum Style {
        /** {@code pageParameter} counts items. */
        OFFSET,
        /** {@code pageParameter} counts pages. */
        PAGE,
        /** {@code pageParameter} takes the {@code outputToken} of the page before. */
        CURSOR
    }
}
