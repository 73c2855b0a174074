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

/** This machine's clock is ahead of that of a vendor who does not mind: no refusal says so, only the Date of each response. */
class ToleratedClockIT extends DevicesRoute {

    @Test
    void neitherOldEventsNorNewOnesAreLost() throws Exception {
        component().setClock(Clock.offset(CLOCK, Duration.ofSeconds(800)));
        List<String> happened = new ArrayList<>();
        for (int old = 20; old > 0; old--) {
            happened.add("gate:old" + old);
            devices.happens("gate", now().minusSeconds(60 * old), "old" + old);
        }
        start("forEachIn=gate");
        await(20);

        for (int event = 1; event <= 30; event++) {
            happened.add("gate:new" + event);
            devices.happens("gate", CLOCK.advance(Duration.ofSeconds(1)), "new" + event);
            await(20 + event);
        }
        awaitMoreReading("gate");

        assertThat(events()).isEqualTo(happened);
    }
}
