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
package io.github.camelvideo.tools.base;

/**
 * How an action of a base document pages.
 *
 * @param style {@code offset}, {@code page} or {@code cursor}
 * @param pageParameter parameter that says which page to return
 * @param sizeParameter parameter for the page size, or null
 * @param firstPage value of {@code pageParameter} for the first page; null for {@code cursor}
 * @param total path of the total in the response, or null
 * @param items path of the list in the response
 * @param outputToken path of the token of the next page in the response, only for {@code cursor}
 */
public record BasePaging(
        String style,
        String pageParameter,
        String sizeParameter,
        Integer firstPage,
        String total,
        String items,
        String outputToken) {}
