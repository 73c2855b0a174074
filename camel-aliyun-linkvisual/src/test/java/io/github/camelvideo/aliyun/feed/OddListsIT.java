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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of a camera that are not quite what a reader expects. */
class OddListsIT extends CameraRoute {

    @Test
    void aShortPageInTheMiddleDoesNotEndTheList() throws Exception {
        List<String> pictures = new ArrayList<>();
        Instant begin = clock.instant().minusSeconds(1_800);
        for (int row = 0; row < 120; row++) {
            Instant at = begin.plusSeconds(row);
            if (row == 20) {
                camera.addHidden(at);
            } else {
                pictures.add("picture" + row);
                camera.add(at, "{'PicId':'picture" + row + "','PicCreateTime':" + at.toEpochMilli() + "}");
            }
        }

        start("QueryPictureFiles?startFrom=PT1H&pageSize=50");
        await(119);
        awaitMoreReading();

        assertThat(camera.pages()).containsSubsequence(49, 50, 20, 0);
        assertThat(keys()).isEqualTo(pictures);
    }

    @Test
    void anEmptyIdIdentifiesNothing() throws Exception {
        Instant at = clock.instant().minusSeconds(60);
        camera.add(at, "{'EventId':'','EventTime':'2026-06-01 07:59:00','EventType':1}");
        camera.add(at.plusSeconds(1), "{'EventId':'','EventTime':'2026-06-01 07:59:01','EventType':2}");
        camera.add(at.plusSeconds(2), "{'EventId':'id','EventTime':'2026-06-01 07:59:02','EventType':1}");

        start("QueryDeviceEvent?startFrom=PT1H");
        await(3);
        awaitMoreReading();

        assertThat(delivered)
                .extracting(message -> message.getBody(Map.class).get("EventTime"))
                .containsExactly("2026-06-01 07:59:00", "2026-06-01 07:59:01", "2026-06-01 07:59:02");
        assertThat(keys()).doesNotHaveDuplicates().doesNotContain("").endsWith("id");
    }
}
