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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.tools.docs.Markdown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Feeds by what a reader wants to know, with what each costs. People chose the tasks; the catalogs tell the rest. */
final class TaskTable {

    private static final JsonNode TASKS = Project.json(Path.of("docs/src/test/resources/feed-tasks.json"));

    private TaskTable() {}

    /** The feeds of a group of tasks. */
    static String of(String group) {
        StringBuilder text = new StringBuilder(Markdown.head(
                List.of("you want", "consume", "kind", "`delay`", "polls a day", "retention", "callback")));
        StreamSupport.stream(TASKS.path(group).spliterator(), false)
                .forEach(task -> text.append(Markdown.row(cells(task))));
        return text.toString();
    }

    private static List<String> cells(JsonNode task) {
        ApiCatalog api = Scheme.allApis()
                .filter(one -> one.id().equals(task.path("api").asText()))
                .findFirst()
                .orElseThrow();
        Action action = api.actions().get(task.path("action").asText());
        FeedSpec feed = action.feed();
        JsonNode described = FeedTable.feeds(api).get(action.name());
        Duration delay = Duration.parse(described.path("delay").asText());
        return List.of(
                task.path("task").asText(),
                "[`" + name(api, action) + "`](reference/" + api.id() + ".md#" + Markdown.anchor(action.name()) + ")",
                feed.kind().name().toLowerCase(Locale.ROOT),
                FeedTable.span(delay),
                String.format(Locale.ROOT, "%,d", Duration.ofDays(1).dividedBy(delay))
                        + (isDivided(described) ? " for each value" : ""),
                retention(described),
                hasCallback(api, action) ? "yes" : "");
    }

    private static String name(ApiCatalog api, Action action) {
        return Scheme.of(api) == Scheme.ALIYUN_LINKVISUAL ? action.name() : api.id() + "/" + action.name();
    }

    /** Whether one call lists a single value of forEach. */
    private static boolean isDivided(JsonNode feed) {
        return StreamSupport.stream(feed.path("forEach").spliterator(), false)
                .anyMatch(partition -> partition.path("need").asText().equals("required"));
    }

    private static String retention(JsonNode feed) {
        if (feed.path("kind").asText().equals("snapshot")) {
            return "";
        }
        return feed.has("retention")
                ? FeedTable.span(Duration.parse(feed.path("retention").asText()))
                : "not documented";
    }

    private static boolean hasCallback(ApiCatalog api, Action action) {
        return api.callbacks() != null
                && api.callbacks().events().values().stream()
                        .anyMatch(event ->
                                event.twin() != null && event.twin().action().equals(action.name()));
    }
}
