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

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** What a client knows of its vendor's clock, for tests of feeds that have no client. */
public final class LearningClock {

    private final ClockSkew skew;

    /** @param local this machine's clock */
    public LearningClock(InstantSource local) {
        this.skew = new ClockSkew(BaseUrl.of("http://127.0.0.1", false), local.withZone(ZoneOffset.UTC));
    }

    public VendorClock clock() {
        return skew;
    }

    /** A response came; null when it did not tell the vendor's time. */
    public void observe(Instant date) {
        skew.observe(date);
    }
}
