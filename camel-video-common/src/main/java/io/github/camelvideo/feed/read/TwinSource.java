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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A source that gives the events its items stand for in their place. */
final class TwinSource implements FeedSource {

    private final FeedSource list;
    private final TwinEvents events;

    TwinSource(FeedSource list, TwinEvents events) {
        this.list = list;
        this.events = events;
    }

    @Override
    public Batch read(ReadFrom from) throws InterruptedException {
        Batch batch = list.read(from);
        List<ListedItem> items =
                batch.items().stream().flatMap(item -> events.of(item).stream()).toList();
        return new Batch(items, batch.readUpTo(), batch.keepFrom(), batch.failure(), batch.sweepEnded(), batch.all());
    }

    @Override
    public void probe() throws InterruptedException {
        list.probe();
    }

    @Override
    public void restart() {
        list.restart();
    }

    @Override
    public boolean isBehind() {
        return list.isBehind();
    }

    @Override
    public void foundLate(Duration lateness) {
        list.foundLate(lateness);
    }

    @Override
    public ReadTrouble trouble() {
        return list.trouble();
    }

    /** The list may date an event a little earlier than its callback. */
    @Override
    public Instant listsFrom(Instant time) {
        return list.listsFrom(time).minus(events.within());
    }

    @Override
    public Instant startingPoint(Instant startedAt) {
        return list.startingPoint(startedAt);
    }
}
