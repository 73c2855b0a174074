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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogIT extends FeedRoute {

    private static final Duration KEPT = Duration.ofDays(30);
    /** The feed stays that far away from the end of what is kept, so that no window is refused while it is read. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    @Test
    void readsWhatTheVendorKeepsOldestFirstAndEachOnce() throws Exception {
        Instant oldest = now().minus(KEPT);
        world().raiseAlarms(6_000, oldest.minus(Duration.ofDays(10)), oldest);
        List<Long> kept = world().raiseAlarms(19_000, oldest.plus(MARGIN), now());

        start("startFrom=earliest&pageSize=1000");
        delivered.await(kept.size());
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(kept);
    }

    @Test
    void losesNothingWhenItGoesAlongWithTheClockAndIsRestartedInBetween() throws Exception {
        Instant begin = now();
        List<Long> ids = world().raiseAlarms(25_000, begin.plusSeconds(1), begin.plus(Duration.ofDays(40)));
        start("startFrom=now&pageSize=1000");

        for (int step = 0; step < 4; step++) {
            CLOCK.advance(Duration.ofDays(10));
            delivered.await(world().alarms(begin, now()).size());
            restart();
        }
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
    }
}
