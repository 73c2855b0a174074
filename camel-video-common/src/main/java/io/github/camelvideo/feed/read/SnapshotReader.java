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
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.paging.Paginator;
import java.util.List;

/** Makes the sources of feeds of kind snapshot. Immutable, for any thread. */
public final class SnapshotReader implements FeedSources {

    private final Action action;
    private final Integer pageSize;
    private final ItemReader items;
    private final MemberState state;
    private final PageReader vendor;
    private final VendorClock clock;

    /**
     * @param name how messages name the feed
     * @param type what is known of the members
     * @throws IllegalArgumentException when an option does not fit a list without time, naming option, value and remedy
     */
    public SnapshotReader(
            String name, Action action, FeedOptions options, ItemType type, PageReader vendor, VendorClock clock) {
        boolean startsNow = options.startFrom() == null || options.startFrom().equals(StartFrom.NOW);
        refuse(name, "startFrom", startsNow ? null : options.startFrom(), "Use the option initial.");
        refuse(name, "lookback", options.lookback(), "Remove the option.");
        refuse(name, "gracePeriod", options.gracePeriod(), "Use the option missingReadings.");
        refuse(name, "window", options.window(), "Remove the option.");
        refuse(name, "sweepEvery", options.sweep().every(), "Each poll reads the whole list. Remove the option.");
        refuse(name, "sweepSpan", options.sweep().span(), "Each poll reads the whole list. Remove the option.");
        FeedOptions.Snapshot snapshot = options.snapshot();
        LogSettings.check(
                snapshot.missingReadings() >= 1,
                name,
                "missingReadings=" + snapshot.missingReadings() + ": must be at least 1.");
        LogSettings.check(
                snapshot.maxRemoved() >= 0 && snapshot.maxRemoved() <= 100,
                name,
                "maxRemoved=" + snapshot.maxRemoved() + ": must be a percentage from 0 to 100.");
        LogSettings.check(
                snapshot.resync() == null
                        || !snapshot.resync().isNegative() && !snapshot.resync().isZero(),
                name,
                "resync=" + snapshot.resync() + ": must be greater than zero.");
        this.action = action;
        this.pageSize = LogSettings.pageSize(name, action, options.pageSize());
        this.items = new ItemReader(
                name,
                action.feed().list(),
                type,
                action.paging() == null ? null : action.paging().total(),
                null,
                List.of());
        this.state = new MemberState((SnapshotSpec) action.feed(), type);
        this.vendor = vendor;
        this.clock = clock;
    }

    private static void refuse(String name, String option, Object value, String remedy) {
        LogSettings.check(
                value == null,
                name,
                option + " does not apply: the action lists things without a time, and the feed delivers what changes. "
                        + remedy);
    }

    /** Tells the states of members apart. */
    public MemberState state() {
        return state;
    }

    @Override
    public void check(ObjectNode baseParameters) {
        LogParameters.of(action.name(), action, baseParameters, null);
    }

    @Override
    public FeedSource source(String partitionName, Partition partition, ObjectNode baseParameters) {
        ObjectNode parameters =
                LogParameters.of(partitionName, action, baseParameters, null).base();
        Paging paging = action.paging();
        ObjectNode first = paging == null ? parameters : new Paginator(paging).first(parameters, pageSize);
        return new SnapshotSource(
                partitionName,
                partition,
                new ListRequest(paging, first, items, vendor, Integer.MAX_VALUE, true),
                state,
                clock);
    }
}
