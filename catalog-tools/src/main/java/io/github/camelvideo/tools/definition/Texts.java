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

import java.util.regex.Pattern;

/** The vendors' texts, which may be HTML, as one line. */
final class Texts {

    /** Begins with a letter or a slash, so that "a < b" stays; the length is bounded so that many "<" take no time. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");

    private Texts() {}

    /** Without tags, in one line, without blanks at the ends; null for a text that is empty then. */
    static String line(String text) {
        if (text == null) {
            return null;
        }
        String plain = TAG.matcher(text).replaceAll(" ");
        String entities = plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        String line = SPACE.matcher(entities).replaceAll(" ").strip();
        return line.isEmpty() ? null : line;
    }
}
