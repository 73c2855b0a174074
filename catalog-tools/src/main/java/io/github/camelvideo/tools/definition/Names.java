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
package io.github.camelvideo.tools.definition;

import io.github.camelvideo.tools.document.Place;
import java.util.Set;
import java.util.regex.Pattern;

/** What a catalog accepts as a name; the same patterns as its schema. */
final class Names {

    /** Longest name that is accepted; the longest of the vendors have about 60 characters. */
    private static final int LONGEST = 200;

    private static final Pattern ACTION = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.(?!N(\\.|$))[A-Za-z0-9_]+)*");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Names of the notation itself: a structure of such a name could not be told from it. */
    private static final Set<String> BASIC = Set.of(
            "String", "Timestamp", "Date", "Binary", "Integer", "Long", "Float", "Double", "Boolean", "Object", "File");

    private Names() {}

    static String action(Place place, String name) {
        return checked(place, name, ACTION, "an action begins with a capital letter and has letters and digits only");
    }

    static boolean isField(String name) {
        return isName(name, FIELD);
    }

    static String field(Place place, String name) {
        return checked(place, name, FIELD, "a field begins with a letter and has letters, digits and _ only");
    }

    /** The name of a structure in the catalog; one that a basic type has already gets {@code Structure} behind it. */
    static String type(Place place, String name) {
        String checked =
                checked(place, name, TYPE, "a structure begins with a letter and has letters, digits and _ only");
        return BASIC.contains(checked) ? checked + "Structure" : checked;
    }

    private static String checked(Place place, String name, Pattern pattern, String rule) {
        if (!isName(name, pattern)) {
            throw place.error("'" + Place.quoted(name) + "' cannot be a name in a catalog: " + rule + ", up to "
                    + LONGEST + " characters. Rename it in the file, or remove it.");
        }
        return name;
    }

    private static boolean isName(String name, Pattern pattern) {
        return name.length() <= LONGEST && pattern.matcher(name).matches();
    }
}
