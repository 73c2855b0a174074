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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the items of a feed are and how they are asked for: the part that all kinds have.
 *
 * @param items path of the list in the answer, an {@link io.github.camelvideo.json.ItemPath}
 * @param carry fields that an item is given from outside: per name, the path of a field of an outer level or beside the list
 * @param number field that tells equal items of a list apart: how many of them stand before it, and one; null where none does
 * @param columns names of the elements where an item is an array, otherwise empty
 * @param key fields of an item that identify it, each with {@code |no-query} behind it where what follows a question mark does not count;
 *     what an empty list means differs by kind
 * @param defaults parameters that have a value of their own for the feed, such as the order of the list; a user may set others
 * @param pageSize items asked for per page; null takes the documented default
 * @param delay time between polls that suits the vendor, or null for the default
 * @param codes error codes of the vendor that are no failures
 * @param forEach parameters whose values make partitions of the feed, in the order to try
 * @param acknowledge per acknowledging action: its parameter to the field of the item that feeds it
 * @param about what the documents show of it
 */
public record ListSpec(
        String items,
        Map<String, String> carry,
        String number,
        List<String> columns,
        List<String> key,
        Map<String, JsonNode> defaults,
        Integer pageSize,
        Duration delay,
        Codes codes,
        List<ForEach> forEach,
        Map<String, Map<String, String>> acknowledge,
        About about) {

    /** A list of which nothing but items and key is known. */
    public static ListSpec of(String items, List<String> key) {
        return new ListSpec(
                items,
                Map.of(),
                null,
                List.of(),
                key,
                Map.of(),
                null,
                null,
                Codes.NONE,
                List.of(),
                Map.of(),
                About.NOTHING);
    }

    /** The same with another key. */
    public ListSpec withKey(List<String> other) {
        return new ListSpec(
                items, carry, number, columns, other, defaults, pageSize, delay, codes, forEach, acknowledge, about);
    }

    /** The same with other fields from outside. */
    public ListSpec withCarry(Map<String, String> other) {
        return new ListSpec(
                items, other, number, columns, key, defaults, pageSize, delay, codes, forEach, acknowledge, about);
    }

    /** The same with other parameters of its own. */
    public ListSpec withDefaults(Map<String, JsonNode> other) {
        return new ListSpec(
                items, carry, number, columns, key, other, pageSize, delay, codes, forEach, acknowledge, about);
    }

    /** The same with other pages. */
    public ListSpec withPageSize(Integer size) {
        return new ListSpec(
                items, carry, number, columns, key, defaults, size, delay, codes, forEach, acknowledge, about);
    }

    /** Whether the answer as a whole is the only item. */
    public boolean isWholeAnswer() {
        return items.isEmpty();
    }

    /**
     * Error codes that are no failures of a feed.
     *
     * @param empty there is nothing to list
     * @param gone the value that the call was made for is no more
     * @param states the thing asked for is in a state, told by a text: an item where the answer is the item, otherwise there is no list now
     */
    public record Codes(Set<String> empty, Set<String> gone, Map<String, String> states) {

        public static final Codes NONE = new Codes(Set.of(), Set.of(), Map.of());

        /** The codes by which the vendor says that there is no list for the value of a call, each with the reason. */
        public Map<String, String> unavailable() {
            Map<String, String> reasons = new HashMap<>(states);
            gone.forEach(code -> reasons.put(code, "gone"));
            return reasons;
        }
    }

    /**
     * Parameters whose values make partitions of a feed.
     *
     * @param parameters one, or several whose values belong together
     * @param optional those of them that a listed item may have no value for: its calls leave them out
     * @param need whether the feed makes sense without them
     * @param from the action that lists values, or null
     * @param values known values, each with an entry per parameter; empty where they are not constants
     */
    public record ForEach(
            List<String> parameters, Set<String> optional, Need need, From from, List<List<String>> values) {}

    /** Whether a feed makes sense without its partitions. */
    public enum Need {
        /** Without a value nothing is listed. */
        REQUIRED,
        /** Without a value all is listed, or totals. */
        USEFUL,
        /** One of the constants has to be chosen. */
        CHOOSE
    }

    /**
     * An action that lists the values of partitions.
     *
     * @param api the API it belongs to, or null for that of the feed
     * @param items path of its list
     * @param carry fields that an item is given from outside, as in a feed
     * @param fields fields of its items, one per parameter; {@code value} where an item is a text
     * @param parameters parameters of its calls
     */
    public record From(
            String api,
            String action,
            String items,
            Map<String, String> carry,
            List<String> fields,
            Map<String, JsonNode> parameters) {}

    /**
     * What the documents show of a feed.
     *
     * @param item what one item is, in English, or null
     * @param tier how much it is called for: 1 most, 3 least; 0 where not said
     * @param confidence how sure the facts are
     */
    public record About(String item, int tier, Confidence confidence) {

        static final About NOTHING = new About(null, 0, Confidence.LOW);
    }

    /** How sure the facts of a feed are. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }
}
