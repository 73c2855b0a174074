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

import java.util.function.LongSupplier;

/** The limiter that the client uses for an action, for a simulation. Not thread-safe. */
public final class Permits {

    private final SlidingWindowLimiter limiter;

    /** @param ticker present moment in nanoseconds */
    public Permits(int rate, LongSupplier ticker) {
        this.limiter = new SlidingWindowLimiter(rate, ticker);
    }

    /** Takes and uses a permit, and gives 0; where there is none, nanoseconds until there may be one. */
    public long take() {
        long wait = limiter.take();
        if (wait == 0) {
            limiter.use();
        }
        return wait;
    }
}
