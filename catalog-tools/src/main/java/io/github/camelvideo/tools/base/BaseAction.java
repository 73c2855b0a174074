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

import java.time.LocalDate;
import java.util.List;

/**
 * One action of a base document.
 *
 * @param summary the vendor's text, or null
 * @param addedIn date of the definitions that were the first to have it; null if they always had
 * @param removedIn date of the definitions that were the first without it; null if they have it
 * @param deprecated whether the vendor calls it obsolete
 * @param mutates whether it changes something
 * @param paging how it pages, or null
 * @param rateLimit calls per second, or null
 */
public record BaseAction(
        String name,
        String summary,
        LocalDate addedIn,
        LocalDate removedIn,
        boolean deprecated,
        boolean mutates,
        BasePaging paging,
        Integer rateLimit,
        List<BaseField> request,
        List<BaseField> response) {

    /** The same action with other dates. */
    public BaseAction known(LocalDate added, LocalDate removed) {
        return new BaseAction(name, summary, added, removed, deprecated, mutates, paging, rateLimit, request, response);
    }
}
