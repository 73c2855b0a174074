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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The enumerations of one API: one for each parameter name and list of values, whichever actions have it. Values that are numbers, or no
 * words, have none; a constant would tell less than the value.
 */
final class ChoiceTypes {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/-]*");

    private final JavaNames classes;
    private final Map<Map.Entry<String, List<String>>, String> names = new HashMap<>();
    private final Map<String, List<String>> types = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    ChoiceTypes(JavaNames classes) {
        this.classes = classes;
    }

    /** The enumeration of a parameter, or null if it has none. */
    String of(Action action, Field field) {
        if (field.values().size() < 2
                || constants(field.values()).size() < field.values().size()) {
            return null;
        }
        return names.computeIfAbsent(Map.entry(field.name(), field.values()), key -> {
            boolean first = used.add(field.name().toLowerCase(Locale.ROOT));
            String name = classes.type(first ? field.name() : action.name() + JavaNames.capitalized(field.name()));
            types.put(name, field.values());
            return name;
        });
    }

    /** The source of all that were asked for. */
    String source() {
        StringBuilder source = new StringBuilder();
        types.forEach((name, values) -> {
            source.append("\n    /** Values of a parameter; the text of each is that of the vendor. */\n")
                    .append("    public enum ")
                    .append(name)
                    .append(" {\n");
            String separator = "";
            for (Map.Entry<String, String> constant : constants(values).entrySet()) {
                source.append(separator)
                        .append("        ")
                        .append(constant.getKey())
                        .append("(")
                        .append(JavaText.literal(constant.getValue()))
                        .append(")");
                separator = ",\n";
            }
            source.append(";\n\n        private final String text;\n\n        ")
                    .append(name)
                    .append("(String text) {\n            this.text = text;\n        }\n\n")
                    .append(
                            "        @Override\n        public String toString() {\n            return text;\n        }\n    }\n");
        });
        return source.toString();
    }

    /** Values by the names of their constants; fewer if some have no name of their own. */
    private static Map<String, String> constants(List<String> values) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (String value : values) {
            if (WORD.matcher(value).matches()) {
                constants.put(constant(value), value);
            }
        }
        return constants;
    }

    /** {@code leftUp} becomes {@code LEFT_UP}. */
    private static String constant(String value) {
        return value.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
    }
}
