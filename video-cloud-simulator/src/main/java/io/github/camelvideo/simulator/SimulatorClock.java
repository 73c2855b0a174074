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
package io.github.camelvideo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it.
 *
 * <p>Give the same clock to the simulator and to the code under test: signatures, alarms and the {@code Date} header of
 * every answer then agree on what time it is. Safe for use by many threads; a move is seen by all of them at once.
 */
public final class SimulatorClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SimulatorClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows the given moment. */
    public SimulatorClock(Instant now) {
        this(new AtomicReference<>(Objects.requireNonNull(now)), ZoneOffset.UTC);
    }

    /** A clock that shows the given moment, such as {@code 2026-05-01T08:00:00Z}. */
    public static SimulatorClock at(String isoInstant) {
        return new SimulatorClock(Instant.parse(isoInstant));
    }

    /** Moves the clock on, or back with a negative duration, and returns the time it shows now. */
    public Instant advance(Duration by) {
        return now.updateAndGet(time -> time.plus(by));
    }

    /** Sets the clock to a moment. */
    public void set(Instant time) {
        now.set(Objects.requireNonNull(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, moved together with this one, seen from another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SimulatorClock(now, other);
    }

    @Override
    public String toString() {
        return "SimulatorClock[" + now.get() + "]";
    }
}
