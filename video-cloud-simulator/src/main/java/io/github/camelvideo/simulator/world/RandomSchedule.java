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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random moments at which a generator acts. They follow from seed and clock, so no thread is needed.
 * The gaps vary between nothing and twice the mean. Used under the world's write lock.
 */
final class RandomSchedule {

    private final SplittableRandom random;
    private final long meanGapMillis;
    private Instant next;

    RandomSchedule(SplittableRandom random, double perMinute, Instant from) {
        this.random = random;
        this.meanGapMillis = Math.max(1, Math.round(Duration.ofMinutes(1).toMillis() / perMinute));
        this.next = from.plusMillis(gap());
    }

    Instant next() {
        return next;
    }

    /** The moments up to now that were not given before. */
    List<Instant> due(Instant now) {
        List<Instant> due = new ArrayList<>();
        while (!next.isAfter(now)) {
            due.add(next);
            next = next.plusMillis(gap());
        }
        return due;
    }

    private long gap() {
        return random.nextLong(2 * meanGapMillis + 1);
    }
}
