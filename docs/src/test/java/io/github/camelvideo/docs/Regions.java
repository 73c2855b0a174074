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
package io.github.camelvideo.docs;

import java.util.List;

/**
 * Cuts a region out of a file: the lines between a comment {@code region NAME} and the next comment {@code end}, without their common
 * indentation. Without a name it is the whole file.
 */
final class Regions {

    private static final String COMMENT = "\\s*(//|#|<!--)\\s*";

    private Regions() {}

    static String of(String file, String text, String name) {
        if (name.isEmpty()) {
            return text.strip() + "\n";
        }
        List<String> lines = text.lines().toList();
        int begin = indexOf(lines, COMMENT + "region " + name + "(\\s*-->)?\\s*", 0);
        int end = begin < 0 ? -1 : indexOf(lines, COMMENT + "end(\\s*-->)?\\s*", begin);
        if (end < 0) {
            throw new IllegalArgumentException(file + " has no region '" + name + "' with an end");
        }
        return String.join("\n", lines.subList(begin + 1, end)).stripIndent().strip() + "\n";
    }

    private static int indexOf(List<String> lines, String pattern, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }
}
