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
package io.github.camelvideo.aliyun.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Local times of events that can be misread. */
class EventTimesIT extends CameraRoute {

    @Test
    void blanksAroundHyphensAndColonsAreRead() throws Exception {
        Instant at = Instant.parse("2018-09-08T07:55:35Z");
        clock.set(at.plusSeconds(60));
        // as the vendor's document prints it
        camera.add(at, "{'EventId':'id','EventTime':'2018 - 09 - 08 15: 55: 35','EventType':1}");

        start("QueryDeviceEvent?startFrom=PT1H");
        await(1);
        awaitMoreReading();

        assertThat(keys()).containsExactly("id");
        assertThat(times()).containsExactly(at);
    }

    @Test
    void noEventOfTheHourThatComesTwiceIsLostOrRepeated() throws Exception {
        DateTimeFormatter local =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("America/New_York"));
        // the clocks go back at 06:00Z, from 02:00 to 01:00
        clock.set(Instant.parse("2026-11-01T05:20:00Z"));
        start("QueryDeviceEvent?startFrom=now&timeZone=America/New_York");
        awaitMoreReading();
        List<Instant> raised = new ArrayList<>();

        for (int minute = 1; minute <= 120; minute++) {
            Instant at = clock.instant().plus(Duration.ofMinutes(1));
            raised.add(at);
            camera.add(at, "{'EventId':'" + minute + "','EventTime':'" + local.format(at) + "','EventType':1}");
            clock.set(at);
            await(minute);
        }
        awaitMoreReading();

        assertThat(keys()).doesNotHaveDuplicates();
        assertThat(times()).isEqualTo(raised);
    }
}
