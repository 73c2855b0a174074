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

/** Texts in Java source. A catalog that a user imported may hold any text. */
final class JavaText {

    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                default -> literal.append(c < 32 || c > 126 ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return literal.append('"').toString();
    }

    /** A text inside a documentation comment: no markup, no tag, no end of the comment, no Unicode escape. */
    static String doc(String text) {
        StringBuilder doc = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> doc.append("&amp;");
                case '<' -> doc.append("&lt;");
                case '>' -> doc.append("&gt;");
                case '@' -> doc.append("&#64;");
                case '{' -> doc.append("&#123;");
                case '}' -> doc.append("&#125;");
                case '*' -> doc.append("&#42;");
                case '\\' -> doc.append("&#92;");
                default -> doc.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return doc.toString().strip();
    }

    /** A documentation comment of one line, with a margin. */
    static String comment(String margin, String doc) {
        return margin + "/** " + doc + " */\n";
    }
}
