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
package io.github.camelvideo.tools.builders;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Java names for names of vendors. Each is given out once: a name that is taken, in any case, gets a word or a number behind it. The same
 * names in the same order give the same result, so that what is generated again fits the code that uses it.
 */
final class JavaNames {

    private final Set<String> taken = new HashSet<>();
    private final String word;

    /**
     * @param word what a name that is taken gets behind it, such as {@code Parameter}
     * @param taken names that must not be given out
     */
    JavaNames(String word, Collection<String> taken) {
        this.word = word;
        taken.forEach(name -> this.taken.add(key(name)));
    }

    /** A method or variable: {@code StreamName} becomes {@code streamName}, and {@code CDNRegion} {@code cdnRegion}. */
    String method(String name) {
        return free(decapitalized(camelCase(name)));
    }

    /** A class: {@code live-v2} becomes {@code LiveV2}. */
    String type(String name) {
        return free(capitalized(camelCase(name)));
    }

    private String free(String name) {
        String candidate = SourceVersion.isKeyword(name) ? name + word : name;
        for (int i = 1; !taken.add(key(candidate)); i++) {
            candidate = name + word + (i == 1 ? "" : i);
        }
        return candidate;
    }

    /** Class files of nested classes lie in one folder, which may not tell letters apart by their case. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Letters and digits alone; what follows any other character begins with a capital letter. */
    static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        boolean begin = false;
        for (char c : name.toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                text.append(begin ? Character.toUpperCase(c) : c);
                begin = false;
            } else {
                begin = !text.isEmpty();
            }
        }
        return text.isEmpty() || Character.isDigit(text.charAt(0)) ? "x" + text : text.toString();
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Of several capital letters at the begin, the last stays one if a small letter follows: it begins the next word. */
    private static String decapitalized(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals > 1 && capitals < name.length() && Character.isLowerCase(name.charAt(capitals));
        int lower = wordFollows ? capitals - 1 : capitals;
        return name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
    }
}
