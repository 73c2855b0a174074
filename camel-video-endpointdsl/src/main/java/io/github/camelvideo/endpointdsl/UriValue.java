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
package io.github.camelvideo.endpointdsl;

import java.util.List;
import java.util.regex.Pattern;

/** Values as a URI writes them, so that the component gets each as it was given. */
final class UriValue {

    /** What Camel leaves as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:;/@*!~$'-]*");

    private UriValue() {}

    /** Begin of a placeholder that may have no value: Camel leaves the option out then. */
    static final String OPTIONAL = "{{?";

    /** What Camel takes for the end of a value in RAW, or decodes in it. */
    private static final Pattern NOT_RAW = Pattern.compile("\\)&|%25");

    private static final Pattern NOT_RAW_IN_BRACES = Pattern.compile("}&|%25");

    /**
     * As it is, or in {@code RAW(...)} if Camel would change it, or may change what an expression results in: {@code toD} evaluates
     * expressions before it reads the URI. References to beans stay what they are.
     *
     * @return null if there is no way to write it
     */
    static String of(String value) {
        return PLAIN.matcher(value).matches() || hasMeaning(value) ? value : raw(value);
    }

    /**
     * A value with placeholders, before or after they are resolved: protected in any case, so that both are the same but for the values.
     * {@code toD} compares them.
     *
     * @return null if there is no way to write it
     */
    static String ofPlaceholder(String value) {
        return value.startsWith(OPTIONAL) || hasMeaning(value) ? value : raw(value);
    }

    private static String raw(String value) {
        if (!NOT_RAW.matcher(value).find()) {
            return "RAW(" + value + ")";
        }
        return NOT_RAW_IN_BRACES.matcher(value).find() ? null : "RAW{" + value + "}";
    }

    private static boolean hasMeaning(String value) {
        return value.startsWith("#") || value.startsWith("RAW(") || value.startsWith("RAW{");
    }

    /** Whether a list of these can be written with commas: the component takes off blanks and divides at commas. */
    static boolean isCommaList(List<String> elements) {
        return !elements.isEmpty()
                && elements.stream()
                        .allMatch(element ->
                                !element.isEmpty() && element.strip().equals(element) && !element.contains(","))
                && !elements.get(0).startsWith("[");
    }
}
