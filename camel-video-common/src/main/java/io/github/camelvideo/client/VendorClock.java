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
import java.time.Instant;

/** The vendor's time, as far as its responses tell it. For any thread. */
public interface VendorClock {

    /** The vendor's present. */
    Instant now();

    /** This machine's present. */
    Instant local();

    /** The earliest moment of the vendor's time that a moment of this machine's clock can have been. */
    Instant earliest(Instant local);

    /** Whether a response has told the vendor's time, so that what is given here is more than this machine's opinion. */
    boolean isMeasured();

    /** A vendor whose time is known to be that of a clock. */
    static VendorClock of(Clock clock) {
        return new VendorClock() {

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Instant local() {
                return clock.instant();
            }

            @Override
            public Instant earliest(Instant local) {
                return local;
            }

            @Override
            public boolean isMeasured() {
                return true;
            }
        };
    }
}
