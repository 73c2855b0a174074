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
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** Makes the feed that an action's definition asks for: the one place where a kind picks a class. */
public final class Feeds {

    private Feeds() {}

    /** The parameters that a feed of the action sets by itself for each call. Its defaults are the user's to set. */
    public static Set<String> ownParameters(Action action) {
        Set<String> names = new HashSet<>();
        if (action.paging() != null) {
            names.add(action.paging().pageParameter());
            names.add(action.paging().sizeParameter());
        }
        if (action.feed().window() != null) {
            names.add(action.feed().window().begin());
            names.add(action.feed().window().end());
        }
        return names;
    }

    /** The parameters that need not be given: those that a feed of the action sets by itself, and those that have a default there. */
    public static Set<String> suppliedParameters(Action action) {
        Set<String> names = ownParameters(action);
        names.addAll(action.feed().defaults().keySet());
        return names;
    }

    /**
     * A feed that is not started.
     *
     * @param name how messages and logs name the feed
     * @param baseParameters the user's own parameters; not changed. They win over those the catalog fixes, but must not touch paging
     *     or the window, which belong to the feed
     * @param store where the position is kept; the repository must be started before the feed
     * @param reader calls the action
     * @throws IllegalArgumentException when the action has no feed of a kind that is supported, or an option or parameter does not fit it
     */
    public static Feed open(
            String name,
            Action action,
            ObjectNode baseParameters,
            FeedOptions options,
            PositionStore store,
            PageReader reader,
            Clock clock) {
        return of(name, action, options, reader, clock).open(name, null, null, baseParameters, store);
    }

    /**
     * A feed that runs once for each value of a list that may change, not started. What is refused is what {@link #open} refuses.
     *
     * @param baseParameters the user's parameters but for that of the value, to refuse wrong ones before any value is read
     * @param store names the positions; each value has one of its own below it
     * @param workers reads the vendor, as many values at once as wanted; each task waits for the vendor
     */
    public static Feed forEach(
            String name,
            Action action,
            ForEach forEach,
            ObjectNode baseParameters,
            FeedOptions options,
            ValuePositions store,
            PageReader reader,
            Executor workers,
            Clock clock) {
        LogFeeds feeds = of(name, action, options, reader, clock);
        feeds.check(baseParameters);
        return new ForEachFeed(name, forEach, new ListedValues(name, forEach, feeds, store, clock), workers);
    }

    private static LogFeeds of(String name, Action action, FeedOptions options, PageReader reader, Clock clock) {
        FeedDefinition definition = action.feed();
        if (definition == null) {
            throw new IllegalArgumentException(
                    name + ": the catalog does not know how to consume this action item by item. Use mode=RESPONSE.");
        }
        return switch (definition.kind()) {
            case LOG -> new LogFeeds(name, action, options, reader, clock);
            case SERIES, SNAPSHOT ->
                throw new IllegalArgumentException(
                        name + ": feeds of kind " + definition.kind() + " are not supported yet. Use mode=RESPONSE.");
        };
    }
}
