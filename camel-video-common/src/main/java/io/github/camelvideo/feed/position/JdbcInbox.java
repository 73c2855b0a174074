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
package io.github.camelvideo.feed.position;

import java.util.Collection;
import java.util.List;

/**
 * An inbox in the rows of entries, for any number of processes: without a head, and without an owner. Whichever node a load balancer
 * chooses stores the callback; the one that runs the feed finds it.
 */
final class JdbcInbox implements Inbox {

    private static final String PARTITION = "inbox";

    private final JdbcPositions positions;
    private final String feed;
    private final String id;

    JdbcInbox(JdbcPositions positions, String feed) {
        this.positions = positions;
        this.feed = feed;
        this.id = ColumnText.id(feed, PARTITION);
    }

    @Override
    public void put(PositionEntry entry) {
        positions.transactions().run("store a callback of feed '" + feed + "'", connection -> {
            positions.entries().remove(connection, id, List.of(entry.key()));
            positions.entries().insert(connection, id, List.of(entry));
            return null;
        });
    }

    @Override
    public void remove(Collection<String> keys) {
        positions.transactions().run("remove callbacks of feed '" + feed + "'", connection -> {
            positions.entries().remove(connection, id, keys);
            return null;
        });
    }

    @Override
    public void flush() {
        // a removal is stored at once
    }

    @Override
    public List<PositionEntry> load() {
        return positions.transactions().run("read the callbacks of feed '" + feed + "'", connection -> positions
                .entries()
                .read(connection, id, null));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
