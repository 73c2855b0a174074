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
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list without time as a whole. A reading that a failure interrupts gives out nothing, and the next one continues at the page that
 * failed; where that page fails again and again, it begins anew. A list that did not stand still gives out what was seen, which does not
 * tell what is no longer there.
 *
 * <p>A list may be long and memory short: of members that were told as they are, only the key is kept, of others a text, and these are
 * given out some at a time.
 *
 * <p>Run by the reading thread; {@link #trouble} and {@link #isBehind} may be asked by any.
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

    /** So many members are given out at a time. */
    private static final int GIVEN_OUT = 1_000;

    // of the reading thread; the reading under way, which may have been interrupted by a failure
    private ListReading<Optional<byte[]>> reading;
    /** When the reading began, which is the time of all its members, by the vendor's clock. */
    private Instant present;

    private int progress;
    private int failures;

    /** Members of a complete reading that were not given out; null where there are none. */
    private Iterator<Map.Entry<String, Optional<byte[]>>> rest;

    private volatile int unsettled;
    private volatile boolean behind;

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
        if (rest == null) {
            readAll(from.told());
        }
        List<ListedItem> members = new ArrayList<>();
        while (rest.hasNext() && members.size() < GIVEN_OUT) {
            Map.Entry<String, Optional<byte[]>> next = rest.next();
            next.getValue().ifPresent(body -> members.add(member(next.getKey(), body)));
            next.setValue(Optional.empty());
        }
        behind = rest.hasNext();
        return behind ? new Batch(members, null, null, null) : last(members);
    }

    private void readAll(ReadFrom.Told told) throws InterruptedException {
        if (reading == null) {
            Instant begun = clock.now();
            present = begun;
            reading = new ListReading<>(
                    request,
                    true,
                    (key, body) -> told.isTold(key, state.of(body), begun)
                            ? Optional.empty()
                            : Optional.of(ExactJson.bytes(body)));
            progress = 0;
            failures = 0;
        }
        try {
            reading.run();
        } catch (RuntimeException failure) {
            interrupted();
            throw failure;
        }
        settled(reading.isSettled());
        rest = reading.seen().entrySet().iterator();
    }

    private Batch last(List<ListedItem> members) {
        ListReading<?> complete = reading;
        reading = null;
        rest = null;
        return complete.isSettled()
                ? new Batch(members, present, null, null, null, complete.seen().keySet())
                : new Batch(members, null, null, null);
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
            LOG.info("{}: the list did not change while it was read", name);
        }
    }

    private String moving() {
        return "the list kept changing in " + unsettled + " readings in a row";
    }

    private ListedItem member(String key, byte[] text) {
        JsonNode body;
        try {
            body = ExactJson.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
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
        rest = null;
        behind = false;
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    @Override
    public void foundLate(Duration lateness) {
        // members have no time that they could be late for
    }

    @Override
    public ReadTrouble trouble() {
        return unsettled < UNSETTLED_BEFORE_REPORT ? ReadTrouble.NONE : new ReadTrouble(null, null, null, moving());
    }

    @Override
    public Instant startingPoint(Instant startedAt) {
        return startedAt;
    }
}
