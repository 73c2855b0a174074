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
package io.github.camelvideo.examples.tickets;

/**
 * One column of a table on a terminal of fixed-width letters.
 *
 * <p>Counts places and not characters: a Chinese character takes two, an accent of its own takes none. Text that came over the network
 * cannot move the cursor: control characters are replaced.
 */
record Column(String title, int width, Longer longer) {

    /** What becomes of a text that is too long. */
    enum Longer {
        /** All of it is shown, and the line is longer than others. */
        STAYS,
        /** Its end is cut off. */
        KEEPS_START,
        /** Its start is cut off. */
        KEEPS_END
    }

    private static final String CUT = "..";

    /** The text, exactly as wide as the column, unless it is longer and stays so. */
    String fit(String text) {
        String clean = text == null ? "" : printable(text);
        String shown = width(clean) <= width || longer == Longer.STAYS ? clean : cut(clean);
        return shown + " ".repeat(Math.max(0, width - width(shown)));
    }

    private String cut(String text) {
        StringBuilder kept = new StringBuilder(text);
        boolean atEnd = longer == Longer.KEEPS_START;
        while (kept.length() > 0 && width(kept.toString()) + CUT.length() > width) {
            if (atEnd) {
                kept.setLength(kept.offsetByCodePoints(kept.length(), -1));
            } else {
                kept.delete(0, kept.offsetByCodePoints(0, 1));
            }
        }
        return atEnd ? kept + CUT : CUT + kept;
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Places a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(Column::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The blocks whose East Asian Width is W or F. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
