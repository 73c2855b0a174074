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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One action of an API: what it takes, what it answers and how it may be repeated.
 *
 * @param name the vendor's spelling
 * @param group id of the group it belongs to
 * @param summary what it does, in English
 * @param wire how it travels
 * @param rateLimit documented calls per second, or null
 * @param age since when it is known, and whether it is obsolete
 * @param mutates whether it changes something, so that it must not be repeated on doubt
 * @param region whether the call carries a region
 * @param regions regions that may be named; empty where the API has none
 * @param parameters what a caller passes, by name, in the document's order
 * @param answer answer fields by name, in the document's order
 * @param paging how it pages, or null
 * @param feed how it can be consumed, or null
 */
public record Action(
        String name,
        String group,
        String summary,
        Wire wire,
        Integer rateLimit,
        Age age,
        boolean mutates,
        RegionRule region,
        List<String> regions,
        Map<String, Field> parameters,
        Map<String, Field> answer,
        List<String> errors,
        Paging paging,
        FeedSpec feed) {

    /** An action the catalog does not know: nothing is declared, and it must count as changing something. */
    public static Action undocumented(String name, RegionRule region, List<String> regions) {
        return new Action(
                name,
                null,
                null,
                Wire.named(name),
                null,
                Age.UNKNOWN,
                true,
                region,
                regions,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }

    /**
     * How old or new an action is. The dates are those of the vendor's definitions that a catalog was imported from.
     *
     * @param added the first definitions that have it; null for one that the catalog always had
     * @param removed the first definitions that no longer have it; null while the vendor has it
     * @param deprecated whether the vendor calls it obsolete
     * @param replacedBy what to call instead, as {@code api/Action}; empty where nothing is known or nothing is obsolete
     */
    public record Age(LocalDate added, LocalDate removed, boolean deprecated, List<String> replacedBy) {

        /** Nothing is known. */
        public static final Age UNKNOWN = new Age(null, null, false, List.of());
    }

    /** Whether the vendor calls it obsolete, or no longer has it. */
    public boolean isObsolete() {
        return age.deprecated || age.removed != null;
    }

    /**
     * How an action travels, as far as that belongs to the action and not to its protocol.
     *
     * @param name its name on the wire
     * @param bodyName its name inside the body, for protocols that repeat it there, otherwise null
     * @param method HTTP method, or null
     * @param host host name where it has its own, otherwise null
     * @param path path, or null
     * @param body how parameters in the body are written
     * @param download whether a good answer is a file
     * @param common parameters that the protocol fills in
     */
    public record Wire(
            String name,
            String bodyName,
            String method,
            String host,
            String path,
            Body body,
            boolean download,
            Set<String> common) {

        /** An action of which nothing but the name goes over the wire. */
        public static Wire named(String name) {
            return new Wire(name, null, null, null, null, Body.JSON, false, Set.of());
        }
    }

    /** How parameters in a body are written. */
    public enum Body {
        JSON,
        MULTIPART
    }

    /** Whether a call carries a region. */
    public enum RegionRule {
        REQUIRED,
        OPTIONAL,
        /** Must not be sent. */
        NONE
    }
}
