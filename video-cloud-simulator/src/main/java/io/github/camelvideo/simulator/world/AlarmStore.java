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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Raises, finds and changes alarms. Generated alarms are brought up to date before each read. */
final class AlarmStore {

    /** First id that a double cannot represent exactly. */
    private static final long FIRST_HUGE_ID = (1L << 53) + 1;

    static final long FIRST_ID = 100_001;

    private final ChangeLog log;
    private final RandomData randomData;

    // written only inside log.exclusively
    private long nextId;
    private RandomSchedule generator;

    private volatile Instant nextGenerated = Instant.MAX;
    private volatile TimeForm timeForm = TimeForm.ISO;

    AlarmStore(ChangeLog log, RandomData randomData, long nextId) {
        this.log = log;
        this.randomData = randomData;
        this.nextId = nextId;
    }

    /** Forgets settings; the alarms themselves are cleared by the world. */
    void clear() {
        nextId = FIRST_ID;
        generator = null;
        nextGenerated = Instant.MAX;
        timeForm = TimeForm.ISO;
    }

    void timeForm(TimeForm form) {
        timeForm = form;
    }

    void hugeIds() {
        log.exclusively(() -> nextId = Math.max(nextId, FIRST_HUGE_ID));
    }

    void generate(double perMinute, Instant from) {
        log.exclusively(() -> {
            generator = new RandomSchedule(randomData.split(), perMinute, from);
            return nextGenerated = generator.next();
        });
    }

    void stopGenerating(Instant now) {
        catchUp(now);
        log.exclusively(() -> {
            generator = null;
            return nextGenerated = Instant.MAX;
        });
    }

    long raise(Device device, Instant createdAt, Instant visibleAt) {
        return raise(() -> List.of(randomData.alarm(nextId++, device, createdAt, visibleAt, timeForm)))
                .get(0);
    }

    List<Long> raiseMany(int count, Instant from, Instant to) {
        return raise(() -> {
            List<Instant> moments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                moments.add(randomData.between(from, to));
            }
            moments.sort(null);
            return invent(moments);
        });
    }

    private List<Long> raise(Supplier<List<Alarm>> invention) {
        return log.exclusively(() -> {
            List<Alarm> alarms = invention.get();
            record(alarms);
            return alarms.stream().map(Alarm::id).toList();
        });
    }

    private void record(List<Alarm> alarms) {
        log.write(alarms.stream().<Change>map(Change.AlarmRaised::new).toList());
    }

    private List<Alarm> invent(List<Instant> moments) {
        List<Device> sources =
                log.state().devices().values().stream().filter(Device::alarmsOn).toList();
        List<Alarm> alarms = new ArrayList<>(moments.size());
        if (!sources.isEmpty()) {
            for (Instant moment : moments) {
                alarms.add(randomData.alarm(nextId++, randomData.oneOf(sources), moment, moment, timeForm));
            }
        }
        return alarms;
    }

    private void catchUp(Instant now) {
        if (nextGenerated.isAfter(now)) {
            return;
        }
        log.exclusively(() -> {
            if (generator != null) {
                record(invent(generator.due(now)));
                // last, so that nobody passes by while the alarms are still being written
                nextGenerated = generator.next();
            }
            return nextGenerated;
        });
    }

    List<Alarm> between(Instant from, Instant to, Instant now) {
        catchUp(now);
        return log.state().alarms(from, to).stream()
                .filter(alarm -> !alarm.visibleAt().isAfter(now))
                .toList();
    }

    /** False when there is no such alarm to change. */
    boolean change(long id, Instant now, Function<Instant, Change> change) {
        catchUp(now);
        return log.exclusively(() -> {
            Alarm alarm = log.state().alarm(id);
            boolean there = alarm != null && !alarm.visibleAt().isAfter(now) && !alarm.isDeleted();
            if (there) {
                log.write(change.apply(now));
            }
            return there;
        });
    }
}
