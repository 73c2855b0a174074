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

/** Raises events of Link Visual. Generated events are brought up to date before each read. */
final class LinkVisualEventGenerator {

    private final ChangeLog log;
    private final RandomData randomData;
    private final Clock clock;

    // written only inside log.exclusively
    private RandomSchedule generator;
    private List<String> sources = List.of();
    private volatile Instant nextGenerated = Instant.MAX;

    LinkVisualEventGenerator(ChangeLog log, RandomData randomData, Clock clock) {
        this.log = log;
        this.randomData = randomData;
        this.clock = clock;
    }

    void clear() {
        generator = null;
        sources = List.of();
        nextGenerated = Instant.MAX;
    }

    void generate(double perMinute, List<String> devices) {
        log.exclusively(() -> {
            generator = new RandomSchedule(randomData.split(), perMinute, clock.instant());
            sources = List.copyOf(devices);
            return nextGenerated = generator.next();
        });
    }

    void stopGenerating() {
        catchUp();
        log.exclusively(() -> {
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
        log.exclusively(() -> {
            if (generator != null) {
                List<Change> changes = new ArrayList<>();
                for (Instant moment : generator.due(now)) {
                    String iotId = randomData.oneOf(sources);
                    addTo(changes, iotId, type(), moment, moment);
                }
                log.write(changes);
                // last, so that nobody passes by while the events are still being written
                nextGenerated = generator.next();
            }
            return nextGenerated;
        });
    }

    LinkVisualEvent raise(String iotId, int type, Instant at, Instant visibleAt) {
        return log.exclusively(() -> {
            List<Change> changes = new ArrayList<>();
            LinkVisualEvent event = addTo(changes, iotId, type, at, visibleAt);
            log.write(changes);
            return event;
        });
    }

    private LinkVisualEvent addTo(List<Change> changes, String iotId, int type, Instant at, Instant visibleAt) {
        String picture = randomData.digits(16);
        LinkVisualEvent event = event(iotId, type, at, visibleAt, picture);
        changes.add(new LinkVisualPictureAdded(new LinkVisualPicture(picture, iotId, 1, at, visibleAt)));
        changes.add(new LinkVisualEventAdded(event));
        return event;
    }

    List<String> raiseMany(int count, Instant from, Instant to, List<String> devices) {
        return log.exclusively(() -> {
            List<Change> changes = new ArrayList<>(count);
            List<String> ids = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Instant at = randomData.between(from, to);
                LinkVisualEvent event = event(randomData.oneOf(devices), type(), at, at, "");
                ids.add(event.id());
                changes.add(new LinkVisualEventAdded(event));
            }
            log.write(changes);
            return ids;
        });
    }

    private LinkVisualEvent event(String iotId, int type, Instant at, Instant visibleAt, String picture) {
        // ends as the vendor's own
        String id = randomData.digits(16) + "_" + at.toEpochMilli();
        return new LinkVisualEvent(id, iotId, type, at, visibleAt, picture);
    }

    private int type() {
        return 1 + Integer.parseInt(randomData.digits(1)) % 2;
    }
}
