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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many actions of an API are of which sort. */
public record Stats(long actions, long changing, long paged, long feeds, long obsolete, long listedOnly) {

    /** Counts. */
    public static Stats of(ApiCatalog api) {
        return new Stats(
                api.actions().size(),
                count(api, Action::mutates),
                count(api, action -> action.paging() != null),
                count(api, FeedSentence::isReady),
                count(api, Action::isObsolete),
                api.listedOnly().size());
    }

    private static long count(ApiCatalog api, Predicate<Action> which) {
        return api.actions().values().stream().filter(which).count();
    }

    /** The figures of both. */
    public Stats plus(Stats other) {
        return new Stats(
                actions + other.actions,
                changing + other.changing,
                paged + other.paged,
                feeds + other.feeds,
                obsolete + other.obsolete,
                listedOnly + other.listedOnly);
    }

    /** The figures in the order of the components of this record, for a row of a table. */
    public List<String> cells() {
        return Stream.of(actions, changing, paged, feeds, obsolete, listedOnly)
                .map(String::valueOf)
                .toList();
    }

    String sentence() {
        String sorts = Stream.of(
                        part(changing, "change something"),
                        part(paged, "answer in pages"),
                        part(feeds, "can be consumed as feeds"),
                        part(obsolete, "are obsolete"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return actions + " actions" + (sorts.isEmpty() ? "" : "; of them " + sorts) + ".";
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }
}
