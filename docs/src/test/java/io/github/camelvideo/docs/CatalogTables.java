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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.feed.delivery.FeedFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of what the catalogs hold and guides show. The rest is in the reference pages. */
final class CatalogTables {

    Map<String, String> parts() {
        return Map.of("feeds", feeds());
    }

    /** The actions of an API whose items a consumer delivers one by one. */
    static List<Action> feeds(ApiCatalog api) {
        return api.actions().values().stream()
                .filter(Feed::isReady)
                .sorted(Comparator.comparing(Action::name))
                .toList();
    }

    private String feeds() {
        StringBuilder text =
                new StringBuilder("| API | action | required | item key | item time | maximum window | retention |"
                        + " `lookback` | `delay` | `acknowledge` |\n|---|---|---|---|---|---|---|---|---|---|\n");
        Scheme.allApis().forEach(api -> feeds(api).forEach(action -> {
            LogSpec feed = (LogSpec) action.feed();
            Stream<String> cells = Stream.of(
                    api.id(),
                    "`" + action.name() + "`",
                    needed(action),
                    names(feed.key()),
                    "`" + feed.time().field() + "`",
                    feed.window() == null ? "none" : span(feed.window().maxSpan()),
                    span(feed.retention()),
                    span(feed.lookback()),
                    span(feed.delay()),
                    feed.acknowledge().isEmpty()
                            ? "none"
                            : names(new TreeMap<>(feed.acknowledge())
                                    .keySet().stream().toList()));
            text.append("| ").append(cells.collect(Collectors.joining(" | "))).append(" |\n");
        }));
        return text.toString();
    }

    /** What a user has to give: the feed sets the rest. */
    private static String needed(Action action) {
        List<String> needed = action.parameters().values().stream()
                .filter(field -> field.required()
                        && !FeedFactory.suppliedParameters(action).contains(field.name()))
                .map(Field::name)
                .toList();
        return needed.isEmpty() ? "none" : names(needed);
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String span(Duration span) {
        if (span == null) {
            return "not documented";
        }
        return span.toHours() > 0 && span.toHours() % 24 == 0
                ? span.toDays() + " d"
                : span.toString()
                        .substring(2)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("(\\d+)([hms])", "$1 $2");
    }
}
