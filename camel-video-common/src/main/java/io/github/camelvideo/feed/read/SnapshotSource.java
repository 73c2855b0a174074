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

/**
 * Reads a list without time as a whole. A reading that a failure interrupts gives out nothing, and the next one continues at the page that
 * failed.
 */
final class SnapshotSource implements FeedSource {

    private final Partition partition;
    private final ListRequest request;
    private final MemberState state;
    private final VendorClock clock;

    // of the reading thread; the reading under way, which may have been interrupted by a failure
    private ListReading reading;

    SnapshotSource(Partition partition, ListRequest request, MemberState state, VendorClock clock) {
        this.partition = partition;
        this.request = request;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Batch read(ReadFrom from) throws InterruptedException {
        if (reading == null) {
            reading = new ListReading(request, true);
        }
        reading.run();
        ListReading complete = reading;
        reading = null;
        Instant present = clock.now();
        List<ListedItem> members = new ArrayList<>(complete.seen().size());
        complete.seen().forEach((key, body) -> members.add(member(key, body, present)));
        return new Batch(members, present, null, null, true);
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
        return ReadTrouble.NONE;
    }

    @Override
    public Instant startingPoint(Instant startedAt) {
        return startedAt;
    }
}
