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

import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of parameters, of answers and of the fields of structures. */
final class FieldTable {

    private FieldTable() {}

    /** What a call takes; the places are shown where the document names any. */
    static String parameters(Collection<Field> fields) {
        boolean places = fields.stream().anyMatch(field -> !field.in().isEmpty());
        List<String> titles = new ArrayList<>(List.of("parameter", "type", "required"));
        if (places) {
            titles.add("in");
        }
        titles.addAll(List.of("limits", "what it is"));
        return Markdown.head(titles)
                + fields.stream()
                        .map(field -> Markdown.row(parameter(field, places)))
                        .collect(Collectors.joining());
    }

    private static List<String> parameter(Field field, boolean places) {
        List<String> cells = new ArrayList<>(
                List.of(Markdown.code(field.name()), type(field.type()), field.required() ? "yes" : "no"));
        if (places) {
            cells.add(field.in().stream()
                    .map(place -> place.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", ")));
        }
        cells.add(limits(field));
        cells.add(meaning(field));
        return cells;
    }

    static String answer(Collection<Field> fields) {
        return Markdown.head(List.of("field", "type", "what it is"))
                + fields.stream()
                        .map(field ->
                                Markdown.row(List.of(Markdown.code(field.name()), type(field.type()), answered(field))))
                        .collect(Collectors.joining());
    }

    /** The fields of a structure that requests hold, and perhaps answers too. */
    static String structure(Collection<Field> fields) {
        return Markdown.head(List.of("field", "type", "required", "limits", "what it is"))
                + fields.stream()
                        .map(field -> Markdown.row(List.of(
                                Markdown.code(field.name()),
                                type(field.type()),
                                field.required() ? "yes" : "no",
                                limits(field),
                                answered(field))))
                        .collect(Collectors.joining());
    }

    /** The type, with a link to the structure in it. */
    static String type(FieldType type) {
        return switch (type.kind()) {
            case ARRAY -> "Array of " + type(type.item());
            case MAP -> "Map of " + type(type.item());
            case STRUCT -> Markdown.link(type.struct(), "#" + anchor(type.struct()));
            default -> type.toString();
        };
    }

    /** Actions keep the anchors of their names, so structures have anchors of their own. */
    static String anchor(String struct) {
        return "type-" + struct;
    }

    private static String limits(Field field) {
        List<String> limits = new ArrayList<>();
        if (!field.values().isEmpty()) {
            limits.add(Markdown.codes(field.values()));
        }
        if (field.min() != null && field.max() != null) {
            limits.add(field.min() + " to " + field.max());
        } else if (field.min() != null) {
            limits.add("from " + field.min());
        } else if (field.max() != null) {
            limits.add("to " + field.max());
        }
        if (field.maxItems() != null) {
            limits.add("at most " + field.maxItems() + " elements");
        }
        return String.join("; ", limits);
    }

    private static String meaning(Field field) {
        return sentences(field, List.of(Markdown.text(field.summary())));
    }

    private static String answered(Field field) {
        return sentences(
                field,
                List.of(
                        Markdown.text(field.summary()),
                        field.success() == null ? "" : Markdown.code(field.success()) + " means success",
                        field.nullable() ? "May be null" : ""));
    }

    /** Those that are not empty, and whether the field is secret. */
    private static String sentences(Field field, List<String> sentences) {
        return Stream.concat(sentences.stream(), Stream.of(field.secret() ? "Secret." : ""))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(". "));
    }
}
