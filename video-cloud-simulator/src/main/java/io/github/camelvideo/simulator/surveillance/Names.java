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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.answer.Refusal;
import java.util.regex.Pattern;

/** What names and descriptions may consist of. */
final class Names {

    static final int NAME = 32;
    static final int DESCRIPTION = 128;

    private static final Pattern SIGNS = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]*");

    private Names() {}

    /** Refuses a name that is empty, too long or has other signs. */
    static void check(String name, int longest, String code) {
        Refusal.unless(
                name != null && !name.isEmpty() && fits(name, longest),
                code,
                "A name must have 1 to " + longest + " letters, digits, _ and -, not \"" + name + "\"");
    }

    /** Refuses a description that is too long or has other signs; it may be missing. */
    static void checkDescription(JsonNode description, String code) {
        Refusal.unless(
                description.isMissingNode() || description.isNull() || fits(description.asText(), DESCRIPTION),
                code,
                "A description must have at most " + DESCRIPTION + " letters, digits, _ and -, not " + description);
    }

    private static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && SIGNS.matcher(text).matches();
    }
}
