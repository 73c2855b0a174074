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
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the vendor's clock is ahead of this machine's. Thread-safe.
 *
 * <p>Every response tells the vendor's time. A difference counts at once for signing again after a refusal for the time stamp;
 * otherwise only when a second response confirms it, since one may come from a cache or another machine.
 */
final class ClockSkew implements VendorClock {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);

    /** A smaller difference tells nothing: the Date header has whole seconds, and the response was on its way. */
    private static final Duration SIGNIFICANT = Duration.ofSeconds(5);

    private static final Duration DATE_RESOLUTION = Duration.ofSeconds(1);

    /**
     * What is known of the vendor's clock.
     *
     * @param offset vendor's time minus ours, as used
     * @param candidate another offset that one response has shown, or null
     * @param latest the offset that the latest response has shown; null before the first
     * @param told the offset of which the user was told
     */
    private record Knowledge(Duration offset, Duration candidate, Duration latest, Duration told) {}

    private final AtomicReference<Knowledge> known =
            new AtomicReference<>(new Knowledge(Duration.ZERO, null, null, Duration.ZERO));
    private final BaseUrl target;
    private final Clock local;

    ClockSkew(BaseUrl target, Clock local) {
        this.target = target;
        this.local = local;
    }

    /** Vendor's time minus ours, as far as known. */
    Duration offset() {
        return known.get().offset();
    }

    /** A response has told the vendor's time at this moment; null when it did not. */
    void observe(Instant server) {
        Duration measured = server == null ? offset() : Duration.between(local.instant(), server);
        Knowledge after = known.updateAndGet(before -> {
            if (isAlike(measured, before.offset())) {
                return new Knowledge(before.offset(), null, measured, before.told());
            }
            boolean isConfirmed = before.candidate() != null && isAlike(measured, before.candidate());
            return isConfirmed
                    ? new Knowledge(measured, null, measured, before.told())
                    : new Knowledge(before.offset(), measured, measured, before.told());
        });
        tell(after);
    }

    /**
     * Takes the time the server named in a refusal for the time stamp.
     *
     * @param server the server's time at this moment
     * @param used the offset the refused request was signed with
     * @return whether signing again with what is known now makes a difference
     */
    boolean learn(Instant server, Duration used) {
        Duration measured = Duration.between(local.instant(), server);
        if (isAlike(measured, used)) {
            return false;
        }
        tell(known.updateAndGet(before -> new Knowledge(measured, null, measured, before.told())));
        return true;
    }

    private static boolean isAlike(Duration a, Duration b) {
        return Math.abs(a.toMillis() - b.toMillis()) < SIGNIFICANT.toMillis();
    }

    /** Of many calls that measure the same, one tells. */
    private void tell(Knowledge knowledge) {
        if (isAlike(knowledge.offset(), knowledge.told())) {
            return;
        }
        Knowledge told =
                new Knowledge(knowledge.offset(), knowledge.candidate(), knowledge.latest(), knowledge.offset());
        if (known.compareAndSet(knowledge, told)) {
            LOG.warn(
                    "The clock of {} differs from this machine's by {} s. Time stamps are corrected from now on. Set this machine's clock.",
                    target,
                    knowledge.offset().toSeconds());
        }
    }

    @Override
    public Instant now() {
        return local.instant().plus(offset());
    }

    @Override
    public Instant local() {
        return local.instant();
    }

    @Override
    public Instant earliest(Instant moment) {
        Knowledge knowledge = known.get();
        Duration least = knowledge.latest() == null
                ? knowledge.offset()
                : knowledge.latest().plus(DATE_RESOLUTION);
        return moment.plus(least.compareTo(knowledge.offset()) < 0 ? least : knowledge.offset());
    }

    @Override
    public boolean isMeasured() {
        return known.get().latest() != null && known.get().candidate() == null;
    }
}
