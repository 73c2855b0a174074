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
package io.github.camelvideo.tools.docs;

import java.util.List;
import java.util.Locale;

/** Writes text so that GitHub shows it as it is. */
public final class Markdown {

    private Markdown() {}

    /** Words without any formatting of their own; nothing for null, as catalogs may have no texts. */
    public static String text(String words) {
        return words == null ? "" : words.replaceAll("([\\\\`*\\[\\]<>|~$])", "\\\\$1");
    }

    /** A name or value as it is typed. A table splits its rows before it looks for code, so a bar is escaped even here. */
    public static String code(String words) {
        return "`" + words.replace("`", "'").replace("|", "\\|") + "`";
    }

    /** Several names or values, with commas. */
    public static String codes(List<String> words) {
        return String.join(", ", words.stream().map(Markdown::code).toList());
    }

    /** A line of a table. */
    public static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The first two lines of a table. */
    public static String head(List<String> titles) {
        return row(titles) + "|" + "---|".repeat(titles.size()) + "\n";
    }

    /** The anchor that GitHub gives a heading. */
    public static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Alnum}\\s_-]", "")
                .strip()
                .replace(' ', '-');
    }

    /** Words that lead to a target. */
    public static String link(String words, String target) {
        return "[" + text(words) + "](" + target + ")";
    }
}
