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
package io.github.camelvideo.lint;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks the style of the texts in the catalogs of this project, which the reference shows. Catalogs of users may hold the vendor's texts
 * as they are.
 */
public final class TextLint {

    private static final Pattern PHRASE = Pattern.compile("[!-~]([ -~]*[!-\\-/-~])?");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][ -~]+\\.");

    private final List<String> findings = new ArrayList<>();

    private TextLint() {}

    /** Texts that are not in this style; texts that are missing do not count. */
    public static List<String> findings(ApiCatalog api) {
        TextLint lint = new TextLint();
        lint.phrase("title", api.title());
        api.groups().forEach((id, title) -> lint.phrase("group " + id, title));
        api.actions().values().forEach(action -> {
            lint.sentence(action.name(), action.summary());
            lint.fields(action.name(), action.parameters());
            lint.fields(action.name(), action.answer());
        });
        api.types().forEach(lint::fields);
        return lint.findings;
    }

    /** Places that the reference would leave blank: actions, parameters and fields without a summary, actions without a group. */
    public static List<String> missing(ApiCatalog api) {
        List<String> places = new ArrayList<>();
        api.actions().values().forEach(action -> {
            if (action.summary() == null || action.group() == null) {
                places.add(action.name());
            }
            blank(action.name(), action.parameters(), places);
            blank(action.name(), action.answer(), places);
        });
        api.types().forEach((name, fields) -> blank(name, fields, places));
        if (api.title() == null) {
            places.add("title");
        }
        return places;
    }

    private static void blank(String owner, Map<String, Field> fields, List<String> places) {
        fields.values().stream()
                .filter(field -> field.summary() == null)
                .forEach(field -> places.add(owner + "." + field.name()));
    }

    private void fields(String owner, Map<String, Field> fields) {
        fields.values().forEach(field -> phrase(owner + "." + field.name(), field.summary()));
    }

    private void phrase(String place, String text) {
        if (text != null && !PHRASE.matcher(text).matches()) {
            findings.add(place + ": is not a phrase of English without a full stop");
        }
    }

    private void sentence(String place, String text) {
        if (text != null && !SENTENCE.matcher(text).matches()) {
            findings.add(place + ": is not a sentence of English");
        }
    }
}
