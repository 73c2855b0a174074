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
package io.github.camelvideo.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimiter gate = new RateLimiter(true, nanos::get);

    private int passing(String key, int calls) {
        int passed = 0;
        for (int i = 0; i < calls; i++) {
            passed += gate.passes(key, 20) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void aSecondsWorthAndATenthPassAtOnce() {
        assertThat(passing("a", 100)).isEqualTo(22);
    }

    @Test
    void timeBringsCallsBack() {
        passing("a", 100);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));

        assertThat(passing("a", 100)).isEqualTo(10);
    }

    @Test
    void refusedCallsCostNothing() {
        passing("a", 1000);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));

        assertThat(passing("a", 1)).isEqualTo(1);
    }

    @Test
    void keysAreCountedApart() {
        passing("a", 100);

        assertThat(passing("b", 100)).isEqualTo(22);
    }
}
