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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference page of one API. */
public final class ApiPage {

    private static final List<String> INDEX = List.of("action", "what it does", "");

    private final ApiCatalog api;
    private final PageSettings settings;

    public ApiPage(ApiCatalog api, PageSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** The page in GitHub's Markdown. */
    public String text() {
        Map<String, List<Action>> groups = byGroup(api.actions().values());
        StringBuilder text = new StringBuilder(settings.notice())
                .append("# ")
                .append(api.id())
                .append("\n\n")
                .append(introduction())
                .append("## Contents\n\n")
                .append(contents(groups))
                .append(new ListedOnly(api, settings).text());
        groups.forEach((title, actions) -> {
            text.append("## ").append(title).append("\n\n");
            actions.forEach(action -> text.append(section(action)));
        });
        return text.append(new Structures(api).text())
                .append("## Error codes\n\n")
                .append(ErrorTable.of(api))
                .toString();
    }

    private String introduction() {
        Stats stats = Stats.of(api);
        // an imported catalog may have no title
        return Markdown.text(api.title() == null ? api.id() : api.title())
                + (api.version() == null ? "" : ", version " + api.version())
                + ", host " + Markdown.code(api.endpoint()) + ". " + Wires.of(api.protocol()) + "\n\n"
                + regions()
                + (api.asOf() == null ? "" : "As the vendor defined it on " + api.asOf() + ". ")
                + stats.sentence() + " " + settings.guide() + "\n\n";
    }

    private String regions() {
        return api.regions().isEmpty() ? "" : "Regions: " + Markdown.codes(api.regions()) + ".\n\n";
    }

    /** The title of an action's group; an imported catalog has no groups. */
    private String title(Action action) {
        return action.group() == null ? "Actions" : api.groups().getOrDefault(action.group(), action.group());
    }

    /** Groups and their actions in the order of the alphabet. */
    private Map<String, List<Action>> byGroup(Collection<Action> actions) {
        return actions.stream()
                .sorted(Comparator.comparing(Action::name))
                .collect(Collectors.groupingBy(this::title, TreeMap::new, Collectors.toList()));
    }

    private String contents(Map<String, List<Action>> groups) {
        StringBuilder text = new StringBuilder();
        groups.forEach((title, actions) -> {
            text.append("**")
                    .append(Markdown.link(title, "#" + Markdown.anchor(title)))
                    .append("**\n\n");
            text.append(Markdown.head(INDEX));
            actions.forEach(action -> text.append(Markdown.row(List.of(
                    Markdown.link(action.name(), "#" + Markdown.anchor(action.name())),
                    Markdown.text(action.summary()),
                    notes(action)))));
            text.append("\n");
        });
        return text.append("Also: ")
                .append(api.listedOnly().isEmpty() ? "" : "[listed only](#listed-only), ")
                .append(api.types().isEmpty() ? "" : "[structures](#structures), ")
                .append("[error codes](#error-codes).\n\n")
                .toString();
    }

    private static String notes(Action action) {
        return Stream.of(
                        action.mutates() ? "changes" : "",
                        action.paging() == null ? "" : "paged",
                        FeedSentence.isReady(action) ? "feed" : "",
                        action.isObsolete() ? "obsolete" : "",
                        action.age().added() == null
                                ? ""
                                : "new " + action.age().added())
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String section(Action action) {
        return new ActionSection(api, action, settings).text();
    }
}
