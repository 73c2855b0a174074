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
package io.github.camelvideo;

import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.EndpointHelper;

/**
 * A dynamic URI as the author of the route wrote it. It fixes what messages may fill in: path, keys and constant values are the
 * template's, and what comes in the place of an expression is data. Immutable.
 *
 * <p>Camel gives the evaluated text alone, in which the values of a message are not told from what the route says. They are found by
 * comparison: the two texts must have the same keys, each as often, and the same values but for those with an expression.
 */
final class UriTemplate {

    private final String original;
    private final UriText text;
    private final String mark;
    private final List<Part> parts;
    private final Map<String, List<DynamicValue>> dynamic = new LinkedHashMap<>();

    /**
     * A piece of the text.
     *
     * @param text as it is written
     * @param expression whether a message fills it in, such as {@code ${header.name}}
     */
    record Part(String text, boolean expression) {}

    private UriTemplate(String original, UriText text, String mark, List<Part> parts) {
        this.original = original;
        this.text = text;
        this.mark = mark;
        this.parts = List.copyOf(parts);
        text.written().forEach((key, value) -> {
            List<String> written = UriText.texts(value);
            if (written.stream().anyMatch(one -> one.contains(mark))) {
                dynamic.put(
                        key,
                        written.stream().map(one -> new DynamicValue(one, mark)).toList());
            }
        });
    }

    /**
     * @param original the text with its expressions and property placeholders
     * @throws URISyntaxException when no endpoint can be created from it
     */
    static UriTemplate parse(CamelContext context, String original) throws URISyntaxException {
        // as Camel does before it makes an expression of the text
        String resolved = EndpointHelper.resolveEndpointUriPropertyPlaceholders(context, original)
                .trim();
        String mark = "7051938264";
        while (resolved.contains(mark)) {
            mark += "1";
        }
        StringBuilder marked = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        int literal = 0;
        int at = 0;
        while (at < resolved.length()) {
            int end = endOfExpression(resolved, at);
            if (end < 0) {
                marked.append(resolved.charAt(at++));
            } else {
                parts.add(new Part(resolved.substring(literal, at), false));
                parts.add(new Part(resolved.substring(at, end), true));
                marked.append(mark);
                at = end;
                literal = end;
            }
        }
        parts.add(new Part(resolved.substring(literal), false));
        return new UriTemplate(original, UriText.parse(marked.toString()), mark, parts);
    }

    /** Where an expression of the simple language that begins at an index ends, or -1 when none begins there. */
    private static int endOfExpression(String text, int begin) {
        if (!text.startsWith("${", begin) && !text.startsWith("$simple{", begin)) {
            return -1;
        }
        int depth = 0;
        for (int i = text.indexOf('{', begin); i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    boolean isOf(String other) {
        return original.equals(other);
    }

    /** The text in pieces. */
    List<Part> parts() {
        return parts;
    }

    /** Whether a message fills in a value of a key. */
    boolean isDynamic(String key) {
        return dynamic.containsKey(key);
    }

    /** The keys with a value that a message fills in. */
    Set<String> dynamicKeys() {
        return dynamic.keySet();
    }

    /** The values of a key that a message fills in, those of the key without an expression included. */
    List<DynamicValue> dynamicValues(String key) {
        return dynamic.get(key);
    }

    /** Whether messages fill in a part of the path. */
    boolean hasDynamicPath() {
        return text.path().contains(mark);
    }

    /** Whether an evaluated URI has the path of the template. */
    boolean hasPath(UriText evaluated) {
        String expected = text.path();
        String path = evaluated.path();
        if (hasDynamicPath() && !evaluated.writtenPath().endsWith(path)) {
            // encoded: it could become another path where it is decoded again
            return false;
        }
        return hasDynamicPath()
                ? pattern(expected).matcher(path).matches() && hasItsSlashes(expected, path)
                : expected.equals(path);
    }

    /** Whether an evaluated URI with the keys of the template has no {@code &} and {@code =} beyond those. */
    boolean hasSeparatorsOf(UriText evaluated) {
        return evaluated.separators() == text.separators();
    }

    /** The expressions of a path stand for names of an API or an action, unless one of them is the whole path. */
    private boolean hasItsSlashes(String expected, String path) {
        return expected.equals(mark) || slashes(expected) == slashes(path);
    }

    private static long slashes(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private Pattern pattern(String expected) {
        return Pattern.compile(
                List.of(expected.split(Pattern.quote(mark), -1)).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Whether a value that a message fills in has a control character, some of which Camel drops without a word. */
    boolean hasControlCharacters(UriText evaluated) {
        return dynamic.keySet().stream()
                .flatMap(key -> UriText.texts(evaluated.written().get(key)).stream())
                .anyMatch(value -> value.chars().anyMatch(Character::isISOControl));
    }

    /** The keys that an evaluated URI has beyond those of the template, lacks, or has more often or with another constant value. */
    Set<String> changedKeys(UriText evaluated) {
        Set<String> changed = new TreeSet<>(evaluated.written().keySet());
        changed.addAll(evaluated.values().keySet());
        changed.addAll(text.written().keySet());
        changed.removeIf(key -> isUnchanged(key, evaluated));
        return changed;
    }

    private boolean isUnchanged(String key, UriText evaluated) {
        List<String> expected = UriText.texts(text.written().get(key));
        List<String> written = UriText.texts(evaluated.written().get(key));
        if (expected.isEmpty()
                || written.size() != expected.size()
                || UriText.texts(evaluated.values().get(key)).size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).contains(mark) && !expected.get(i).equals(written.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Keys and values of an evaluated URI with the keys of this template: constants as the endpoint of a fixed URI would have them,
     * values in RAW marks as the message has them, others decoded.
     *
     * @return a text for each key, or a list for one that occurs more than once; RAW marks of the template are kept
     */
    Map<String, Object> fill(UriText evaluated) {
        Map<String, Object> filled = new LinkedHashMap<>();
        text.values().forEach((key, constant) -> filled.put(key, isDynamic(key) ? fill(key, evaluated) : constant));
        return filled;
    }

    private Object fill(String key, UriText evaluated) {
        List<String> written = UriText.texts(evaluated.written().get(key));
        List<String> decoded = UriText.texts(evaluated.values().get(key));
        List<DynamicValue> values = dynamic.get(key);
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            filled.add(values.get(i).isRaw() ? written.get(i) : decoded.get(i));
        }
        return filled.size() == 1 ? filled.get(0) : filled;
    }
}
