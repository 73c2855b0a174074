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

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** This machine's clock is ahead of the vendor's, who refuses signatures that are more than five minutes off. */
class WrongClockIT extends FeedRoute {

    private final StoredPosition stored = new StoredPosition();

    @Test
    void aFirstStartOnAMachineOfTomorrowMissesNothingFromThenOn() throws Exception {
        runAhead(Duration.ofDays(1));
        start("startFrom=now" + StoredPosition.OPTIONS);
        awaitMoreReading();

        long raised = raiseASecondLater();
        delivered.await(1);
        awaitMoreReading();
        stop();

        assertThat(delivered.ids()).containsExactly(raised);
        assertThat(stored.watermarks()).isNotEmpty().noneMatch(watermark -> watermark.isAfter(now()));
    }

    @Test
    void neitherOldAlarmsNorNewOnesAreLostOnAMachineThatIsMinutesAhead() throws Exception {
        runAhead(Duration.ofSeconds(1_000));
        List<Long> raised = new ArrayList<>(world().raiseAlarms(20, now().minusSeconds(3_600), now()));
        start("startFrom=PT2H&pageSize=10" + StoredPosition.OPTIONS);
        delivered.await(20);

        for (int alarm = 21; alarm <= 50; alarm++) {
            raised.add(raiseASecondLater());
            delivered.await(alarm);
        }
        awaitMoreReading();
        stop();

        assertThat(delivered.ids()).isEqualTo(raised);
        assertThat(stored.watermarks()).isNotEmpty().noneMatch(watermark -> watermark.isAfter(now()));
    }

    private void runAhead(Duration ahead) {
        component().setClock(Clock.offset(CLOCK, ahead));
        context.getRegistry().bind("offsets", stored.repository());
    }

    private static long raiseASecondLater() {
        return world().raiseAlarm(CLOCK.advance(Duration.ofSeconds(1)));
    }
}
