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
package io.github.camelvideo.credentials;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sections in brackets, {@code name = value} lines in them, comments on lines of their own behind {@code #} or {@code ;}. */
final class IniFile {

    private IniFile() {}

    /** Values of a section by name, the last one where a name repeats; null where there is no such section. */
    static Map<String, String> section(String content, String name) {
        Map<String, String> values = null;
        boolean inside = false;
        for (String line : content.lines().toList()) {
            String text = line.replace("\uFEFF", "").strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                inside = text.substring(1, text.length() - 1).strip().equals(name);
                if (inside && values == null) {
                    values = new LinkedHashMap<>();
                }
            } else if (inside && !text.startsWith("#") && !text.startsWith(";")) {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    values.put(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip());
                }
            }
        }
        return values;
    }
}
