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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import java.util.Comparator;
import java.util.List;

/** The actions of an API that the vendor names and does not describe. */
final class ListedOnly {

    private final ApiCatalog api;
    private final PageSettings settings;

    ListedOnly(ApiCatalog api, PageSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** A section, or nothing where everything is described. */
    String text() {
        if (api.listedOnly().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## Listed only\n\n"
                + "The vendor lists these without saying what they take and answer. With `validation=LENIENT` they are"
                + " called all the same, with whatever parameters you pass, and count as changing something:\n\n");
        List<Action> actions = api.listedOnly().values().stream()
                .sorted(Comparator.comparing(Action::name))
                .toList();
        text.append("```text\n")
                .append(uri(actions.get(0)))
                .append("\n```\n\n")
                .append(Markdown.head(List.of("action", "group", "calls per second", "use instead")));
        actions.forEach(action -> text.append(Markdown.row(List.of(
                Markdown.code(action.name()),
                Markdown.text(api.groups().getOrDefault(action.group(), "")),
                action.rateLimit() == null ? "" : action.rateLimit().toString(),
                Successors.links(api, action, settings)))));
        return text.append("\n").toString();
    }

    private String uri(Action action) {
        return settings.path() + action.name() + "?validation=LENIENT";
    }
}
