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
package io.github.camelvideo.examples.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what should happen, and no longer than a minute. */
final class Patience {

    private static final Duration ENOUGH = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 50;

    private final Clock clock;
    private final CountDownLatch never = new CountDownLatch(1);

    Patience(Clock clock) {
        this.clock = clock;
    }

    /** @throws IllegalStateException when it does not happen */
    void until(String what, Callable<Boolean> happened) throws Exception {
        Instant end = clock.instant().plus(ENOUGH);
        while (!happened.call()) {
            if (clock.instant().isAfter(end) || never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Waited for " + what + " for " + ENOUGH.toSeconds() + " s in vain");
            }
        }
    }
}
