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
package io.github.camelvideo.tools.metadata;

import io.github.camelvideo.catalog.Field;
import java.util.ArrayList;
import java.util.List;

/** What is to be known of a parameter, in sentences. */
public final class ParameterText {

    private ParameterText() {}

    /** Summary, whether it is required, and limits; each ends with a full stop. */
    public static String of(Field field) {
        List<String> sentences = new ArrayList<>();
        if (field.summary() != null && !field.summary().isBlank()) {
            sentences.add(field.summary());
        }
        if (field.required()) {
            sentences.add("Required");
        }
        if (!field.values().isEmpty()) {
            sentences.add("One of " + String.join(", ", field.values()));
        }
        String range = range(field);
        if (!range.isEmpty()) {
            sentences.add(range);
        }
        if (field.maxItems() != null) {
            sentences.add("At most " + field.maxItems() + " elements");
        }
        if (!field.type().isScalar()) {
            sentences.add("Type: " + field.type());
        }
        return String.join(
                " ",
                sentences.stream()
                        .map(sentence -> sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".")
                        .toList());
    }

    private static String range(Field field) {
        if (field.min() != null && field.max() != null) {
            return "From " + field.min() + " to " + field.max();
        }
        if (field.min() != null) {
            return "At least " + field.min();
        }
        return field.max() == null ? "" : "At most " + field.max();
    }
}
