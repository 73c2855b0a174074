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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks of a structure what the bounds in the catalog do not; what is not there, or an empty text, is left to the vendor's default.
 */
record Values(JsonNode node, String code) {

    Values multiple(String name, long step) {
        long number = node.path(name).asLong();
        Check.that(number % step == 0, code, name + " must be a multiple of " + step + ", not " + number);
        return this;
    }

    Values oneOf(String name, Object... values) {
        String text = node.path(name).asText();
        Check.that(
                text.isEmpty()
                        || List.of(values).stream()
                                .anyMatch(value -> value.toString().equals(text)),
                code,
                name + " must be one of " + List.of(values) + ", not " + text);
        return this;
    }

    /** Of a value that must be there. */
    Values matches(String name, Pattern pattern) {
        String text = node.path(name).asText();
        Check.that(pattern.matcher(text).matches(), code, name + " must match " + pattern + ", not \"" + text + "\"");
        return this;
    }

    Values maxLength(String name, int length) {
        int there = node.path(name).asText().length();
        Check.that(there <= length, code, name + " must have at most " + length + " characters, not " + there);
        return this;
    }

    /** Size of an array. */
    Values size(String name, int min, int max) {
        int size = node.path(name).size();
        Check.that(
                size >= min && size <= max, code, name + " must have " + min + " to " + max + " elements, not " + size);
        return this;
    }

    /** No two elements of an array with the same value. */
    Values distinct(String array, String name) {
        Set<String> seen = new HashSet<>();
        for (JsonNode element : node.path(array)) {
            String value = element.path(name).asText();
            Check.that(seen.add(value), code, "Two of " + array + " have the " + name + " " + value);
        }
        return this;
    }
}
