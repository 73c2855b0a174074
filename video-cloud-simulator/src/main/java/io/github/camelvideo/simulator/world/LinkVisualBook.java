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
package io.github.camelvideo.simulator.world;

import io.github.camelvideo.simulator.world.Change.LinkVisualEventAdded;
import io.github.camelvideo.simulator.world.Change.LinkVisualPictureAdded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invents events of Link Visual; brings generated ones up to date before anyone looks. */
final class LinkVisualBook {

    private final Ledger ledger;
    private final Seeds seeds;
    private final Clock clock;

    // written only inside ledger.exclusively
    private Moments generator;
    private List<String> sources = List.of();
    private volatile Instant nextGenerated = Instant.MAX;

    LinkVisualBook(Ledger ledger, Seeds seeds, Clock clock) {
        this.ledger = ledger;
        this.seeds = seeds;
        this.clock = clock;
    }

    void clear() {
        generator = null;
        sources = List.of();
        nextGenerated = Instant.MAX;
    }

    void generate(double perMinute, List<String> devices) {
        ledger.exclusively(() -> {
            generator = new Moments(seeds.split(), perMinute, clock.instant());
            sources = List.copyOf(devices);
            return nextGenerated = generator.next();
        });
    }

    void stopGenerating() {
        catchUp();
        ledger.exclusively(() -> {
            clear();
            return null;
        });
    }

    /** Raises what is due. */
    void catchUp() {
        Instant now = clock.instant();
        if (nextGenerated.isAfter(now)) {
            return;
        }
        ledger.exclusively(() -> {
            if (generator != null) {
                List<Change> changes = new ArrayList<>();
                for (Instant moment : generator.due(now)) {
                    String iotId = seeds.oneOf(sources);
                    addTo(changes, iotId, type(), moment, moment);
                }
                ledger.write(changes);
                // last, so that nobody passes by while the events are still being written
                nextGenerated = generator.next();
            }
            return nextGenerated;
        });
    }

    LinkVisualEvent raise(String iotId, int type, Instant at, Instant visibleAt) {
        return ledger.exclusively(() -> {
            List<Change> changes = new ArrayList<>();
            LinkVisualEvent event = addTo(changes, iotId, type, at, visibleAt);
            ledger.write(changes);
            return event;
        });
    }

    private LinkVisualEvent addTo(List<Change> changes, String iotId, int type, Instant at, Instant visibleAt) {
        String picture = seeds.digits(16);
        LinkVisualEvent event = event(iotId, type, at, visibleAt, picture);
        changes.add(new LinkVisualPictureAdded(new LinkVisualPicture(picture, iotId, 1, at, visibleAt)));
        changes.add(new LinkVisualEventAdded(event));
        return event;
    }

    List<String> raiseMany(int count, Instant from, Instant to, List<String> devices) {
        return ledger.exclusively(() -> {
            List<Change> changes = new ArrayList<>(count);
            List<String> ids = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Instant at = seeds.between(from, to);
                LinkVisualEvent event = event(seeds.oneOf(devices), type(), at, at, "");
                ids.add(event.id());
                changes.add(new LinkVisualEventAdded(event));
            }
            ledger.write(changes);
            return ids;
        });
    }

    private LinkVisualEvent event(String iotId, int type, Instant at, Instant visibleAt, String picture) {
        // ends as the vendor's own
        String id = seeds.digits(16) + "_" + at.toEpochMilli();
        return new LinkVisualEvent(id, iotId, type, at, visibleAt, picture);
    }

    private int type() {
        return 1 + Integer.parseInt(seeds.digits(1)) % 2;
    }
}
