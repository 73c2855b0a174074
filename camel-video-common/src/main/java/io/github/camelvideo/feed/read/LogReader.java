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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.Partition;
import java.util.ArrayList;
import java.util.List;

/** What the sources of all partitions of a feed of kind log share. Immutable, for any thread. */
public final class LogReader implements FeedSources {

    private final String name;
    private final Action action;
    private final LogSettings settings;
    private final ItemReader items;
    private final PageReader vendor;
    private final TwinEvents twins;
    private final VendorClock clock;

    /**
     * @param name how messages name the feed
     * @param twins what callbacks tell of the items, or null
     */
    public LogReader(
            String name,
            Action action,
            LogSettings settings,
            ItemType type,
            PageReader vendor,
            TwinEvents twins,
            VendorClock clock) {
        FeedSpec definition = action.feed();
        this.name = name;
        this.action = action;
        this.settings = settings;
        this.items = new ItemReader(
                name,
                settings.buckets() == null ? definition.list() : listOfBuckets(definition),
                type,
                action.paging() == null ? null : action.paging().total(),
                definition.time().field(),
                settings.itemTimes());
        this.vendor = vendor;
        this.twins = twins;
        this.clock = clock;
    }

    /** Items of several buckets stand in one list; those of one bucket differ by their dimensions. */
    private static ListSpec listOfBuckets(FeedSpec definition) {
        List<String> key = new ArrayList<>(definition.key());
        if (definition.time().field() != null) {
            key.add(0, definition.time().field());
        }
        return definition.list().withKey(key);
    }

    @Override
    public void check(ObjectNode baseParameters) {
        source(name, Partition.NONE, baseParameters).startingPoint(clock.now());
    }

    @Override
    public FeedSource source(String partitionName, Partition partition, ObjectNode baseParameters) {
        LogParameters parameters = LogParameters.of(partitionName, action, baseParameters, settings.windowTime());
        FeedSource list =
                new LogSource(partitionName, partition, settings, parameters, action.paging(), items, vendor, clock);
        return twins == null || !twins.areSeveral() ? list : new TwinSource(list, twins);
    }
}
