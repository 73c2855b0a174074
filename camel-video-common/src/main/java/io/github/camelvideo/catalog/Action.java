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

import java.util.List;
import java.util.Map;

/**
 * One action of an API: what it takes, what it answers and how it may be repeated.
 *
 * @param name the vendor's spelling
 * @param group id of the group it belongs to
 * @param summary what it does, in English
 * @param method HTTP method for protocols where it belongs to the action, otherwise null
 * @param path path template for protocols where it belongs to the action, otherwise null
 * @param rateLimit documented calls per second, or null
 * @param deprecated whether the vendor calls it obsolete
 * @param mutates whether it changes something, so that it must not be repeated on doubt
 * @param region whether the call carries a region
 * @param parameters parameters by name, in the document's order
 * @param answer answer fields by name, in the document's order
 * @param paging how it pages, or null
 * @param feed how it can be consumed, or null
 */
public record Action(
        String name,
        String group,
        String summary,
        String method,
        String path,
        Integer rateLimit,
        boolean deprecated,
        boolean mutates,
        RegionRule region,
        Map<String, Field> parameters,
        Map<String, Field> answer,
        List<String> errors,
        Paging paging,
        FeedDefinition feed) {

    /** An action the catalog does not know: nothing is declared, and it must count as changing something. */
    public static Action undocumented(String name, RegionRule region) {
        return new Action(
                name, null, null, null, null, null, false, true, region, Map.of(), Map.of(), List.of(), null, null);
    }

    /** Whether a call carries a region. */
    public enum RegionRule {
        REQUIRED,
        OPTIONAL,
        /** Must not be sent. */
        NONE
    }
}
