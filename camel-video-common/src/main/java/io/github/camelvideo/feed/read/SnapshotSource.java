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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.ItemId;
import io.github.camelvideo.feed.Partition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list without time as a whole. A reading that a failure interrupts gives out nothing, and the next one continues at the page that
 * failed; where that page fails again and again, it begins anew. A list that did not stand still gives out what was seen, which does not
 * tell what is no longer there.
 *
 * <p>Run by the reading thread; {@link #trouble} may be asked by any.
 */
final class SnapshotSource implements FeedSource {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSource.class);

    /** So often a page is tried: it may need a new walk, such as where its token has expired. */
    private static final int TRIES_OF_A_PAGE = 5;

    /** That many readings in a row of a list that moves are no coincidence. */
    private static final int UNSETTLED_BEFORE_REPORT = 3;

    private final String name;
    private final Partition partition;
    private final ListRequest request;
    private final MemberState state;
    private final VendorClock clock;

    // of the reading thread; the reading under way, which may have been interrupted by a failure
    private ListReading reading;
    private int progress;
    private int failures;

    private volatile int unsettled;

    /** @param name how messages name the partition's feed */
    SnapshotSource(String name, Partition partition, ListRequest request, MemberState state, VendorClock clock) {
        this.name = name;
        this.partition = partition;
        this.request = request;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Batch read(ReadFrom from) throws InterruptedException {
        if (reading == null) {
            reading = new ListReading(request, true);
            progress = 0;
            failures = 0;
        }
        try {
            reading.run();
        } catch (RuntimeException failure) {
            interrupted();
            throw failure;
        }
        ListReading complete = reading;
        reading = null;
        Instant present = clock.now();
        List<ListedItem> members = new ArrayList<>(complete.seen().size());
        complete.seen().forEach((key, body) -> members.add(member(key, body, present)));
        settled(complete.isSettled());
        return complete.isSettled()
                ? new Batch(members, present, null, null, null, true)
                : new Batch(members, null, null, null, null, false);
    }

    private void interrupted() {
        int reached = reading.progress();
        failures = reached > progress ? 1 : failures + 1;
        progress = reached;
        if (failures >= TRIES_OF_A_PAGE) {
            LOG.debug("{}: a page failed {} times; the list is read anew", name, failures);
            reading = null;
        }
    }

    private void settled(boolean isSettled) {
        int before = unsettled;
        unsettled = isSettled ? 0 : before + 1;
        if (unsettled == UNSETTLED_BEFORE_REPORT) {
            LOG.warn(
                    "{}: {}. Members are delivered as added and changed, but not as removed. Raise pageSize if the action allows it, so"
                            + " that a reading takes less time.",
                    name,
                    moving());
        } else if (isSettled && before >= UNSETTLED_BEFORE_REPORT) {
            LOG.info("{}: the list stood still while it was read", name);
        }
    }

    private String moving() {
        return "the list did not stand still in " + unsettled + " readings in a row";
    }

    private ListedItem member(String key, JsonNode body, Instant present) {
        ItemId id = new ItemId(partition, key, state.of(body));
        return new ListedItem(FeedItem.listed(id, present, body), present, present, false);
    }

    @Override
    public void probe() throws InterruptedException {
        ObjectNode page = request.firstPage();
        request.vendor().read(page);
    }

    @Override
    public void restart() {
        reading = null;
    }

    @Override
    public boolean isBehind() {
        return false;
    }

    @Override
    public void foundLate(Duration lateness) {
        // members have no time that they could be late for
    }

    @Override
    public ReadTrouble trouble() {
        return unsettled < UNSETTLED_BEFORE_REPORT ? ReadTrouble.NONE : new ReadTrouble(null, null, moving());
    }

    @Override
    public Instant startingPoint(Instant startedAt) {
        return startedAt;
    }
}
