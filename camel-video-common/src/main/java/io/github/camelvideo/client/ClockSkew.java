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
package io.github.camelvideo.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the vendor's clock is ahead of ours. Nothing is assumed until a call was refused for its time stamp; what was measured
 * then is kept. Thread-safe.
 */
final class ClockSkew {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);

    /** A smaller difference explains no refusal: the Date header has whole seconds, and the answer was on its way. */
    private static final Duration MIN_CORRECTION = Duration.ofSeconds(5);

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final BaseUrl target;
    private final Clock local;

    ClockSkew(BaseUrl target, Clock local) {
        this.target = target;
        this.local = local;
    }

    /** Vendor's time minus ours, as far as known. */
    Duration offset() {
        return offset.get();
    }

    /**
     * Takes the time the server named in a refusal.
     *
     * @param server the server's time at this moment
     * @param used the offset the refused request was signed with
     * @return whether signing again with what is known now makes a difference
     */
    boolean learn(Instant server, Duration used) {
        Duration measured = Duration.between(local.instant(), server);
        if (measured.minus(used).abs().compareTo(MIN_CORRECTION) < 0) {
            return false;
        }
        Duration before = offset.getAndSet(measured);
        // of many calls refused at the same time one tells
        if (measured.minus(before).abs().compareTo(MIN_CORRECTION) >= 0) {
            LOG.warn(
                    "The clock of {} differs from this machine's by {} s: corrected from now on. Set this machine's clock.",
                    target,
                    measured.toSeconds());
        }
        return true;
    }

    /** A clock that shows the vendor's time. Follows later corrections. */
    Clock correctedClock(ZoneId zone) {
        return new Corrected(zone);
    }

    private final class Corrected extends Clock {

        private final ZoneId zone;

        private Corrected(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Corrected(other);
        }

        @Override
        public Instant instant() {
            return local.instant().plus(ClockSkew.this.offset());
        }
    }
}
