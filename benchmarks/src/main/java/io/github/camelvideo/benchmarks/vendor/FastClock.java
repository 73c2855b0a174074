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
package io.github.camelvideo.benchmarks.vendor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than real time. Two processes that make one from the same text agree on the time, since both read the
 * system's clock.
 */
public final class FastClock extends Clock {

    private final long origin;
    private final int speed;

    private FastClock(long origin, int speed) {
        this.origin = origin;
        this.speed = speed;
    }

    /** Begins at the present time. */
    public static FastClock startingNow(int speed) {
        return new FastClock(System.currentTimeMillis(), speed);
    }

    /** The reverse of {@link #toString}. */
    public static FastClock parse(String text) {
        String[] parts = text.split("x", 2);
        return new FastClock(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public long millis() {
        return origin + (System.currentTimeMillis() - origin) * speed;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public String toString() {
        return origin + "x" + speed;
    }
}
