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
package io.github.camelvideo.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedDefinition;
import java.time.Clock;
import java.time.Instant;

/** What all log feeds of one action with one set of options share, so that one more costs little. Immutable, for any thread. */
final class LogFeeds {

    private final Action action;
    private final FeedSettings settings;
    private final ItemReader items;
    private final ListReader lists;
    private final Clock clock;

    LogFeeds(String name, Action action, FeedOptions options, PageReader reader, Clock clock) {
        FeedDefinition definition = action.feed();
        this.action = action;
        this.settings = FeedSettings.of(name, action, options);
        this.items = new ItemReader(
                name, definition.items(), definition.key(), definition.time().field(), settings.itemTimes());
        this.lists = new ListReader(action.paging(), settings.pageSize(), items, reader);
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a parameter belongs to the feed, or {@code startFrom} does not fit it */
    void check(ObjectNode baseParameters) {
        FeedParameters.of(settings.name(), action, baseParameters, settings.windowTime());
        settings.startFrom().resolve(clock.instant(), new ReadPass(settings).earliestStart(clock.instant()));
    }

    /**
     * A feed that is not started.
     *
     * @param name how messages name it
     * @param value the value it runs for, or null
     * @param since the moment {@code startFrom} counts from, or null for that of the start
     * @throws IllegalArgumentException when a parameter belongs to the feed
     */
    Feed open(String name, String value, Instant since, ObjectNode baseParameters, PositionStore store) {
        FeedParameters parameters = FeedParameters.of(name, action, baseParameters, settings.windowTime());
        return new LogFeed(settings.named(name), value, since, parameters, items, lists, store, clock);
    }
}
